// Conversations as every channel has them: asked in, read, exported, judged, removed, and not kept longer than they may be.
import type { AnswerWire } from '../contract/answer.ts';
import type { ConversationWire, ExportFormat, GivenFeedbackWire } from '../contract/conversations.ts';
import type { AuditAction, AuditEvent } from '../domain/audit.ts';
import { AppError } from '../domain/errors.ts';
import { conversationKey, createAsk, notFound } from './ask-in-conversation.ts';
import type { ConversationAsk, ConversationEvent, ConversationParts } from './conversation-events.ts';
import { exportConversation } from './export-conversation.ts';
import { purgeExpired } from './retention.ts';
import { createUnderWay } from './under-way.ts';
export type { ConversationAsk, ConversationEvent, ConversationParts } from './conversation-events.ts';

export interface FeedbackRequest {
  readonly messageId: string;
  readonly owner: string;
  readonly verdict: GivenFeedbackWire['verdict'];
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
  readonly requestId?: string;
}

/**
 * What is not the owner's is as if it were not there: AppError `not-found`. What cannot be written, the audit log included, is not done:
 * AppError `disk-full`, `data-unwritable`, `data-damaged`. `requestId` is for the audit log.
 */
export interface Conversations {
  /**
   * Answers a question; the turn is on disk before `answer` is given out.
   * @throws AppError `not-found`, `busy` while the conversation's last question is being answered, `invalid-request`; what aborted the signal.
   */
  ask(request: ConversationAsk): AsyncGenerator<ConversationEvent, AnswerWire>;
  read(conversationId: string, owner: string, requestId?: string): Promise<ConversationWire>;
  /** The conversation as a text to keep: Markdown for people, JSON for programs. */
  exportAs(conversationId: string, owner: string, format: ExportFormat, requestId?: string): Promise<string>;
  /** Removes the conversation, and stops what is being answered in it. */
  remove(conversationId: string, owner: string, requestId?: string): Promise<void>;
  /** Replaces earlier feedback on the same answer. */
  giveFeedback(given: FeedbackRequest): Promise<void>;
  /** Removes conversations that were kept long enough, until there are none or the signal is aborted. @returns their number. */
  purge(signal?: AbortSignal): Promise<number>;
  /** Adds to the audit log what a channel alone knows, such as a refusal. */
  record(event: Omit<AuditEvent, 'time'>): Promise<void>;
}

export function createConversations(parts: ConversationParts): Conversations {
  const { store, clock, permalink } = parts;
  const underWay = createUnderWay();
  const now = (): string => clock().toISOString();
  const event = (action: AuditAction, actor: string, object: string | null, requestId?: string): AuditEvent => ({
    time: now(),
    actor,
    action,
    object,
    outcome: action === 'refusal' ? 'refused' : 'done',
    requestId: requestId ?? null,
  });
  const refuse = async (owner: string, object: string, requestId?: string): Promise<never> => {
    await store.record(event('refusal', owner, object, requestId));
    throw notFound();
  };
  const look = async (action: 'view' | 'export', conversationId: string, owner: string, requestId?: string) => {
    const conversation = await store.read({ conversationId, owner });
    if (conversation === null) return refuse(owner, conversationId, requestId);
    await store.record(event(action, owner, conversationId, requestId));
    return conversation;
  };
  return {
    ask: createAsk(parts, underWay),
    read: (conversationId, owner, requestId) => look('view', conversationId, owner, requestId),
    async exportAs(conversationId, owner, format, requestId) {
      const conversation = await look('export', conversationId, owner, requestId);
      return exportConversation(conversation, format, permalink);
    },
    async remove(conversationId, owner, requestId) {
      const hadBegun = underWay.remove(conversationKey(owner, conversationId));
      const removed = await store.remove({ conversationId, owner }, event('delete', owner, conversationId, requestId));
      if (!removed && !hadBegun) await refuse(owner, conversationId, requestId);
    },
    async giveFeedback({ messageId, owner, verdict, reason = null, comment = null, requestId }) {
      const feedback = { verdict, reason, comment, time: now() };
      const given = await store.setFeedback(
        { messageId, owner, feedback },
        event('feedback', owner, messageId, requestId),
      );
      if (given) return;
      await store.record(event('refusal', owner, messageId, requestId));
      throw new AppError('not-found', 'There is no such answer. Its conversation may have been deleted.');
    },
    purge: (signal) => purgeExpired(parts, signal),
    record: (given) => store.record({ ...given, time: now() }),
  };
}
