// Turns and events to keep.
import type { NewTurn } from '../../../src/conversation-store.ts';
import type { AuditAction, AuditEvent } from '../../../src/domain/audit.ts';
import { madeUpAnswer, passage } from '../../chat/scripted-turns.ts';

export const noon = '2024-05-06T12:00:00.000Z';

export function newTurn(replaced: Partial<NewTurn> & { readonly messageId?: string } = {}): NewTurn {
  const { messageId = 'm-1', ...turn } = replaced;
  const conversationId = turn.conversationId ?? 'c-1';
  return {
    conversationId,
    owner: 'ann',
    begins: true,
    clientMessageId: null,
    question: 'How many lamps?',
    filters: {},
    time: noon,
    answer: madeUpAnswer({ conversationId, messageId }),
    found: [passage.id],
    ...turn,
  };
}

export function event(action: AuditAction, object: string | null = null): AuditEvent {
  return { time: noon, actor: 'ann', action, object, outcome: 'done', requestId: 'r-1' };
}
