// W6: a message that is sent again is not answered again.
import { describe, expect, it } from 'vitest';
import { answered, gate, lamps, openDesk } from './open-desk.ts';
import { scriptedTurns } from './scripted-turns.ts';

const longId = 'Zm9yIHRlc3RzIG9ubHkgMQ';

describe('W6: a message with a client id of its own', () => {
  it('sent five times over, one after the other or all at once, is one turn and one answer', async () => {
    for (const inOrder of [true, false]) {
      const { turns, asked } = scriptedTurns();
      const desk = openDesk({ turns });
      const { conversationId } = await answered(desk);
      const message = { ...lamps, conversationId, question: 'again', clientMessageId: '1' };
      const first = inOrder ? [await answered(desk, message)] : [];
      const answers = [...first, ...(await Promise.all(Array.from({ length: 5 }, () => answered(desk, message))))];
      expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1);
      expect(answers.every((answer) => JSON.stringify(answer) === JSON.stringify(answers[0]))).toBe(true);
      expect(asked).toHaveLength(2);
      expect((await desk.conversations.read(conversationId, 'ann')).turns).toHaveLength(2);
      const told = (await desk.audited()).slice(1, -1).map(([action]) => action);
      expect(told).toEqual(['ask', ...answers.slice(1).map(() => 'view')]);
    }
  });

  it('that begins a conversation is known again by an id that nobody else can have', async () => {
    const { turns, asked } = scriptedTurns();
    const desk = openDesk({ turns });
    const message = { ...lamps, clientMessageId: longId };
    const answers = await Promise.all(Array.from({ length: 5 }, () => answered(desk, message)));
    expect(new Set(answers.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(asked).toHaveLength(1);
    const others = [
      { ...message, owner: 'bob' },
      { ...message, question: 'something else' },
      { ...message, filters: { from: 2020 } },
    ];
    for (const other of others)
      expect((await answered(desk, other)).conversationId).not.toBe(answers[0]?.conversationId);
  });

  it('is a new one where the id is short, as of clients that count: each begins a conversation of its own', async () => {
    const desk = openDesk();
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => answered(desk, { ...lamps, clientMessageId: '1' })),
    );
    expect(new Set(answers.map(({ conversationId }) => conversationId)).size).toBe(3);
  });

  it('is a new one where the question is another, as of clients that begin to count again', async () => {
    const { turns, asked } = scriptedTurns();
    const desk = openDesk({ turns });
    const { conversationId } = await answered(desk);
    for (const question of ['one', 'two'])
      await answered(desk, { ...lamps, conversationId, question, clientMessageId: '1' });
    expect(asked.map(({ question }) => question)).toEqual([lamps.question, 'one', 'two']);
  });

  it('is answered by the second sending when the first was stopped', async () => {
    const door = gate();
    const { turns, asked } = scriptedTurns(() => door.opened);
    const desk = openDesk({ turns });
    const stopping = new AbortController();
    const message = { ...lamps, clientMessageId: longId };
    const first = answered(desk, { ...message, signal: stopping.signal });
    const second = answered(desk, message);
    await expect.poll(() => asked.length).toBe(1);
    stopping.abort(new Error('stopped'));
    door.open();
    await expect(first).rejects.toThrow('stopped');
    expect((await second).status).toBe('answered');
    expect(asked).toHaveLength(2);
  });

  it('does not wait for the first sending longer than its own reader does', async () => {
    const door = gate();
    const desk = openDesk({ turns: scriptedTurns(() => door.opened).turns });
    const message = { ...lamps, clientMessageId: longId };
    const first = answered(desk, message);
    const stopping = new AbortController();
    const second = answered(desk, { ...message, signal: stopping.signal });
    await new Promise((resolve) => setTimeout(resolve, 5));
    stopping.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    door.open();
    await first;
  });
});
