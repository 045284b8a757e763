// The passages in which one document speaks of one theme.
import type { ThemesWire } from '../src/contract/insight.ts';
import type { PassageWire } from '../src/contract/search.ts';
import type { Span } from '../src/domain/document.ts';
import { describePlace } from './describe-document.ts';
import { documentLink, spanLink } from './links.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { layOut } from './reader/layout.ts';
import { renderLayout } from './reader/render-parts.ts';
import { renderPage } from './render-page.ts';
import { formatRate } from './theme-chart.ts';

export interface OpenedCell {
  readonly theme: ThemesWire['themes'][number];
  readonly document: ThemesWire['documents'][number];
  /** In reading order, each with the phrases of the theme, as spans of its text. */
  readonly passages: readonly { readonly passage: PassageWire; readonly phrases: readonly Span[] }[];
}

export function renderThemePassages({ theme, document, passages }: OpenedCell): string {
  const { count = 0, per1000Words = 0 } = theme.cells.find(({ documentId }) => documentId === document.id) ?? {};
  return renderPage({
    title: `${theme.name} in ${document.shortTitle} – Bluelamp`,
    current: '/priorities',
    styles: ['insight.css', 'reading.css'],
    body: markup`<p class="back"><a href="/priorities">All themes and documents</a></p>
<h1>${theme.name}</h1>
<p class="lede">In <a href="${documentLink(document.id)}">${document.title}</a>: ${describeCount(count, per1000Words)}</p>
<ul class="sources theme-passages">
${passages.map(renderPassage)}</ul>`,
  });
}

function describeCount(count: number, rate: number): string {
  if (count === 0) return 'not found. None of the phrases of this theme stand in it.';
  return `${count} ${count === 1 ? 'mention' : 'mentions'}, ${formatRate(rate)} for every 1,000 words.`;
}

function renderPassage({ passage, phrases }: OpenedCell['passages'][number], at: number): Markup {
  const place = describePlace(passage.section, passage.page);
  const layout = layOut({ text: passage.text, sections: [], passages: [] });
  const marks = phrases.map((span, index) => ({ ...span, id: `phrase_${at}_${index}`, look: 'hit' }));
  return markup`<li class="card">
<h2 class="place">${place === '' ? `Passage ${at + 1}` : place}</h2>
<blockquote>${renderLayout(layout, marks)}</blockquote>
<p><a href="${spanLink(passage)}">Open in document<span class="unseen">, passage ${at + 1}</span></a></p>
</li>
`;
}
