// The list of documents.
import type { DocumentSummaryWire } from '../src/contract/documents.ts';
import type { DocumentStatus } from '../src/domain/document.ts';
import { describeYears, statusNames } from './describe-document.ts';
import { documentLink } from './links.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderPage } from './render-page.ts';

export function renderDocuments(documents: readonly DocumentSummaryWire[]): string {
  return renderPage({
    title: 'Documents – Bluelamp',
    current: '/documents',
    styles: ['reader.css'],
    body: markup`<h1>Documents</h1>
<p class="lede">Every answer comes from what is listed here (${documents.length} in all), the oldest first, and from nothing else.</p>
<ol class="shelf">
${documents.map(renderEntry)}</ol>`,
  });
}

function renderEntry(document: DocumentSummaryWire): Markup {
  const { id, title, years, words, sections, status, sourceNote } = document;
  return markup`<li>
<p class="years">${describeYears(years) ?? 'Undated'}</p>
<div>
<h2><a href="${documentLink(id)}">${title}</a></h2>
<p>${renderStatus(status)}</p>
<p>${sourceNote}</p>
<p class="aside">${count(words)} words${sections > 0 && `, ${count(sections)} sections`}</p>
</div>
</li>
`;
}

/** What may still change, or never came to be, is set off from what was published. */
function renderStatus(status: DocumentStatus): Markup | null {
  const name = statusNames[status];
  if (name === null) return null;
  const isOpen = status === 'draft' || status === 'for consultation';
  return markup`<span class="status${isOpen && ' open'}">${name}</span>`;
}

function count(amount: number): string {
  return amount.toLocaleString('en-GB');
}
