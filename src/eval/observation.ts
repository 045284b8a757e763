// What the assistant did with one question, as far as the measures look at it.
import type { AnswerStatus } from '../domain/answer.ts';

export interface FoundPassage {
  readonly documentId: string;
  readonly section: readonly string[];
  readonly text: string;
}

export interface CitedPassage {
  readonly n: number;
  readonly documentId: string;
  readonly quote: string;
  /** The text around the quote that is shown with it. */
  readonly passage: string;
  readonly start: number;
  readonly end: number;
}

export interface Reply {
  readonly status: AnswerStatus;
  readonly text: string;
  readonly citations: readonly CitedPassage[];
}

export interface Observation {
  /** What a search for the question found, best first. */
  readonly passages: readonly FoundPassage[];
  readonly reply: Reply;
  /** Time from question to reply. */
  readonly milliseconds: number;
}
