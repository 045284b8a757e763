// The reader: one document with its contents, and the span that a citation points to in `<mark>`.
import type { DocumentDetailWire } from '../src/contract/documents.ts';
import type { Span } from '../src/domain/document.ts';
import { describeDocument } from './describe-document.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderPage } from './render-page.ts';
import { nestSections, renderText } from './render-text.ts';
import type { NestedSection } from './render-text.ts';

export function renderReader(document: DocumentDetailWire, mark: Span | null): string {
  const sections = nestSections(document.sections);
  return renderPage({
    title: `${document.title} – Bluelamp`,
    current: '/documents',
    body: markup`<div class="title">
<h1>${document.title}</h1>
<p class="place">${describeDocument(document)}</p>
<p class="aside">${document.sourceNote}</p>
${mark && markup`<p><a class="button" href="#quote">Go to the marked quotation</a></p>`}
</div>
<div class="reader">
${sections.length > 0 && renderContents(sections)}
<article class="prose" aria-label="Text">${renderText(document.text, sections, mark)}</article>
</div>`,
  });
}

function renderContents(sections: readonly NestedSection[]): Markup {
  return markup`<nav class="contents" aria-label="Contents">
<ol>
${sections.map(renderEntry)}</ol>
</nav>`;
}

function renderEntry({ id, heading, depth, page }: NestedSection): Markup {
  const pageNumber = page !== null && markup` <span class="aside">page ${page}</span>`;
  return markup`<li class="depth-${Math.min(depth, 4)}"><a href="#${id}">${heading}</a>${pageNumber}</li>
`;
}
