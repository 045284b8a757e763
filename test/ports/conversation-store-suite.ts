// What every store of conversations promises. Run by the one on disk and by the one in memory.
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ConversationStore, FeedbackOnAnswer } from '../../src/conversation-store.ts';
import { event, newTurn, noon } from '../adapters/data/made-up-turns.ts';
import { citation, documentId, madeUpAnswer } from '../chat/scripted-turns.ts';

/** Any UTF-16, halves of surrogate pairs and NUL included, and what has a meaning to a database. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xff_ff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    '"',
    '"quoted"',
    "'; drop table turns; --",
    '\0',
    'a\0b',
    '\ud800',
    '👮🏽‍♀️',
    '\ufeff',
    'e\u0301',
    '%_?1',
  ),
);

export function describeConversationStore(name: string, open: () => Promise<ConversationStore>): void {
  describe(`a store of conversations ${name}`, () => {
    const opened = async (): Promise<ConversationStore> => {
      const store = await open();
      onTestFinished(() => store.close());
      return store;
    };
    keepsTurns(opened);
    keepsToOwners(opened);
    takesFeedback(opened);
    forgets(opened);
    audits(opened);
    keepsAnyText(opened);
  });
}

type Open = () => Promise<ConversationStore>;

const ann = { conversationId: 'c-1', owner: 'ann' };
const bob = { conversationId: 'c-1', owner: 'bob' };

function keepsTurns(open: Open): void {
  it('gives turns back whole, in the order in which they were added, whatever the clock said', async () => {
    const store = await open();
    const times = [noon, '2024-05-06T13:00:00.000Z', '2024-05-06T11:00:00.000Z'];
    const filters = { documents: [documentId('quay-plan-2020')], from: 2020, to: 2024 };
    for (const [at, time] of times.entries()) {
      await store.add(
        newTurn({ begins: at === 0, messageId: `m-${9 - at}`, time, filters, question: `q${at}` }),
        event('ask'),
      );
    }
    expect(await store.read(ann)).toEqual({
      conversationId: 'c-1',
      created: noon,
      last: times[1],
      turns: times.map((time, at) => ({
        messageId: `m-${9 - at}`,
        question: `q${at}`,
        filters,
        time,
        answer: madeUpAnswer({ conversationId: 'c-1', messageId: `m-${9 - at}` }),
        feedback: null,
      })),
    });
  });

  it('gives the last turns with the places they quoted, for the next question to be understood by', async () => {
    const store = await open();
    for (let at = 0; at < 4; at += 1) {
      await store.add(newTurn({ begins: at === 0, messageId: `m-${at}`, question: `q${at}` }), event('ask'));
    }
    const { documentId: id, passageId, start, end } = citation;
    const cited = [{ documentId: id, passageId, start, end }];
    expect(await store.history(ann, 2)).toEqual([
      { question: 'q2', status: 'answered', cited, points: [], suggested: [] },
      { question: 'q3', status: 'answered', cited, points: [], suggested: [] },
    ]);
    expect(await store.history(ann, 100)).toHaveLength(4);
  });

  it('takes many at once, each whole, in the order in which they came', async () => {
    const store = await open();
    const ids = Array.from({ length: 60 }, (_, n) => `m-${n}`);
    const added = ids.map((messageId, n) =>
      store.add(newTurn({ conversationId: `c-${n % 6}`, begins: n < 6, messageId }), event('ask', messageId)),
    );
    expect(await Promise.all(added)).toEqual(ids.map(() => true));
    const conversation = await store.read({ ...ann, conversationId: 'c-2' });
    expect(conversation?.turns.map(({ messageId }) => messageId)).toEqual(ids.filter((_, n) => n % 6 === 2));
    expect((await store.eventsAfter(0, 100)).map(({ object }) => object)).toEqual(ids);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'sound', events: ids.length });
  });

  it('adds nothing to a conversation that is not there', async () => {
    const store = await open();
    expect(await store.add(newTurn({ begins: false }), event('ask'))).toBe(false);
    expect([await store.read(ann), await store.history(ann, 8)]).toEqual([null, null]);
    expect(await store.eventsAfter(0, 10)).toEqual([]);
  });

  it('W6: finds the turns that a client message led to, the latest first, within one conversation', async () => {
    const store = await open();
    await store.add(newTurn({ clientMessageId: 'one', messageId: 'm-1', question: 'first' }), event('ask'));
    await store.add(
      newTurn({ begins: false, clientMessageId: 'two', messageId: 'm-2', question: 'second' }),
      event('ask'),
    );
    await store.add(
      newTurn({ begins: false, clientMessageId: 'two', messageId: 'm-3', question: 'third' }),
      event('ask'),
    );
    await store.add(
      newTurn({ conversationId: 'c-2', clientMessageId: 'two', messageId: 'm-4', question: 'other' }),
      event('ask'),
    );
    const questions = async (conversationId: string | null, clientMessageId: string, owner = 'ann') =>
      (await store.turnsOf({ owner, conversationId, clientMessageId })).map(({ question }) => question);
    expect(await questions('c-1', 'two')).toEqual(['third', 'second']);
    expect(await questions('c-1', 'three')).toEqual([]);
    expect(await questions('c-1', 'two', 'bob')).toEqual([]);
    expect(await questions(null, 'one')).toEqual(['first']);
    expect(await questions(null, 'two')).toEqual(['other']);
    expect(await store.turnsOf({ owner: 'ann', conversationId: 'c-1', clientMessageId: 'one' })).toMatchObject([
      { filters: {}, answer: madeUpAnswer({ conversationId: 'c-1', messageId: 'm-1' }) },
    ]);
  });
}

function keepsToOwners(open: Open): void {
  it('H8: has for another owner nothing, and lets them change nothing', async () => {
    const store = await open();
    await store.add(newTurn({ clientMessageId: 'one' }), event('ask'));
    const feedback = { verdict: 'helpful', reason: null, comment: null, time: noon } as const;
    expect(await store.read(bob)).toBeNull();
    expect(await store.history(bob, 8)).toBeNull();
    expect(await store.add(newTurn({ owner: 'bob', begins: false, messageId: 'm-2' }), event('ask'))).toBe(false);
    expect(await store.setFeedback({ messageId: 'm-1', owner: 'bob', feedback }, event('feedback'))).toBe(false);
    expect(await store.remove(bob, event('delete'))).toBe(false);
    expect(await store.read(ann)).toMatchObject({ turns: [{ messageId: 'm-1', feedback: null }] });
    expect((await store.eventsAfter(0, 10)).map(({ action }) => action)).toEqual(['ask']);
  });
}

function takesFeedback(open: Open): void {
  it('keeps the latest feedback on an answer', async () => {
    const store = await open();
    await store.add(newTurn(), event('ask'));
    const given: FeedbackOnAnswer[] = [
      {
        messageId: 'm-1',
        owner: 'ann',
        feedback: { verdict: 'unhelpful', reason: 'old', comment: 'It is.', time: noon },
      },
      { messageId: 'm-1', owner: 'ann', feedback: { verdict: 'helpful', reason: null, comment: null, time: noon } },
    ];
    for (const each of given) {
      expect(await store.setFeedback(each, event('feedback', 'm-1'))).toBe(true);
      expect(await store.read(ann)).toMatchObject({ turns: [{ feedback: each.feedback }] });
    }
    expect((await store.eventsAfter(1, 10)).map(({ action, object }) => [action, object])).toEqual([
      ['feedback', 'm-1'],
      ['feedback', 'm-1'],
    ]);
  });
}

function forgets(open: Open): void {
  it('removes a conversation with all that hangs on it, and nothing else', async () => {
    const store = await open();
    await store.add(newTurn({ clientMessageId: 'one' }), event('ask'));
    await store.add(newTurn({ conversationId: 'c-2', messageId: 'm-2' }), event('ask'));
    expect(await store.remove(ann, event('delete', 'c-1'))).toBe(true);
    expect(await store.remove(ann, event('delete', 'c-1'))).toBe(false);
    expect(await store.read(ann)).toBeNull();
    expect(await store.turnsOf({ owner: 'ann', conversationId: 'c-1', clientMessageId: 'one' })).toEqual([]);
    expect(await store.read({ ...ann, conversationId: 'c-2' })).toMatchObject({ turns: [{ messageId: 'm-2' }] });
    // The id of an answer that is gone may come again, and comes without the feedback on the other.
    await store.add(newTurn({ conversationId: 'c-3', messageId: 'm-1' }), event('ask'));
    expect(await store.read({ ...ann, conversationId: 'c-3' })).toMatchObject({ turns: [{ feedback: null }] });
  });

  it('purges conversations by their latest turn, some at a time, and tells how many', async () => {
    const store = await open();
    const old = Array.from({ length: 250 }, (_, at) => `old-${at}`);
    for (const conversationId of old) {
      await store.add(
        newTurn({ conversationId, messageId: conversationId, time: '2024-01-01T00:00:00.000Z' }),
        event('ask'),
      );
    }
    await store.add(
      newTurn({ conversationId: 'lively', messageId: 'm-1', time: '2024-01-01T00:00:00.000Z' }),
      event('ask'),
    );
    await store.add(newTurn({ conversationId: 'lively', messageId: 'm-2', begins: false, time: noon }), event('ask'));
    const counts: number[] = [];
    for (let count = -1; count !== 0;) {
      count = await store.purge('2024-05-01T00:00:00.000Z', event('purge'));
      counts.push(count);
    }
    expect(counts.reduce((sum, count) => sum + count)).toBe(old.length);
    expect(counts.length).toBeGreaterThan(2);
    expect(await store.read({ owner: 'ann', conversationId: 'old-7' })).toBeNull();
    expect(await store.read({ owner: 'ann', conversationId: 'lively' })).toMatchObject({ turns: [{}, {}] });
    const told = (await store.eventsAfter(old.length + 2, 100)).map(({ action, count }) => [action, count]);
    expect(told).toEqual(counts.filter((count) => count > 0).map((count) => ['purge', count]));
  });
}

function audits(open: Open): void {
  it('numbers events from 1 without gaps, gives them in order, and finds its own chain sound', async () => {
    const store = await open();
    expect(await store.verifyAudit()).toMatchObject({ kind: 'sound', events: 0 });
    for (const action of ['login', 'refusal', 'ingest'] as const) await store.record(event(action, action));
    await store.add(newTurn(), event('ask', 'm-1'));
    const recorded = await store.eventsAfter(0, 100);
    expect(recorded.map(({ sequence, action }) => [sequence, action])).toEqual([
      [1, 'login'],
      [2, 'refusal'],
      [3, 'ingest'],
      [4, 'ask'],
    ]);
    expect(recorded[3]).toEqual({ sequence: 4, ...event('ask', 'm-1') });
    expect((await store.eventsAfter(1, 2)).map(({ sequence }) => sequence)).toEqual([2, 3]);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'sound', events: 4 });
  });
}

function keepsAnyText(open: Open): void {
  it('gives any text back as it was, to the code unit, and takes no other for it', async () => {
    const store = await open();
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({ owner: anyText, id: anyText, message: anyText, question: anyText, comment: anyText }),
        async (texts) => {
          number += 1;
          const conversationId = `${number} ${texts.id}`;
          const messageId = `${number} ${texts.message}`;
          const key = { conversationId, owner: texts.owner };
          const turn = newTurn({ ...key, messageId, question: texts.question, clientMessageId: texts.message });
          const feedback = { verdict: 'helpful', reason: texts.question, comment: texts.comment, time: noon } as const;
          expect(await store.add(turn, event('ask', messageId))).toBe(true);
          expect(await store.setFeedback({ messageId, owner: texts.owner, feedback }, event('feedback'))).toBe(true);
          expect(await store.read(key)).toMatchObject({
            turns: [{ messageId, question: texts.question, answer: turn.answer, feedback }],
          });
          expect(await store.read({ ...key, conversationId: `${conversationId}\0` })).toBeNull();
          expect(await store.read({ ...key, owner: `${texts.owner}\ud800` })).toBeNull();
          expect((await store.eventsAfter(number * 2 - 2, 1))[0]?.object).toBe(messageId);
          const sent = { owner: texts.owner, conversationId, clientMessageId: texts.message };
          expect(await store.turnsOf(sent)).toMatchObject([{ question: texts.question }]);
        },
      ),
      { numRuns: 200 },
    );
    expect(await store.verifyAudit()).toMatchObject({ kind: 'sound', events: number * 2 });
  });
}
