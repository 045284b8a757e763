// What a channel asks of a conversation, and what happens then.
import type { AnswerWire, CitationWire } from '../contract/answer.ts';
import type { PassageWire } from '../contract/search.ts';
import type { ConversationStore } from '../conversation-store.ts';
import type { Filters } from '../domain/plan.ts';
import type { Log } from '../ports.ts';
import type { Turns } from './turn.ts';

export interface ConversationParts {
  readonly turns: Turns;
  readonly store: ConversationStore;
  readonly clock: () => Date;
  /** A fresh id of at least 128 random bits, in letters, digits, `-` and `_`. */
  readonly ids: () => string;
  readonly log: Log;
  /** Days after its latest turn for which a conversation is kept; 0 keeps it for good. */
  readonly retentionDays: number;
  /** The whole address under which the reader shows a span of a document. */
  readonly permalink: (place: { readonly documentId: string; readonly start: number; readonly end: number }) => string;
}

export interface ConversationAsk {
  readonly question: string;
  /** None begins a new conversation. */
  readonly conversationId?: string;
  /** Who asks: a conversation belongs to whoever began it. */
  readonly owner: string;
  readonly filters: Filters;
  /**
   * The client's own id of the message. With the same question it gives the answer that it gave before, and no second turn: within one
   * conversation always, and for the first question of one where the id is long enough (22 characters) to be nobody else's.
   */
  readonly clientMessageId?: string;
  /** Under whom the cost of a language model is counted. */
  readonly reader?: string;
  /** Have the answer come with how it came about; a repeated message's does not. */
  readonly explain?: boolean;
  /** For the audit log. */
  readonly requestId?: string;
  /** Stops the work; nothing of the turn is then kept. */
  readonly signal?: AbortSignal;
}

/**
 * `accepted`, then `passages` and `answer`, and between these, where a language model words the answer, `wording` and `delta`; a repeated message goes
 * from `accepted` to `answer`.
 */
export type ConversationEvent =
  | { readonly type: 'accepted'; readonly conversationId: string; readonly messageId: string }
  /** What was found, before the answer. */
  | { readonly type: 'passages'; readonly passages: readonly PassageWire[] }
  /** The engine's own work is done; what comes now is waited for. */
  | { readonly type: 'wording' }
  /** A piece of the answer that was checked; all of them are what the answer's text begins with. */
  | { readonly type: 'delta'; readonly text: string; readonly citations: readonly CitationWire[] }
  /** The turn is on disk. */
  | { readonly type: 'answer'; readonly answer: AnswerWire };
