// The chat protocol over real sockets: what a reader asks and what comes back.
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Turns } from '../../../src/chat/turn.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { scriptedTurns, turnResult } from '../../chat/scripted-turns.ts';
import { listeningHarbour } from '../http/listening-harbour.ts';
import { harbourStrategies } from '../http/made-up-strategies.ts';
import { connect } from './chat-client.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';

/** A gate that turns wait at until it is opened. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Turns that wait until they are told to go on or their signal aborts. */
function waitingTurns(): { turns: Turns; open: () => void; asked: readonly unknown[]; aborted: () => number } {
  const { opened, open } = gate();
  let aborted = 0;
  const { turns, asked } = scriptedTurns(async ({ signal }) => {
    await Promise.race([opened, new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))]);
    if (signal?.aborted) aborted += 1;
    signal?.throwIfAborted();
  });
  return { turns, open, asked, aborted: () => aborted };
}

describe('a question', () => {
  it('is accepted, shown what was found, and answered in pieces that are the answer', async () => {
    const { url } = await listeningHarbour();
    const client = await connect(url);
    client.ask('one', question);
    const { answer } = await client.first('answer', 'one');
    const types = client.frames.map(({ type }) => type);
    expect(types.slice(0, 2)).toEqual(['accepted', 'passages']);
    expect(types.at(-1)).toBe('answer');
    expect(types.filter((type) => type === 'answer')).toHaveLength(1);
    const text = client.frames.map((frame) => (frame.type === 'text-delta' ? frame.text : '')).join('');
    expect(text).toBe(answer.answer);
    const citations = client.frames.flatMap((frame) => (frame.type === 'citation' ? [frame.citation] : []));
    expect(citations).toEqual(answer.citations);
    for (const { documentId, start, end, quote } of citations) {
      const document = harbourStrategies.find(({ id }) => id === documentId);
      expect(document?.text.slice(start, end)).toBe(quote);
    }
    const accepted = await client.first('accepted');
    expect(answer).toMatchObject({ conversationId: accepted.conversationId, messageId: accepted.messageId });
  });

  it('has each citation after the piece in which its marker stands', async () => {
    const { url } = await listeningHarbour();
    const client = await connect(url);
    client.ask('one', question);
    await client.first('answer', 'one');
    let text = '';
    for (const frame of client.frames) {
      if (frame.type === 'text-delta') text += frame.text;
      if (frame.type === 'citation') expect(text).toContain(`[${frame.citation.n}]`);
    }
    expect(client.frames.some(({ type }) => type === 'citation')).toBe(true);
  });

  it('keeps to its documents and years', async () => {
    const { url } = await listeningHarbour();
    const client = await connect(url);
    client.ask('one', question, { documents: ['2024-2027-open-water'], from: 2020, to: 2030 });
    const { passages } = await client.first('passages', 'one');
    expect([...new Set(passages.map(({ documentId }) => documentId))]).toEqual(['2024-2027-open-water']);
  });

  it('goes on with its conversation, also over another connection', async () => {
    const { url, store } = await listeningHarbour();
    const before = await connect(url);
    before.ask('one', question);
    const { conversationId } = (await before.first('answer')).answer;
    before.socket.terminate();
    const after = await connect(url);
    after.ask('two', 'And who walks the quays at dusk?', { conversationId });
    expect((await after.first('answer')).answer.conversationId).toBe(conversationId);
    expect((await store.read({ conversationId, owner: '(open)' }))?.turns).toHaveLength(2);
  });

  it('of several at a time gets its own answer', async () => {
    const { url } = await listeningHarbour();
    const client = await connect(url);
    const ids = ['a', 'b', 'c', 'd'];
    for (const id of ids) client.ask(id, `${question} ${id}`);
    await Promise.all(ids.map((id) => client.first('answer', id)));
    for (const id of ids) {
      const text = client.of(id).map((frame) => (frame.type === 'text-delta' ? frame.text : ''));
      expect(text.join('')).toBe((await client.first('answer', id)).answer.answer);
      expect(client.of(id).filter(({ type }) => type === 'answer')).toHaveLength(1);
    }
  });
});

describe('stop', () => {
  it('ends the work and says so, and nothing of it is kept', async () => {
    const { turns, aborted } = waitingTurns();
    const { url, store } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask('one', question);
    const { conversationId } = await client.first('accepted', 'one');
    await client.first('passages', 'one');
    client.send({ type: 'stop', id: 'one' });
    await client.first('stopped', 'one');
    await client.settled();
    expect(aborted()).toBe(1);
    expect(client.of('one').map(({ type }) => type)).toEqual(['accepted', 'passages', 'stopped']);
    expect(await store.read({ conversationId, owner: '(open)' })).toBeNull();
  });

  it('lets the conversation go on', async () => {
    const { turns, open } = waitingTurns();
    const { url } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask('one', question);
    const { conversationId } = await client.first('accepted', 'one');
    client.send({ type: 'stop', id: 'one' });
    await client.first('stopped', 'one');
    open();
    client.ask('two', question, { conversationId });
    expect((await client.first('answer', 'two')).answer.conversationId).toBe(conversationId);
  });

  it('also ends a question that still waits for its turn', async () => {
    const { turns, open, asked } = waitingTurns();
    const { url, gate: line } = await listeningHarbour({ turns, gateLimits: { running: 1, waiting: 1 } });
    const client = await connect(url);
    client.ask('one', question);
    await client.first('passages', 'one');
    client.ask('two', question);
    await client.first('accepted', 'two');
    client.send({ type: 'stop', id: 'two' });
    await client.first('stopped', 'two');
    open();
    await client.first('answer', 'one');
    expect(asked).toHaveLength(1);
    expect(line.load()).toEqual({ running: 0, waiting: 0 });
  });

  it('of what is over, or was never asked, does nothing', async () => {
    const { url } = await listeningHarbour();
    const client = await connect(url);
    client.ask('one', question);
    await client.first('answer', 'one');
    client.send({ type: 'stop', id: 'one' });
    client.send({ type: 'stop', id: 'never' });
    await client.settled();
    expect(client.frames.at(-1)?.type).toBe('answer');
  });
});

describe('a second question', () => {
  it('of a conversation that is being answered is told that it is busy', async () => {
    const { turns, open } = waitingTurns();
    const { url } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask('one', question);
    const { conversationId } = await client.first('accepted', 'one');
    client.ask('two', question, { conversationId });
    expect(await client.first('error', 'two')).toMatchObject({ code: 'busy' });
    open();
    await client.first('answer', 'one');
  });

  it('waits where others are being answered, and is told at once when too many wait', async () => {
    const { turns, open } = waitingTurns();
    const { url } = await listeningHarbour({ turns, gateLimits: { running: 1, waiting: 1 } });
    const client = await connect(url);
    for (const id of ['one', 'two', 'three']) client.ask(id, question);
    expect(await client.first('error', 'three')).toMatchObject({ code: 'busy', retryAfter: 5 });
    expect(client.of('two').map(({ type }) => type)).toEqual(['accepted']);
    open();
    await Promise.all(['one', 'two'].map((id) => client.first('answer', id)));
  });

  it('under the id of one that is being answered is refused', async () => {
    const { turns, open } = waitingTurns();
    const { url } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask('one', question);
    client.ask('one', 'Something else?');
    expect(await client.first('error')).toEqual({
      type: 'error',
      code: 'invalid-request',
      message: expect.stringContaining('its own'),
    });
    open();
    await client.first('answer', 'one');
  });
});

describe('W6 the same message', () => {
  const long = '0a1b2c3d4e5f6a7b8c9d0e1f';

  it.each([
    ['while it is answered', 'short', true],
    ['when it was answered', 'short', false],
    ['while it is answered, with a long id', long, true],
    ['when it was answered, with a long id', long, false],
  ])('sent five times %s is one turn', async (_when, id, atOnce) => {
    const { turns, asked } = scriptedTurns();
    const { url, store } = await listeningHarbour({ turns });
    const client = await connect(url);
    for (let time = 0; time < 5; time += 1) {
      client.ask(id, question);
      if (!atOnce) await client.first('answer', id);
    }
    const { answer } = await client.first('answer', id);
    await client.settled();
    const answers = client.frames.flatMap((frame) => (frame.type === 'answer' ? [frame.answer] : []));
    expect(new Set(answers.map(({ messageId }) => messageId))).toEqual(new Set([answer.messageId]));
    expect(asked).toHaveLength(1);
    expect((await store.read({ conversationId: answer.conversationId, owner: '(open)' }))?.turns).toHaveLength(1);
  });

  it('sent over two connections is one turn, and both have its answer', async () => {
    const { turns, asked } = scriptedTurns();
    const { url } = await listeningHarbour({ turns });
    const clients = await Promise.all([connect(url), connect(url)]);
    for (const client of clients) for (let time = 0; time < 3; time += 1) client.ask(long, question);
    const [one, other] = await Promise.all(clients.map((client) => client.first('answer', long)));
    expect(one?.answer).toEqual(other?.answer);
    expect(asked).toHaveLength(1);
  });

  it('under a short id is another reader’s own, and is answered', async () => {
    const { turns, asked } = scriptedTurns();
    const { url } = await listeningHarbour({ turns });
    const clients = await Promise.all([connect(url), connect(url)]);
    for (const client of clients) client.ask('1', question);
    const answers = await Promise.all(clients.map((client) => client.first('answer', '1')));
    expect(new Set(answers.map(({ answer }) => answer.conversationId)).size).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it('with another question is another turn', async () => {
    const { turns, asked } = scriptedTurns();
    const { url } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask('1', question);
    const { conversationId } = (await client.first('answer', '1')).answer;
    client.frames.length = 0;
    client.ask('1', 'Something else?', { conversationId });
    await client.first('answer', '1');
    expect(asked).toHaveLength(2);
  });
});

describe('a message that is not understood', () => {
  it.each([
    ['no JSON', '{', undefined],
    ['no object', '[]', undefined],
    ['null', 'null', undefined],
    ['without a type', '{"id":"x","question":"a"}', 'x'],
    ['of another type', '{"type":"shout","id":"x"}', 'x'],
    ['without an id', '{"type":"ask","question":"a"}', undefined],
    ['with a number for an id', '{"type":"ask","id":7,"question":"a"}', undefined],
    ['with an endless id', JSON.stringify({ type: 'ask', id: 'i'.repeat(65), question: 'a' }), undefined],
    ['without a question', '{"type":"ask","id":"x"}', 'x'],
    ['with a question that is too long', JSON.stringify({ type: 'ask', id: 'x', question: 'a'.repeat(2001) }), 'x'],
    ['with a field that is none', '{"type":"ask","id":"x","question":"a","documets":[]}', 'x'],
    ['with a prototype', '{"type":"ask","id":"x","question":"a","__proto__":{"b":1}}', 'x'],
    ['that stops nothing', '{"type":"stop"}', undefined],
    ['too deep', '['.repeat(30_000), undefined],
  ])('%s is refused with a word, and the next one is taken', async (_what, text, id) => {
    const { url } = await listeningHarbour();
    const client = await connect(url);
    client.send(text);
    const refused = await client.first('error');
    expect(refused).toMatchObject({ code: 'invalid-request', message: expect.stringMatching(/\S.{10}/u) });
    expect(refused.id).toBe(id);
    client.ask('next', question);
    await client.first('answer', 'next');
  });

  it('never shows what failed inside', async () => {
    const secret = 'EACCES /srv/secret/index.sqlite';
    const { turns } = scriptedTurns(() => Promise.reject(new Error(secret)));
    const { url, logged } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask('one', question);
    const refused = await client.first('error', 'one');
    expect(refused.code).toBe('internal');
    expect(JSON.stringify(client.frames)).not.toMatch(/secret|EACCES|\.ts/u);
    expect(logged.map(({ event }) => event)).toContain('ask-failed');
  });

  it('says what a fault of ours means for whoever asked', async () => {
    const away = new AppError('disk-full', 'There is no room to keep the answer.');
    const { turns } = scriptedTurns(() => Promise.reject(away));
    const { url } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask('one', question);
    expect(await client.first('error', 'one')).toMatchObject({ code: 'disk-full', message: away.message });
  });
});

it('a question of an unknown conversation is refused', async () => {
  const { url } = await listeningHarbour();
  const client = await connect(url);
  client.ask('one', question, { conversationId: 'kX9_-abcdefghijklmnopq' });
  expect(await client.first('error', 'one')).toMatchObject({ code: 'not-found' });
});

it('a question that takes too long is stopped, and its reader told', async () => {
  const { turns, aborted } = waitingTurns();
  const { url } = await listeningHarbour({ turns, timeLimit: 100 });
  const client = await connect(url);
  client.ask('one', question);
  expect(await client.first('error', 'one')).toMatchObject({ code: 'timed-out' });
  await client.settled();
  expect(aborted()).toBe(1);
});

it('an answer with nothing but text and odd characters comes whole', async () => {
  const text = ` \n\n😀${'long'.repeat(100)}\t\u2028 [2] [1] ${'word '.repeat(200)}\n`;
  const { turns } = scriptedTurns(undefined, () => turnResult({ answer: text }));
  const { url } = await listeningHarbour({ turns });
  const client = await connect(url);
  client.ask('one', question);
  await client.first('answer', 'one');
  expect(client.frames.map((frame) => (frame.type === 'text-delta' ? frame.text : '')).join('')).toBe(text);
  expect(client.socket.readyState).toBe(WebSocket.OPEN);
});
