// What a reader should know beside an answer: drafts, consultations, later strategies.
import type { Citation, Notice } from '../domain/answer.ts';
import type { DocumentDescription } from '../domain/document.ts';

export function noticesFor(citations: readonly Citation[], documents: readonly DocumentDescription[]): Notice[] {
  return [
    ...statusNotices(citations, 'draft', 'draft', (title) => `${title} is a draft.`),
    ...statusNotices(
      citations,
      'for consultation',
      'consultation',
      (title) => `${title} was published for consultation and may still change.`,
    ),
    ...supersededNotice(citations, documents),
  ];
}

function statusNotices(
  citations: readonly Citation[],
  status: string,
  type: Notice['type'],
  text: (title: string) => string,
): Notice[] {
  const found = citations.filter((citation) => citation.document.status === status);
  const first = found[0];
  return first ? [{ type, text: text(first.document.title), citations: found.map((citation) => citation.n) }] : [];
}

/** An answer that rests on one earlier strategy alone says that later ones exist. */
function supersededNotice(citations: readonly Citation[], documents: readonly DocumentDescription[]): Notice[] {
  const cited = new Set(citations.map((citation) => citation.documentId));
  const [only] = cited;
  if (cited.size !== 1 || only === undefined) return [];
  const at = documents.findIndex((document) => document.id === only);
  const later = documents.slice(at + 1).filter((document) => document.years !== null);
  const document = documents[at];
  if (!document?.years || later.length === 0) return [];
  const text = `${document.title} is not the latest strategy; later: ${later.map((each) => each.shortTitle).join('; ')}.`;
  return [{ type: 'superseded', text, citations: citations.map((citation) => citation.n) }];
}
