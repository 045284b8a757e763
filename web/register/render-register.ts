// The register of commitments: filter, search, sort, export.
import type { RegisterPageWire } from '../../src/contract/commitments.ts';
import { markup } from '../markup.ts';
import type { Content, Markup } from '../markup.ts';
import { renderPage } from '../render-page.ts';
import { commitmentLink, exportLink, noFilter, registerLink } from './register-links.ts';
import type { RegisterFilter } from './register-links.ts';
import { renderFacts, renderPlace, renderQuote, start } from './render-row.ts';
import type { Names } from './render-row.ts';

export interface RegisterView extends Names {
  readonly filter: RegisterFilter;
  readonly page: RegisterPageWire;
  /** Whether rows before these were passed over. */
  readonly isContinued: boolean;
}

const orders = [
  ['reading', 'Document and place'],
  ['deadline', 'Deadline'],
  ['theme', 'Theme'],
] as const;

export function renderRegister(view: RegisterView): string {
  const { filter, page, isContinued } = view;
  return renderPage({
    title: `${isContinued ? 'More commitments' : 'Commitments'} – Bluelamp`,
    current: '/commitments',
    styles: ['register.css'],
    body: markup`<h1>Commitments</h1>
<p class="lede">What the documents say that the organisation will do, reach or keep, in their own words. Nothing here tells whether it was done.</p>
${renderFilters(view)}
<div class="found">
<p role="status">${describeTotal(page.total)}</p>
${page.total > 0 && markup`<p><a href="${exportLink(filter)}" download>Export CSV</a></p>`}
</div>
${page.total === 0 ? markup`<p>No commitment fits all of this. <a href="${registerLink(noFilter)}">Show all</a>.</p>` : renderRows(view)}
${renderPaging(view)}`,
  });
}

function describeTotal(total: number): string {
  return total === 1 ? '1 commitment' : `${total.toLocaleString('en-GB')} commitments`;
}

function renderFilters({ filter, documents, themes }: RegisterView): Markup {
  const has = (trait: string): Content => filter.has.includes(trait) && markup` checked`;
  return markup`<form class="filters" method="get" action="/commitments" role="search" aria-label="Commitments">
<p class="wide"><label for="q_">Search commitments</label><input type="search" id="q_" name="q" value="${filter.q}" maxlength="500"></p>
<p><label for="document_">Document</label>${select('documents', 'document_', [['', 'All documents'], ...documents], filter.document)}</p>
<p><label for="theme_">Theme</label>${select('theme', 'theme_', [['', 'All themes'], ...themes], filter.theme)}</p>
<p><label for="sort_">Sort by</label>${select('sort', 'sort_', orders, filter.sort)}</p>
<p class="choices"><label><input type="checkbox" name="has" value="target"${has('target')}> Has a target</label>
<label><input type="checkbox" name="has" value="deadline"${has('deadline')}> Has a deadline</label></p>
<p><button type="submit">Show</button></p>
</form>`;
}

function select(name: string, id: string, options: readonly (readonly [string, string])[], chosen: string): Markup {
  return markup`<select name="${name}" id="${id}">${options.map(
    ([value, label]) => markup`<option value="${value}"${value === chosen && markup` selected`}>${label}</option>`,
  )}</select>`;
}

function renderRows({ page, documents, themes }: RegisterView): Markup {
  const names = { documents, themes };
  return markup`<ol class="register">
${page.commitments.map(
  (commitment) => markup`<li class="card" id="${commitment.id}">
${renderQuote(commitment)}
${renderPlace(commitment, names)}
${renderFacts(commitment, names)}
<p><a href="${commitmentLink(commitment.id)}" aria-label="Possible successors: ${start(commitment.text)}">Possible successors</a></p>
</li>
`,
)}</ol>`;
}

function renderPaging({ filter, page, isContinued }: RegisterView): Content {
  if (!isContinued && page.nextCursor === null) return null;
  return markup`<nav class="paging" aria-label="Pages of the register">
${isContinued && markup`<a href="${registerLink(filter)}">First page</a>`}
${page.nextCursor !== null && markup`<a class="button" href="${registerLink(filter, page.nextCursor)}">Next page</a>`}
</nav>`;
}
