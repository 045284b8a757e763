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
  /** The points of the list that the answer showed, in order; empty where it showed none. */
  readonly points?: readonly PointLine[];
}

/** A point of a list as an answer shows it. */
export interface PointLine {
  readonly words: string;
  /** Where among the citations the one stands that holds it, from 0; a list in one place has one for all. */
  readonly at: number;
}

const pointLine = /^- [^“]*“(?<words>[^”]*)” ?\[(?<marker>\d{1,3})\]/gmu;

/** The points of the list in an answer. @param answer Markdown with `[n]` markers. */
export function pointsIn(answer: string): PointLine[] {
  return [...answer.matchAll(pointLine)].map(({ groups }) => ({
    words: groups?.['words'] ?? '',
    at: Number(groups?.['marker'] ?? 0) - 1,
  }));
}

export interface CitedPlace extends Span {
  readonly documentId: DocumentId;
  readonly passageId: PassageId;
}
