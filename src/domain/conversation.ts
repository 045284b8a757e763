// What of a conversation the next question is understood by.
import type { AnswerStatus } from './answer.ts';
import type { Span } from './document.ts';
import type { DocumentId, PassageId } from './ids.ts';

/** Turns that a question is understood by: what lies further back, people have to say again. */
export const turnsRemembered = 8;

/** An earlier question of the same conversation, and the places that its answer quoted. */
export interface PastTurn {
  readonly question: string;
  readonly status: AnswerStatus;
  readonly cited: readonly CitedPlace[];
  /** Where among `cited`, in order, the points of the list stand that the answer showed; empty where it showed none. */
  readonly points?: readonly number[];
}

/** A line of an answer that is a point of a list, with the marker of its first quotation. */
const pointLine = /^- .*?[”*]\s?\[(\d{1,3})\]/gmu;

/** The points of the list in an answer, as places among its citations from 0. @param answer Markdown with `[n]` markers. */
export function pointsIn(answer: string): number[] {
  return [...answer.matchAll(pointLine)].map(([, marker]) => Number(marker) - 1);
}

export interface CitedPlace extends Span {
  readonly documentId: DocumentId;
  readonly passageId: PassageId;
}
