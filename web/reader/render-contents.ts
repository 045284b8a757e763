// The list of contents: beside the text on a wide screen, folded above it on a narrow one.
import { markup } from '../markup.ts';
import type { Content, Markup } from '../markup.ts';

export interface ContentsEntry {
  readonly id: string;
  readonly heading: string;
  /** From 1, and never more than one deeper than the entry before. */
  readonly depth: number;
  readonly page: number | null;
}

export function renderContents(entries: readonly ContentsEntry[]): Markup {
  return markup`<nav class="contents" aria-label="Contents">
<details>
<summary>Contents</summary>
${renderEntries(entries, 1)}
</details>
</nav>`;
}

function renderEntries(entries: readonly ContentsEntry[], depth: number): Content {
  const groups = groupsOf(entries, depth);
  if (groups.length === 0) return null;
  return markup`<ol>${groups.map(([first, ...rest]) => markup`<li>${renderEntry(first)}${renderEntries(rest, depth + 1)}</li>\n`)}</ol>`;
}

/** Each entry of this depth with those under it. */
function groupsOf(entries: readonly ContentsEntry[], depth: number): [ContentsEntry, ...ContentsEntry[]][] {
  const groups: [ContentsEntry, ...ContentsEntry[]][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group && entry.depth > depth) group.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function renderEntry({ id, heading, page }: ContentsEntry): Markup {
  const pageNumber = page !== null && markup` <span class="page"><span class="unseen">page </span>${page}</span>`;
  return markup`<a href="#${id}"><span>${heading}</span>${pageNumber}</a>`;
}
