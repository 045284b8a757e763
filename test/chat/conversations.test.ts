// What a conversation promises, over turns that are scripted and a store in memory.
import { describe, expect, it } from 'vitest';
import { createConversations } from '../../src/chat/conversations.ts';
import type {
  ConversationAsk,
  ConversationEvent,
  ConversationParts,
  Conversations,
} from '../../src/chat/conversations.ts';
import { createMemoryConversations } from '../ports/memory-conversations.ts';
import { citation, passage, scriptedTurns } from './scripted-turns.ts';

interface Desk {
  readonly conversations: Conversations;
  readonly parts: ConversationParts;
  readonly logged: readonly { readonly event: string; readonly fields: unknown }[];
  /** The last events of the audit log, each as action, object and outcome. */
  readonly audited: () => Promise<readonly (readonly [string, string | null, string])[]>;
}

function open(replaced: Partial<ConversationParts> = {}): Desk {
  const logged: { event: string; fields: unknown }[] = [];
  let issued = 0;
  const parts: ConversationParts = {
    turns: scriptedTurns().turns,
    store: createMemoryConversations(),
    clock: () => new Date('2024-05-06T07:08:09.000Z'),
    ids: () => `id-${(issued += 1)}`,
    log: (_level, event, fields) => logged.push({ event, fields }),
    retentionDays: 90,
    permalink: ({ documentId, start, end }) =>
      `https://bluelamp.example/documents/${documentId}?start=${start}&end=${end}`,
    ...replaced,
  };
  const audited = async () =>
    (await parts.store.eventsAfter(0, 100)).map(({ action, object, outcome }) => [action, object, outcome] as const);
  return { conversations: createConversations(parts), parts, logged, audited };
}

async function all(asking: AsyncIterable<ConversationEvent>): Promise<ConversationEvent[]> {
  const events: ConversationEvent[] = [];
  for await (const event of asking) events.push(event);
  return events;
}

const lamps: ConversationAsk = { question: 'How many lamps?', owner: 'ann', filters: {} };

describe('a question', () => {
  it('without a conversation begins one, and is answered once its turn is kept', async () => {
    const { conversations, audited } = open();
    const [accepted, passages, answered, ...rest] = await all(conversations.ask(lamps));
    expect(rest).toEqual([]);
    expect(accepted).toEqual({ type: 'accepted', conversationId: 'id-1', messageId: 'id-2' });
    expect(passages).toMatchObject({ type: 'passages', passages: [{ passageId: passage.id, text: passage.text }] });
    expect(answered).toMatchObject({
      type: 'answer',
      answer: { conversationId: 'id-1', messageId: 'id-2', status: 'answered', citations: [citation] },
    });
    const { turns } = await conversations.read('id-1', 'ann');
    expect(turns).toMatchObject([{ messageId: 'id-2', question: lamps.question, time: '2024-05-06T07:08:09.000Z' }]);
    expect(await audited()).toEqual([
      ['ask', 'id-2', 'answered'],
      ['view', 'id-1', 'done'],
    ]);
  });
});
