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
}

export interface CitedPlace extends Span {
  readonly documentId: DocumentId;
  readonly passageId: PassageId;
}
