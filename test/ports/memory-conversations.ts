// Conversations in memory, for tests of what stands above the store; held to the same suite as the one on disk.
import { linkAfter, emptyHead, verifyChain } from '../../src/adapters/data/audit-chain.ts';
import type { Link } from '../../src/adapters/data/audit-chain.ts';
import type { ConversationTurnWire, GivenFeedbackWire } from '../../src/contract/conversations.ts';
import { pointsIn } from '../../src/domain/conversation.ts';
import type { ConversationKey, ConversationStore, NewTurn } from '../../src/conversation-store.ts';
import type { AuditEvent, RecordedEvent } from '../../src/domain/audit.ts';
import { isDocumentId, isPassageId } from '../../src/domain/ids.ts';

/** Conversations that one call of `purge` removes at most. */
const purgedAtOnce = 100;

export function createMemoryConversations(): ConversationStore {
  let turns: NewTurn[] = [];
  const feedback = new Map<string, GivenFeedbackWire>();
  const links: Link[] = [];
  const head = (): { sequence: number; hash: string } => links.at(-1) ?? emptyHead;
  const note = (event: AuditEvent): void => void links.push(linkAfter(head(), event));
  const of = ({ conversationId, owner }: ConversationKey): NewTurn[] =>
    turns.filter((turn) => turn.conversationId === conversationId && turn.owner === owner);
  const lastOf = (id: string): string =>
    turns.reduce((last, { conversationId, time }) => (conversationId === id && time > last ? time : last), '');
  const forget = (ids: ReadonlySet<string>): void => {
    for (const { conversationId, answer } of turns) if (ids.has(conversationId)) feedback.delete(answer.messageId);
    turns = turns.filter(({ conversationId }) => !ids.has(conversationId));
  };
  return {
    async read(key) {
      const own = of(key);
      const [first] = own;
      if (!first) return null;
      return {
        conversationId: key.conversationId,
        created: first.time,
        last: lastOf(key.conversationId),
        turns: own.map((turn) => toWire(turn, feedback.get(turn.answer.messageId) ?? null)),
      };
    },
    async history(key, limit) {
      const own = of(key);
      return own.length === 0 ? null : own.slice(-limit).map(toPastTurn);
    },
    async turnsOf({ owner, conversationId, clientMessageId }) {
      const firsts = new Map(turns.toReversed().map((turn) => [turn.conversationId, turn]));
      return turns
        .filter((turn) => turn.owner === owner && turn.clientMessageId === clientMessageId)
        .filter((turn) =>
          conversationId === null ? firsts.get(turn.conversationId) === turn : turn.conversationId === conversationId,
        )
        .toReversed();
    },
    async add(turn, event) {
      if (!turn.begins && of(turn).length === 0) return false;
      turns.push(turn);
      note(event);
      return true;
    },
    async setFeedback(given, event) {
      const isTheirs = turns.some(({ owner, answer }) => owner === given.owner && answer.messageId === given.messageId);
      if (!isTheirs) return false;
      feedback.set(given.messageId, given.feedback);
      note(event);
      return true;
    },
    async remove(key, event) {
      if (of(key).length === 0) return false;
      forget(new Set([key.conversationId]));
      note(event);
      return true;
    },
    async purge(before, event) {
      const old = [...new Set(turns.map(({ conversationId }) => conversationId))]
        .filter((id) => lastOf(id) < before)
        .slice(0, purgedAtOnce);
      if (old.length === 0) return 0;
      forget(new Set(old));
      note({ ...event, count: old.length });
      return old.length;
    },
    record: async (event) => note(event),
    eventsAfter: async (sequence, limit) => links.slice(sequence, sequence + limit).map(toEvent),
    verifyAudit: async () => verifyChain(links, head()),
    close: async () => undefined,
  };
}

function toWire({ question, filters, time, answer }: NewTurn, given: GivenFeedbackWire | null): ConversationTurnWire {
  const { documents, ...years } = filters;
  return {
    messageId: answer.messageId,
    question,
    filters: { ...years, ...(documents ? { documents: [...documents] } : {}) },
    time,
    answer,
    feedback: given,
  };
}

function toPastTurn({ question, answer: { status, citations, answer, suggestions } }: NewTurn) {
  const cited = citations.flatMap(({ documentId, passageId, start, end }) =>
    isDocumentId(documentId) && isPassageId(passageId) ? [{ documentId, passageId, start, end }] : [],
  );
  return { question, status, cited, points: pointsIn(answer), suggested: suggestions };
}

function toEvent({ entry }: Link): RecordedEvent {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an entry is the JSON of an event, made by linkAfter.
  return JSON.parse(entry) as RecordedEvent;
}
