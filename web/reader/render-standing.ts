// What to bear in mind of a document: that it is a draft or for consultation, that a later one exists.
import type { DocumentSummaryWire } from '../../src/contract/documents.ts';
import type { DocumentStatus } from '../../src/domain/document.ts';
import { documentLink } from '../links.ts';
import { markup } from '../markup.ts';
import type { Content, Markup } from '../markup.ts';

const cautions = {
  draft: 'This is a draft. What was decided in the end may differ from it.',
  'for consultation': 'This was published for consultation. It may still change.',
  'web page': 'This is the text of a web page. It may have been changed since.',
  published: null,
  unknown: null,
} as const satisfies Record<DocumentStatus, string | null>;

/** @param later the latest document, if it is later than this one. */
export function renderStanding(status: DocumentStatus, later: DocumentSummaryWire | null): Content {
  const caution = cautions[status];
  if (caution === null && later === null) return null;
  return markup`<aside class="standing${caution !== null && ' caution'}" aria-label="Standing of this document">
${caution !== null && markup`<p>${caution}</p>\n`}${later && renderLater(later)}</aside>`;
}

function renderLater({ id, title }: DocumentSummaryWire): Markup {
  return markup`<p>There is a later document: <a href="${documentLink(id)}">${title}</a>.</p>
`;
}
