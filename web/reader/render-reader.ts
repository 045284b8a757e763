// The reader: one document with its contents, its search, and the span that a citation points to in `<mark>`.
import type { DocumentDetailWire, DocumentSummaryWire } from '../../src/contract/documents.ts';
import type { Span } from '../../src/domain/document.ts';
import { describeDocument } from '../describe-document.ts';
import { markup } from '../markup.ts';
import type { Content } from '../markup.ts';
import { renderPage } from '../render-page.ts';
import type { Layout } from './layout.ts';
import { overlap } from './render-runs.ts';
import type { Mark } from './pen.ts';
import { renderContents } from './render-contents.ts';
import { hitMarks, renderFind, renderHitBar } from './render-find.ts';
import type { Found } from './render-find.ts';
import { renderLayout } from './render-parts.ts';
import { renderStanding } from './render-standing.ts';

export interface ReaderPage {
  readonly document: DocumentDetailWire;
  readonly layout: Layout;
  /** The latest document, if it is later than this one. */
  readonly later: DocumentSummaryWire | null;
  /** The span that the address names. */
  readonly quote: Span | null;
  /** What was looked for in the document. */
  readonly found: Found | null;
}

export function renderReader({ document, layout, later, quote, found }: ReaderPage): string {
  const { id, text, title, status, sourceNote } = document;
  return renderPage({
    title: titleOf(title, found),
    current: '/documents',
    styles: ['reader.css', 'reading.css'],
    scripts: ['reader.js'],
    body: markup`<div class="title">
<p class="crumb"><a href="/documents">Documents</a></p>
<h1>${title}</h1>
<p class="place">${describeDocument(document)} · ${document.words.toLocaleString('en-GB')} words</p>
<p class="aside">${sourceNote}</p>
${renderStanding(status, later)}
${quote && markup`<p><a class="button" href="#quote">Go to the marked quotation</a></p>`}
</div>
<div class="reader${layout.contents.length === 0 && ' plain'}">
<div class="beside">
${renderFind(id, text, found)}
${layout.contents.length > 0 && renderContents(layout.contents)}
</div>
<div class="page">
<article class="prose" aria-label="Text">${renderLayout(layout, marksOf(quote, found))}</article>
${found && renderHitBar(id, found)}
</div>
</div>`,
  });
}

function titleOf(title: string, found: Found | null): string {
  const search: Content = found && `“${found.wording}” in `;
  return `${search ?? ''}${title} – Bluelamp`;
}

/** Where a place found and the quotation meet, the quotation is marked. */
function marksOf(quote: Span | null, found: Found | null): Mark[] {
  const hits = found ? hitMarks(found) : [];
  if (!quote) return hits;
  const marks = [...hits.filter((hit) => !overlap(hit, quote)), { ...quote, id: 'quote', look: null }];
  return marks.toSorted((one, other) => one.start - other.start);
}
