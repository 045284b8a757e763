// What a conversation promises, over turns that are scripted and a store in memory.
import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from '../../src/chat/conversations.ts';
import type { TurnRequest } from '../../src/chat/turn.ts';
import { AppError } from '../../src/domain/errors.ts';
import { createMemoryConversations } from '../ports/memory-conversations.ts';
import { all, answered, gate, lamps, morning, openDesk } from './open-desk.ts';
import { citation, passage, scriptedTurns } from './scripted-turns.ts';

const notFound = { code: 'not-found' };

describe('a question', () => {
  it('without a conversation begins one, and is answered once its turn is kept', async () => {
    const { conversations, audited, parts } = openDesk();
    const [accepted, passages, given, ...rest] = await all(conversations.ask({ ...lamps, requestId: 'r-7' }));
    expect(rest).toEqual([]);
    expect(accepted).toEqual({ type: 'accepted', conversationId: 'id-1', messageId: 'id-2' });
    expect(passages).toMatchObject({ type: 'passages', passages: [{ passageId: passage.id, text: passage.text }] });
    expect(given).toMatchObject({
      type: 'answer',
      answer: { conversationId: 'id-1', messageId: 'id-2', status: 'answered', citations: [citation] },
    });
    expect(given).not.toHaveProperty('result');
    const { turns } = await conversations.read('id-1', 'ann');
    expect(turns).toMatchObject([{ messageId: 'id-2', question: lamps.question, time: morning.toISOString() }]);
    expect(await audited()).toEqual([
      ['ask', 'id-2', 'answered'],
      ['view', 'id-1', 'done'],
    ]);
    expect(await parts.store.eventsAfter(0, 1)).toMatchObject([
      { actor: 'ann', requestId: 'r-7', time: morning.toISOString() },
    ]);
  });

  it('gets no answer before its turn is on disk', async () => {
    const store = createMemoryConversations();
    const written = gate();
    const desk = openDesk({
      store: { ...store, add: (turn, event) => written.opened.then(() => store.add(turn, event)) },
    });
    const events: string[] = [];
    const done = (async () => {
      for await (const { type } of desk.conversations.ask(lamps)) events.push(type);
    })();
    await expect.poll(() => events).toEqual(['accepted', 'passages']);
    // A wait shows nothing more; it would be seen here if the answer did not wait for the disk.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events).toEqual(['accepted', 'passages']);
    written.open();
    await done;
    expect(events).toEqual(['accepted', 'passages', 'answer']);
  });

  it('is understood by the last eight turns before it, and by nothing of another conversation', async () => {
    const { turns, asked } = scriptedTurns();
    const desk = openDesk({ turns });
    const { conversationId } = await answered(desk);
    await answered(desk, { ...lamps, question: 'elsewhere' });
    for (let n = 1; n <= 10; n += 1) await answered(desk, { ...lamps, conversationId, question: `q${n}` });
    expect(asked[0]?.history).toEqual([]);
    expect(asked[2]?.history).toMatchObject([{ question: lamps.question, status: 'answered', cited: [{ start: 10 }] }]);
    const last = asked.at(-1)?.history?.map(({ question }) => question);
    expect(last).toEqual(['q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9']);
  });

  it('takes its filters along, and tells how the answer came about where that is asked for', async () => {
    const { turns, asked } = scriptedTurns();
    const { conversations } = openDesk({ turns });
    const events = await all(conversations.ask({ ...lamps, filters: { from: 2020, to: 2022 }, explain: true }));
    expect(asked[0]).toMatchObject({ from: 2020, to: 2022 });
    expect(events.at(-1)).toMatchObject({ type: 'answer', answer: { explain: { parts: [{ intent: 'fact' }] } } });
    const { turns: kept } = await conversations.read('id-1', 'ann');
    expect(JSON.stringify(kept)).not.toContain('explain');
    expect(kept[0]?.filters).toEqual({ from: 2020, to: 2022 });
  });

  it('in a conversation that is not there is refused: none has the id, or it is of another owner', async () => {
    const desk = openDesk();
    const { conversationId } = await answered(desk);
    await expect(answered(desk, { ...lamps, conversationId: 'guessed' })).rejects.toMatchObject(notFound);
    await expect(answered(desk, { ...lamps, conversationId, owner: 'bob' })).rejects.toMatchObject(notFound);
    expect(await desk.audited()).toEqual([
      ['ask', 'id-2', 'answered'],
      ['refusal', 'guessed', 'refused'],
      ['refusal', conversationId, 'refused'],
    ]);
  });

  it('keeps its place in the conversation when the clock is put back', async () => {
    let now = morning.getTime();
    const desk = openDesk({ clock: () => new Date((now -= 3_600_000)) });
    const { conversationId } = await answered(desk, { ...lamps, question: 'first' });
    await answered(desk, { ...lamps, conversationId, question: 'second' });
    const { turns } = await desk.conversations.read(conversationId, 'ann');
    expect(turns.map(({ question }) => question)).toEqual(['first', 'second']);
    expect(turns[1]?.time.localeCompare(turns[0]?.time ?? '')).toBe(-1);
  });
});

describe('one question at a time', () => {
  it('is answered in a conversation; a second is told to wait, and answered afterwards', async () => {
    const door = gate();
    const { turns, asked } = scriptedTurns(({ question }) => (question === 'slow' ? door.opened : Promise.resolve()));
    const desk = openDesk({ turns });
    const { conversationId } = await answered(desk);
    const slow = answered(desk, { ...lamps, conversationId, question: 'slow' });
    await expect(answered(desk, { ...lamps, conversationId, question: 'eager' })).rejects.toMatchObject({
      code: 'busy',
    });
    // Whoever may not know of the conversation does not learn that it is busy.
    await expect(answered(desk, { ...lamps, conversationId, owner: 'bob' })).rejects.toMatchObject(notFound);
    await answered(desk, { ...lamps, question: 'another conversation' });
    door.open();
    await slow;
    await answered(desk, { ...lamps, conversationId, question: 'patient' });
    expect(asked.map(({ question }) => question)).toEqual([lamps.question, 'slow', 'another conversation', 'patient']);
  });

  it('may be asked as soon as the answer before it is kept, though nobody has read that yet', async () => {
    const desk = openDesk();
    const { conversationId } = await answered(desk);
    const unread = desk.conversations.ask({ ...lamps, conversationId });
    for (let step = 0; step < 3; step += 1) await unread.next();
    await answered(desk, { ...lamps, conversationId, question: 'next' });
    expect((await desk.conversations.read(conversationId, 'ann')).turns).toHaveLength(3);
  });
});

describe('a question that is stopped', () => {
  const reason = new Error('the reader went away');

  it.each(['before it is taken up', 'after it was accepted', 'after the passages', 'while the answer is composed'])(
    'leaves no turn, and lets the conversation go on: %s',
    async (moment) => {
      const stopping = new AbortController();
      const whileComposing = async (request: TurnRequest): Promise<void> => {
        if (moment === 'while the answer is composed' && request.question === 'stop') stopping.abort(reason);
      };
      const desk = openDesk({ turns: scriptedTurns(whileComposing).turns });
      const { conversationId } = await answered(desk);
      if (moment === 'before it is taken up') stopping.abort(reason);
      const types: string[] = [];
      const asking = (async () => {
        for await (const event of desk.conversations.ask({
          ...lamps,
          conversationId,
          question: 'stop',
          signal: stopping.signal,
        })) {
          types.push(event.type);
          if (event.type === 'accepted' && moment === 'after it was accepted') stopping.abort(reason);
          if (event.type === 'passages' && moment === 'after the passages') stopping.abort(reason);
        }
      })();
      await expect(asking).rejects.toBe(reason);
      expect(types).not.toContain('answer');
      expect((await desk.conversations.read(conversationId, 'ann')).turns).toHaveLength(1);
      expect(await desk.audited()).toContainEqual(['ask', expect.any(String), 'stopped']);
      await answered(desk, { ...lamps, conversationId });
    },
  );

  it('because whoever listened left leaves no turn, and the work ends', async () => {
    const { turns, asked } = scriptedTurns();
    const desk = openDesk({ turns });
    for await (const { type } of desk.conversations.ask(lamps)) if (type === 'passages') break;
    await expect(desk.conversations.read('id-1', 'ann')).rejects.toMatchObject(notFound);
    expect(asked).toHaveLength(1);
    expect(await desk.audited()).toContainEqual(['ask', 'id-2', 'stopped']);
  });

  it('leaves the id that it was accepted with good for another try, for its owner alone', async () => {
    const desk = openDesk();
    for await (const { type } of desk.conversations.ask(lamps)) if (type === 'accepted') break;
    await expect(answered(desk, { ...lamps, conversationId: 'id-1', owner: 'bob' })).rejects.toMatchObject(notFound);
    expect((await answered(desk, { ...lamps, conversationId: 'id-1' })).conversationId).toBe('id-1');
    await answered(desk, { ...lamps, conversationId: 'id-1' });
    expect((await desk.conversations.read('id-1', 'ann')).turns).toHaveLength(2);
  });
});

describe('a question that fails', () => {
  it('leaves no turn, is told to the audit log, and lets the conversation go on', async () => {
    const fault = new AppError('index-missing', 'There is no index.');
    const { turns } = scriptedTurns(async ({ question }) => {
      if (question === 'fail') throw fault;
    });
    const desk = openDesk({ turns });
    const { conversationId } = await answered(desk);
    await expect(answered(desk, { ...lamps, conversationId, question: 'fail' })).rejects.toBe(fault);
    expect((await desk.conversations.read(conversationId, 'ann')).turns).toHaveLength(1);
    expect((await desk.audited())[1]).toEqual(['ask', 'id-3', 'failed']);
    await answered(desk, { ...lamps, conversationId });
  });

  it('D2: because the disk is full says so, and the next is answered when there is room', async () => {
    const store = createMemoryConversations();
    const full = new AppError('disk-full', 'The disk is full.');
    let isFull = true;
    const desk = openDesk({
      store: {
        ...store,
        add: async (turn, event) => (isFull ? Promise.reject(full) : store.add(turn, event)),
        record: async (event) => (isFull ? Promise.reject(full) : store.record(event)),
      },
    });
    const events: ConversationEvent['type'][] = [];
    const asking = (async () => {
      for await (const { type } of desk.conversations.ask(lamps)) events.push(type);
    })();
    await expect(asking).rejects.toBe(full);
    expect(events).toEqual(['accepted', 'passages']);
    expect(desk.logged).toContainEqual({ event: 'audit-failed', fields: { code: 'disk-full' } });
    isFull = false;
    await answered(desk);
  });
});

describe('reading, exporting, judging and deleting', () => {
  it('H8: are for the owner alone, and every refusal is told to the audit log', async () => {
    const desk = openDesk();
    const { conversationId, messageId } = await answered(desk);
    const { conversations } = desk;
    const attempts = [
      conversations.read(conversationId, 'bob'),
      conversations.exportAs(conversationId, 'bob', 'md'),
      conversations.exportAs(conversationId, 'bob', 'json'),
      conversations.remove(conversationId, 'bob'),
      conversations.giveFeedback({ messageId, owner: 'bob', verdict: 'unhelpful' }),
      conversations.read('guessed', 'ann'),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(notFound);
    const refusals = (await desk.audited()).filter(([action]) => action === 'refusal');
    expect(refusals).toHaveLength(attempts.length);
    expect((await conversations.read(conversationId, 'ann')).turns).toMatchObject([{ messageId, feedback: null }]);
  });

  it('are done and told to the audit log with what they were done to', async () => {
    const desk = openDesk();
    const { conversationId, messageId } = await answered(desk);
    const { conversations, audited } = desk;
    await conversations.giveFeedback({ messageId, owner: 'ann', verdict: 'unhelpful', reason: 'old', comment: 'No.' });
    await conversations.giveFeedback({ messageId, owner: 'ann', verdict: 'helpful' });
    const feedback = { verdict: 'helpful', reason: null, comment: null, time: morning.toISOString() };
    expect((await conversations.read(conversationId, 'ann')).turns).toMatchObject([{ feedback }]);
    await conversations.exportAs(conversationId, 'ann', 'json');
    await conversations.remove(conversationId, 'ann');
    await expect(conversations.read(conversationId, 'ann')).rejects.toMatchObject(notFound);
    await conversations.record({ actor: 'bob', action: 'refusal', object: null, outcome: 'refused', requestId: 'r-1' });
    expect(await audited()).toEqual([
      ['ask', messageId, 'answered'],
      ['feedback', messageId, 'done'],
      ['feedback', messageId, 'done'],
      ['view', conversationId, 'done'],
      ['export', conversationId, 'done'],
      ['delete', conversationId, 'done'],
      ['refusal', conversationId, 'refused'],
      ['refusal', null, 'refused'],
    ]);
  });

  it('X3: show nothing that the audit log could not be told of', async () => {
    const store = createMemoryConversations();
    const full = new AppError('disk-full', 'The disk is full.');
    const desk = openDesk({ store: { ...store, record: () => Promise.reject(full) } });
    const { conversationId } = await answered(desk);
    await expect(desk.conversations.read(conversationId, 'ann')).rejects.toBe(full);
    await expect(desk.conversations.exportAs(conversationId, 'ann', 'md')).rejects.toBe(full);
  });

  it('stop what is being answered in a conversation that is deleted, and nothing of it is kept', async () => {
    for (const isFirst of [true, false]) {
      const door = gate();
      const { turns } = scriptedTurns(({ question }) => (question === 'slow' ? door.opened : Promise.resolve()));
      const desk = openDesk({ turns });
      const begun = isFirst ? {} : { conversationId: (await answered(desk)).conversationId };
      const asking = desk.conversations.ask({ ...lamps, ...begun, question: 'slow' });
      const accepted = await asking.next();
      const conversationId = !accepted.done && accepted.value.type === 'accepted' ? accepted.value.conversationId : '';
      const rest = all(asking);
      await desk.conversations.remove(conversationId, 'ann');
      door.open();
      await expect(rest).rejects.toMatchObject({ ...notFound, message: expect.stringContaining('was deleted') });
      await expect(desk.conversations.read(conversationId, 'ann')).rejects.toMatchObject(notFound);
      await expect(answered(desk, { ...lamps, conversationId })).rejects.toMatchObject(notFound);
    }
  });
});

it('X2: neither the log nor the audit log holds a word of what was asked, answered or remarked', async () => {
  const canary = 'nine crowns for the harbour master';
  const { turns } = scriptedTurns(async ({ question }) => {
    if (question.startsWith('fail')) throw new AppError('internal', 'It failed.');
  });
  const desk = openDesk({ turns, clock: () => morning });
  const { conversationId, messageId } = await answered(desk, { ...lamps, question: canary });
  const { conversations, parts } = desk;
  await answered(desk, { ...lamps, conversationId, question: `fail ${canary}` }).catch(() => undefined);
  await conversations.giveFeedback({ messageId, owner: 'ann', verdict: 'unhelpful', reason: canary, comment: canary });
  await conversations.exportAs(conversationId, 'ann', 'md');
  await conversations.purge();
  await conversations.remove(conversationId, 'ann');
  const told = JSON.stringify([desk.logged, await parts.store.eventsAfter(0, 100)]);
  expect(told).toContain('purged');
  expect(told).not.toContain('crowns');
  expect(told).not.toContain(passage.text);
});
