// Conversations over scripted turns and a store in memory.
import { createConversations } from '../../src/chat/conversations.ts';
import type {
  ConversationAsk,
  ConversationEvent,
  ConversationParts,
  Conversations,
} from '../../src/chat/conversations.ts';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { createMemoryConversations } from '../ports/memory-conversations.ts';
import { scriptedTurns } from './scripted-turns.ts';

export interface Desk {
  readonly conversations: Conversations;
  readonly parts: ConversationParts;
  readonly logged: readonly { readonly event: string; readonly fields: unknown }[];
  /** The audit log, each event as action, object and outcome. */
  readonly audited: () => Promise<readonly (readonly [string, string | null, string])[]>;
}

export const morning = new Date('2024-05-06T07:08:09.000Z');

export function openDesk(replaced: Partial<ConversationParts> = {}): Desk {
  const logged: { event: string; fields: unknown }[] = [];
  let issued = 0;
  const parts: ConversationParts = {
    turns: scriptedTurns().turns,
    store: createMemoryConversations(),
    clock: () => morning,
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

export const lamps: ConversationAsk = { question: 'How many lamps?', owner: 'ann', filters: {} };

export async function all(asking: AsyncIterable<ConversationEvent>): Promise<ConversationEvent[]> {
  const events: ConversationEvent[] = [];
  for await (const event of asking) events.push(event);
  return events;
}

/** Asks and gives the answer. */
export async function answered({ conversations }: Desk, ask: ConversationAsk = lamps): Promise<AnswerWire> {
  const last = (await all(conversations.ask(ask))).at(-1);
  if (last?.type !== 'answer') throw new Error('No answer came last.');
  return last.answer;
}

/** A door that opens when it is told to. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
