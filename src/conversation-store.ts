// The port behind which conversations, feedback and the audit log are kept.
import type { AnswerWire } from './contract/answer.ts';
import type { ConversationWire, GivenFeedbackWire } from './contract/conversations.ts';
import type { AuditEvent, AuditVerdict, RecordedEvent } from './domain/audit.ts';
import type { PastTurn } from './domain/conversation.ts';
import type { PassageId } from './domain/ids.ts';
import type { Filters } from './domain/plan.ts';

/** A conversation and the only one who may read it. An id that is another owner's is as one that does not exist. */
export interface ConversationKey {
  readonly conversationId: string;
  readonly owner: string;
}

export interface NewTurn extends ConversationKey {
  /** Whether the conversation begins with it; otherwise it must exist. */
  readonly begins: boolean;
  /** The client's own id of the message, to know a repetition by. */
  readonly clientMessageId: string | null;
  readonly question: string;
  readonly filters: Filters;
  /** ISO 8601, UTC. Turns keep the order in which they were added, whatever their times say. */
  readonly time: string;
  readonly answer: AnswerWire;
  /** Passages that the answer was chosen from, the most promising first. */
  readonly found: readonly PassageId[];
}

/** A message by the id that its client gave it. `conversationId: null` looks among first questions of the owner's conversations. */
export interface ClientMessage {
  readonly owner: string;
  readonly conversationId: string | null;
  readonly clientMessageId: string;
}

export interface FeedbackOnAnswer {
  readonly messageId: string;
  readonly owner: string;
  readonly feedback: GivenFeedbackWire;
}

/**
 * Whatever is written is on disk when the promise resolves, together with its audit event or not at all.
 * Texts come back as they were given, to the code unit.
 * Every method that writes may throw AppError `disk-full`, `data-unwritable` or `data-damaged`; nothing is then changed.
 */
export interface ConversationStore {
  /** The conversation with its turns in order; null where the owner has none of that id. */
  read(key: ConversationKey): Promise<ConversationWire | null>;
  /** Its last turns, the latest last; null where the owner has none of that id. */
  history(key: ConversationKey, turns: number): Promise<readonly PastTurn[] | null>;
  /** Turns that the message led to, the latest first; more than one when a client uses an id again. */
  turnsOf(message: ClientMessage): Promise<readonly Pick<NewTurn, 'question' | 'filters' | 'answer'>[]>;
  /** @returns false where the conversation does not begin and the owner has none of that id; nothing is then added. */
  add(turn: NewTurn, event: AuditEvent): Promise<boolean>;
  /** Replaces earlier feedback on the same answer. @returns false where the owner has no such answer. */
  setFeedback(given: FeedbackOnAnswer, event: AuditEvent): Promise<boolean>;
  /** Removes the conversation with all that hangs on it. @returns false where the owner has none of that id. */
  remove(key: ConversationKey, event: AuditEvent): Promise<boolean>;
  /**
   * Removes some of the conversations whose latest turn is older than `before` (ISO 8601, UTC); their number is added to the event.
   * @returns that number; 0 when there are no more, and then nothing is recorded.
   */
  purge(before: string, event: AuditEvent): Promise<number>;
  /** Adds to the audit log what no other method does. */
  record(event: AuditEvent): Promise<void>;
  /** Events of the log in order, from the one after `sequence`. */
  eventsAfter(sequence: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** Follows the chain of the audit log from its first event to its last. */
  verifyAudit(): Promise<AuditVerdict>;
  close(): Promise<void>;
}
