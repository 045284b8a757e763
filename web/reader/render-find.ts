// Search within a document: the form, what was found, and the way from one place to the next.
import type { Span } from '../../src/domain/document.ts';
import { askLink, documentLink } from '../links.ts';
import { markup } from '../markup.ts';
import type { Content, Markup } from '../markup.ts';
import { longestFind, mostHits } from './find-in-text.ts';
import type { Mark } from './pen.ts';

export interface Found {
  readonly wording: string;
  readonly hits: readonly Span[];
  /** Number of the hit that is looked at, from 1; null before the first was gone to. */
  readonly current: number | null;
}

/** Characters of the text shown on either side of a hit in the list. */
const snippetReach = 60;

export function renderFind(id: string, text: string, found: Found | null): Markup {
  return markup`<search class="find">
<form action="${documentLink(id)}" method="get">
<label for="find_words">Search this document</label>
<div class="find-line">
<input type="search" id="find_words" name="find" value="${found?.wording ?? ''}" maxlength="${longestFind}" required autocomplete="off">
<button type="submit">Search</button>
</div>
</form>
${found && renderFound(id, text, found)}
</search>`;
}

/** Marks of the places found, the one that is looked at apart from the others. */
export function hitMarks({ hits, current }: Found): Mark[] {
  return hits
    .slice(0, mostHits)
    .map((hit, index) => ({ ...hit, id: `hit_${index + 1}`, look: index + 1 === current ? 'hit current' : 'hit' }));
}

function renderFound(id: string, text: string, found: Found): Markup {
  const { wording, hits } = found;
  if (hits.length === 0) {
    return markup`<p class="found" role="status">“${wording}” does not stand in this document. <a href="${askLink(wording)}">Ask about it</a>, in any document and in other words.</p>`;
  }
  const shown = hits.slice(0, mostHits);
  const rest = hits.length > shown.length && markup` The first ${mostHits} are marked.`;
  return markup`<p class="found" role="status">${hits.length} ${hits.length === 1 ? 'place' : 'places'} in this document.${rest}</p>
<details class="hits"><summary>List the places</summary>
<ol>
${shown.map((hit, index) => markup`<li><a href="${hitLink(id, wording, index + 1)}">${renderSnippet(text, hit)}</a></li>\n`)}</ol>
</details>`;
}

/** Stays in view while the text is read. */
export function renderHitBar(id: string, { wording, hits, current }: Found): Content {
  const last = Math.min(hits.length, mostHits);
  if (last === 0) return null;
  const to = (hit: number, name: string): Content =>
    hit >= 1 && hit <= last
      ? markup`<a href="${hitLink(id, wording, hit)}">${name}</a>`
      : markup`<span class="aside">${name}</span>`;
  return markup`<nav class="hit-bar" aria-label="Places found">
<span>“${wording}”: ${current !== null && `${current} of `}${last}</span>
${to((current ?? 1) - 1, 'Previous')} ${to((current ?? 0) + 1, current === null ? 'First' : 'Next')} <a href="${documentLink(id)}">Clear</a>
</nav>`;
}

function hitLink(id: string, wording: string, hit: number): string {
  return `${documentLink(id)}?find=${encodeURIComponent(wording)}&hit=${hit}#hit_${hit}`;
}

function renderSnippet(text: string, hit: Span): Markup {
  const before = clean(text.slice(Math.max(0, hit.start - snippetReach), hit.start)).replace(/^\S*\s/u, '');
  const after = clean(text.slice(hit.end, hit.end + snippetReach)).replace(/\s\S*$/u, '');
  return markup`…${before}<strong>${clean(text.slice(hit.start, hit.end))}</strong>${after}…`;
}

function clean(words: string): string {
  return words.replaceAll(/[\s*#\ufffd■]+/gu, ' ');
}
