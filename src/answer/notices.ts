// What a reader should know beside an answer, weightiest first: figures that differ, later strategies, drafts, consultations.
import type { Citation, Notice } from '../domain/answer.ts';
import type { DocumentDescription } from '../domain/document.ts';
import type { Quotation } from './quote/quotation.ts';
import type { Differing } from './rank/request.ts';

/** What composing one question's answer came upon. */
export interface Remarks {
  readonly differing: Differing | null;
  /** Later documents that speak of what an earlier one is quoted on. */
  readonly later: readonly DocumentDescription[];
  /** The latest document of all, searched or not; null where none has years. */
  readonly latest: DocumentDescription | null;
}

export const noRemarks: Remarks = { differing: null, later: [], latest: null };

/** What changes most what a reader makes of the answer comes first. @param remarks one for each question of the message. */
export function noticesFor(citations: readonly Citation[], remarks: readonly Remarks[]): Notice[] {
  return [
    ...remarks.flatMap(({ differing }) => (differing ? conflictNotice(differing, citations) : [])),
    ...supersededNotice(citations, remarks),
    ...statusNotices(citations, 'draft', 'draft', (title) => `${title} is a draft.`),
    ...statusNotices(citations, 'for consultation', 'consultation', (title) => `${title} is for consultation.`),
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

/** Two figures for one measure, or two dates for one aim, side by side with their places; which of them holds is for the reader to find out. */
function conflictNotice({ first, other, kind, figures }: Differing, citations: readonly Citation[]): Notice[] {
  const [one, another] = [first, other].map((quotation) => citations.find((citation) => isOf(citation, quotation))?.n);
  if (one === undefined || another === undefined) return [];
  const text = `The document gives different ${kind}: ${figures[0]} [${one}] and ${figures[1]} [${another}].`;
  return [{ type: 'conflict', text, citations: [one, another] }];
}

function isOf({ documentId, start, end }: Citation, quotation: Quotation): boolean {
  return documentId === quotation.passage.documentId && start === quotation.start && end === quotation.end;
}

/**
 * One rule for every answer: where it rests on one document alone and there is a later one, that is said, with the later ones that speak of
 * the same. Whoever reads an old strategy wants to know whether it holds; were it said only where a later one is found to speak of it, silence
 * would read as "still current".
 */
function supersededNotice(citations: readonly Citation[], remarks: readonly Remarks[]): Notice[] {
  const [first] = citations;
  const cited = new Set(citations.map(({ documentId }) => documentId));
  const isOld = first && remarks.some(({ latest }) => latest !== null && isBefore(first, latest));
  if (!isOld || cited.size !== 1) return [];
  const later = [...new Set(remarks.flatMap((remark) => remark.later.map(({ shortTitle }) => shortTitle)))];
  const speaking = later.length === 0 ? '' : `; later ones speak of this too: ${later.join('; ')}`;
  const text = `${dated(first)} is not the latest strategy${speaking}.`;
  return [{ type: 'superseded', text, citations: citations.map(({ n }) => n) }];
}

function isBefore({ documentId, document }: Citation, { id, years }: DocumentDescription): boolean {
  return documentId !== id && document.years !== null && years !== null && document.years.from < years.from;
}

/** Its title, with the year where that does not say it. */
function dated({ document: { title, years } }: Citation): string {
  return years === null || title.includes(String(years.from)) ? title : `${title} (${years.from})`;
}
