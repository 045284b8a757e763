// Priorities over time: themes by document as small charts and as a table, how they moved, and what each document states itself.
import type { ThemesWire } from '../src/contract/insight.ts';
import { documentLink } from './links.ts';
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import { renderPage } from './render-page.ts';
import { renderStated } from './render-stated.ts';
import { renderChanges } from './render-theme-changes.ts';
import { formatRate, renderThemeChart } from './theme-chart.ts';

type DocumentThemes = ThemesWire['documents'][number];
type Theme = ThemesWire['themes'][number];
type Cell = Theme['cells'][number];

/** @param fewestWords words that a document must have for its rates to be compared. */
export function renderPriorities(themes: ThemesWire, fewestWords: number): string {
  const short = themes.documents.filter(({ words }) => words < fewestWords);
  return renderPage({
    title: 'Priorities over time – Bluelamp',
    current: '/priorities',
    styles: ['insight.css'],
    body: markup`<h1>Priorities over time</h1>
<p class="lede">How much each document speaks of each theme, how that moved, and what each states as its own aims.</p>
<nav class="jumps" aria-label="On this page"><ul>
<li><a href="#priorities_themes">Themes</a></li>
<li><a href="#priorities_changes">What moved</a></li>
<li><a href="#priorities_stated">In their own words</a></li>
</ul></nav>
<section class="themes" aria-labelledby="priorities_themes">
<h2 id="priorities_themes">Themes</h2>
<p class="caution"><strong>Counts are of words, not of effort.</strong> A bar shows how often phrases of the theme stand in a document for every 1,000 of its words. A theme that is spoken of less may be worked on as much.${themes.source === 'derived' && ' The themes here were derived from the documents’ words, for no list of themes stands beside them.'}</p>
<p class="aside">Each chart has a scale of its own.${short.length > 0 && ` Outlined bars: ${short.map(({ shortTitle, words }) => `${shortTitle} has ${words.toLocaleString('en-GB')} words`).join('; ')}, too few to compare.`}</p>
<div class="charts-and-table">
<div class="charts">
${themes.themes.map((theme) => renderFigure(theme, themes, fewestWords))}</div>
${renderTable(themes)}
</div>
</section>
${renderChanges(themes)}
${renderStated(themes.documents)}`,
  });
}

function renderFigure(theme: Theme, themes: ThemesWire, fewestWords: number): Markup {
  const bars = themes.documents.map(({ years, shortTitle, words }, index) => ({
    label: years ? String(years.from) : String(index + 1),
    name: shortTitle,
    value: theme.cells[index]?.per1000Words ?? 0,
    isShort: words < fewestWords,
  }));
  return markup`<figure>
<figcaption>${theme.name}<span class="trend">${describeTrend(theme, themes)}</span></figcaption>
${renderThemeChart(`chart_${theme.id}`, theme.name, bars)}
</figure>
`;
}

/** In words what the last two bars show, so that nothing hangs on the eye alone. */
function describeTrend(theme: Theme, { changes, documents }: ThemesWire): string {
  const last = changes.at(-1)?.toDocumentId;
  const change = changes.find((each) => each.themeId === theme.id && each.toDocumentId === last);
  const from = documents.find(({ id }) => id === change?.fromDocumentId);
  if (!change || !from) return 'little moved of late';
  const before = from.years ? String(from.years.from) : from.shortTitle;
  if (change.kind === 'gone') return `not found now, named in ${before}`;
  if (change.kind === 'new') return `named, not found in ${before}`;
  return `${change.kind} since ${before}`;
}

function renderTable({ documents, themes }: ThemesWire): Markup {
  return markup`<div class="table-frame" role="region" aria-labelledby="themes_table" tabindex="0">
<table>
<caption id="themes_table">Mentions per 1,000 words; each opens its passages</caption>
<thead><tr><th scope="col">Theme</th>${documents.map(renderColumn)}</tr></thead>
<tbody>
${themes.map((theme) => renderRow(theme, documents))}</tbody>
</table>
</div>`;
}

/** A document is known by its first year, as under the bars; by its name to who cannot see them. */
function renderColumn({ id, shortTitle, years }: DocumentThemes): Markup {
  const name = years
    ? markup`<span aria-hidden="true">${years.from}</span><span class="unseen">${shortTitle}</span>`
    : shortTitle;
  return markup`<th scope="col"><a href="${documentLink(id)}" title="${shortTitle}">${name}</a></th>`;
}

function renderRow(theme: Theme, documents: readonly DocumentThemes[]): Markup {
  const cells = theme.cells.map((cell, index) => markup`<td>${renderCell(theme, cell, documents[index])}</td>`);
  return markup`<tr><th scope="row">${theme.name}</th>${cells}</tr>
`;
}

function renderCell({ id, name }: Theme, cell: Cell, document: DocumentThemes | undefined): Content {
  const { count, per1000Words } = cell;
  if (count === 0 || !document) return markup`<span aria-hidden="true">–</span><span class="unseen">not found</span>`;
  const words = `${name} in ${document.shortTitle}: ${count} ${count === 1 ? 'mention' : 'mentions'}, ${formatRate(per1000Words)} per 1,000 words`;
  return markup`<a href="${cellLink(id, document.id)}" aria-label="${words}" title="${count} ${count === 1 ? 'mention' : 'mentions'}">${formatRate(per1000Words)}</a>`;
}

function cellLink(theme: string, document: string): string {
  return `/priorities?theme=${encodeURIComponent(theme)}&document=${encodeURIComponent(document)}`;
}
