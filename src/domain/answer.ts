// What a reader gets: an answer whose every statement of fact is a quotation with its place, or an honest word that there is none.
import type { Years, DocumentStatus } from './document.ts';
import type { DocumentId, PassageId } from './ids.ts';

export const answerStatuses = ['answered', 'partial', 'not_found', 'declined', 'chat'] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

export const intents = [
  'fact',
  'definition',
  'acronym',
  'commitment',
  'list',
  'compare',
  'timeline',
  'presence',
  'summary',
  'chat',
  'other',
] as const;
export type Intent = (typeof intents)[number];

/** `quote === document.text.slice(start, end)`, always. */
export interface Citation {
  /** Number of its marker, from 1 in order of appearance. */
  readonly n: number;
  readonly passageId: PassageId;
  readonly documentId: DocumentId;
  readonly document: { readonly title: string; readonly years: Years | null; readonly status: DocumentStatus };
  readonly section: readonly string[];
  readonly page: number | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** The text around the quote that a reader needs. */
  readonly passage: string;
}

/** `model`: a language model should have worded the answer, and did not or not to its end. */
export const noticeTypes = ['draft', 'consultation', 'superseded', 'conflict', 'partial', 'model'] as const;

export interface Notice {
  readonly type: (typeof noticeTypes)[number];
  readonly text: string;
  readonly citations?: readonly number[];
}

/** An answer before it is given ids and times: the same for the same question over the same index. */
export interface ComposedAnswer {
  readonly status: AnswerStatus;
  readonly intent: Intent;
  /** Markdown with `[n]` markers; each has a citation, and each citation a marker. */
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly notices: readonly Notice[];
  readonly suggestions: readonly string[];
  /** Passages offered beside a not-found answer: nearest, but no support. */
  readonly related: readonly RelatedPassage[];
  /** The language model whose sentences stand in the answer, each checked against its citations; absent where it only quotes. */
  readonly wordedBy?: string;
}

export interface RelatedPassage {
  readonly passageId: PassageId;
  readonly documentId: DocumentId;
  readonly section: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** True exactly for the statuses that give no answer. */
export function isAbstained(status: AnswerStatus): boolean {
  return status === 'not_found' || status === 'declined';
}
