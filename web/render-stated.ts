// What each document states as its own mission, priorities and values, in its words.
import type { ThemesWire } from '../src/contract/insight.ts';
import { describeYears } from './describe-document.ts';
import { documentLink, spanLink } from './links.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

type DocumentThemes = ThemesWire['documents'][number];
type StatedSet = DocumentThemes['stated'][number];

const kindNames = {
  mission: 'Mission',
  vision: 'Vision',
  priorities: 'Priorities',
  objectives: 'Objectives',
  outcomes: 'Outcomes',
  targets: 'Targets',
  principles: 'Principles',
  values: 'Values',
} as const satisfies Record<StatedSet['kind'], string>;

/** @param documents the oldest first. */
export function renderStated(documents: readonly DocumentThemes[]): Markup {
  return markup`<section class="stated" aria-labelledby="priorities_stated">
<h2 id="priorities_stated">In their own words</h2>
<p class="aside">Word for word, the oldest document first. Each line opens at its place.</p>
${documents.map(renderDocument)}</section>`;
}

function renderDocument({ id, title, years, stated }: DocumentThemes): Markup {
  return markup`<article class="stated-document" aria-labelledby="stated_${id}">
<p class="years">${describeYears(years) ?? 'Undated'}</p>
<div>
<h3 id="stated_${id}"><a href="${documentLink(id)}">${title}</a></h3>
${stated.length === 0 && markup`<p class="aside">No mission, priorities or values found that it states as such.</p>`}<div class="sets">
${stated.map((set) => renderSet(set, id))}</div>
</div>
</article>
`;
}

function renderSet({ kind, heading, items }: StatedSet, documentId: string): Markup {
  const lines = items.map(
    ({ text, start, end }) => markup`<li><a href="${spanLink({ documentId, start, end })}">${onOneLine(text)}</a></li>
`,
  );
  return markup`<div class="set ${kind}">
<h4>${kindNames[kind]}</h4>
${
  items.length > 1 &&
  markup`<p class="aside">“${heading}”</p>
`
}<ul>
${lines}</ul>
</div>
`;
}

/** Marks of emphasis are not words. */
function onOneLine(text: string): string {
  return text
    .replaceAll(/\*+|_{2,}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
