// The list of documents.
import type { DocumentSummaryWire } from '../src/contract/documents.ts';
import { describeDocument } from './describe-document.ts';
import { documentLink } from './links.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderPage } from './render-page.ts';

export function renderDocuments(documents: readonly DocumentSummaryWire[]): string {
  return renderPage({
    title: 'Documents – Bluelamp',
    current: '/documents',
    body: markup`<h1>Documents</h1>
<p class="lede">Every answer comes from what is listed here (${documents.length} in all) and from nothing else.</p>
<ol class="shelf">
${documents.map(renderEntry)}</ol>`,
  });
}

function renderEntry(document: DocumentSummaryWire): Markup {
  const { id, title, words, sections, passages, sourceNote } = document;
  return markup`<li class="card">
<h2><a href="${documentLink(id)}">${title}</a></h2>
<p class="place">${describeDocument(document)}</p>
<p>${sourceNote}</p>
<p class="aside">Words: ${count(words)} · sections: ${count(sections)} · passages: ${count(passages)}</p>
</li>
`;
}

function count(amount: number): string {
  return amount.toLocaleString('en-GB');
}
