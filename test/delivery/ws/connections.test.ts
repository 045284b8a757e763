// What a connection bears: large, broken and too many messages, readers that stall, leave or come back.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { endlessTurns, scriptedTurns, turnResult } from '../../chat/scripted-turns.ts';
import { listeningHarbour } from '../http/listening-harbour.ts';
import type { ListeningHarbour } from '../http/listening-harbour.ts';
import { connect, tryConnect } from './chat-client.ts';
import { closeCode, frame, rawSocket } from './raw-handshake.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';

/** The service goes on: somebody new is answered. */
async function expectService({ url }: ListeningHarbour): Promise<void> {
  const client = await connect(url);
  client.ask('after', question);
  await client.first('answer', 'after');
  client.socket.terminate();
}

describe('W1 a message', () => {
  const padded = (bytes: number): string => JSON.stringify({ type: 'ask', id: 'one', question }).padEnd(bytes, ' ');

  it('of 65,536 bytes is taken, and one of a byte more ends the connection', async () => {
    const made = await listeningHarbour();
    const client = await connect(made.url);
    client.send(padded(65_536));
    await client.first('answer', 'one');
    client.send(padded(65_537));
    expect((await client.closed).code).toBe(1009);
    await expectService(made);
  });

  it('that is binary ends the connection', async () => {
    const made = await listeningHarbour();
    const client = await connect(made.url);
    client.socket.send(Buffer.from('{"type":"stop","id":"one"}'));
    expect((await client.closed).code).toBe(1003);
    await expectService(made);
  });

  const text = 0x81;
  const start = 0x01;
  const middle = 0x00;
  it.each([
    ['not UTF-8', [frame(text, Buffer.from([0xc3, 0x28]))], 1007],
    ['half a character', [frame(text, Buffer.from([0xf0, 0x9f, 0x98]))], 1007],
    ['with a reserved bit', [frame(0xc1, '{}')], 1002],
    ['of an unknown kind', [frame(0x83, '{}')], 1002],
    ['that goes on with nothing', [frame(0x80, '{}')], 1002],
    ['without a mask', [Buffer.from([0x81, 0x02, 0x7b, 0x7d])], 1002],
    ['in 100,000 pieces of a byte', [frame(start, '{'), repeated(frame(middle, ' '), 100_000)], 1008],
    ['in 100,000 empty pieces', [frame(start, ''), repeated(frame(middle, ''), 100_000)], 1008],
  ])('%s ends the connection', async (_what, frames, code) => {
    const made = await listeningHarbour();
    const before = process.memoryUsage().rss;
    const socket = await rawSocket(made.port);
    const closed = closeCode(socket);
    for (const each of frames) socket.write(each);
    expect(await closed).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    await expect.poll(() => made.chat.count()).toBe(0);
    await expectService(made);
  });
});

describe('W2 a flood', () => {
  it('of a thousand messages at once is cut, the questions beyond the limit told when to come back', async () => {
    const made = await listeningHarbour({ asksPerMinute: 30, messagesPerMinute: 120, tokens: (given) => given });
    const of = (token: string) => connect(made.url, { headers: { authorization: `Bearer ${token}` } });
    const [client, neighbour] = await Promise.all([of('ann'), of('bob')]);
    for (let n = 0; n < 1000; n += 1) client.ask(`q${n}`, question);
    neighbour.ask('one', question);
    expect((await client.closed).code).toBe(4429);
    await neighbour.first('answer', 'one');
    const refused = client.frames.flatMap((each) => (each.type === 'error' ? [each] : []));
    expect(client.frames.filter(({ type }) => type === 'accepted').length).toBeLessThanOrEqual(30);
    expect(refused.length).toBeGreaterThan(30);
    for (const { code, retryAfter } of refused) {
      expect(['busy', 'too-many-requests']).toContain(code);
      expect(retryAfter).toBeGreaterThan(0);
    }
    await expect.poll(() => made.gate.load()).toEqual({ running: 0, waiting: 0 });
  });

  it('of connections of one client leaves it so many, and another its own', async () => {
    const made = await listeningHarbour({ socketsPerClient: 10, tokens: (given) => given });
    const of = (token: string) => connect(made.url, { headers: { authorization: `Bearer ${token}` } });
    const clients = await Promise.all(Array.from({ length: 200 }, () => of('ann')));
    const surplus = await Promise.all(clients.slice(10).map((client) => client.closed));
    expect(new Set(surplus.map(({ code }) => code))).toEqual(new Set([4429]));
    expect(made.chat.count()).toBe(10);
    const bob = await of('bob');
    bob.ask('one', question);
    await bob.first('answer', 'one');
    clients[0]?.socket.terminate();
    await expect.poll(() => made.chat.count()).toBe(10);
    const again = await of('ann');
    await again.settled();
    expect(again.socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('W3 a reader who stops reading', () => {
  /** More than the network takes in for a reader, twice: as a piece, and in the whole answer. */
  const long = `${'w'.repeat(12_000_000)} [1]`;

  it('is waited for, holds up nobody, and has everything when it reads on', async () => {
    const { turns, asked } = scriptedTurns(undefined, () => turnResult({ answer: long }));
    const made = await listeningHarbour({ turns, gateLimits: { running: 1, waiting: 8 } });
    const stalled = await Promise.all(Array.from({ length: 5 }, () => connect(made.url)));
    for (const client of stalled) client.socket.pause();
    for (const client of stalled) client.ask('one', question);
    await expect.poll(() => asked.length).toBe(5);
    await expect.poll(() => made.gate.load()).toEqual({ running: 0, waiting: 0 });
    expect(stalled.every(({ frames }) => frames.every(({ type }) => type !== 'answer'))).toBe(true);
    for (const client of stalled) client.socket.resume();
    for (const client of stalled) {
      const { answer } = await client.first('answer', 'one');
      const pieces = client.frames.map((each) => (each.type === 'text-delta' ? each.text : ''));
      expect(pieces.join('') === long && answer.answer === long).toBe(true);
    }
  });

  it('is let go when it never reads on, and what waited for it with it', async () => {
    const { turns, asked } = scriptedTurns(undefined, () => turnResult({ answer: long }));
    const made = await listeningHarbour({ turns, pingEvery: 500 });
    const stalled = await Promise.all(Array.from({ length: 5 }, () => connect(made.url)));
    for (const client of stalled) client.socket.pause();
    for (const client of stalled) client.ask('one', question);
    await expect.poll(() => asked.length).toBe(5);
    await expect.poll(() => made.chat.count()).toBe(0);
    await expect.poll(() => made.gate.load()).toEqual({ running: 0, waiting: 0 });
    expect(stalled.flatMap(({ frames }) => frames).some(({ type }) => type === 'answer')).toBe(false);
  });
});

describe('W4 a peer that is gone without a word', () => {
  it('is let go when it answers no ping, and one that does is kept', async () => {
    const made = await listeningHarbour({ pingEvery: 50 });
    const gone = await Promise.all(Array.from({ length: 20 }, () => connect(made.url, { autoPong: false })));
    const present = await connect(made.url);
    const closings = await Promise.all(gone.map((client) => client.closed));
    expect(closings.every(({ code }) => code === 1006)).toBe(true);
    await expect.poll(() => made.chat.count()).toBe(1);
    present.ask('one', question);
    await present.first('answer', 'one');
  });
});

describe('W5 a reader who leaves in the middle of an answer and comes back', () => {
  it('has, wherever it left, the same answer once, and the conversation has one turn', async () => {
    const made = await listeningHarbour();
    const reference = await connect(made.url);
    reference.ask('reference', question);
    const { answer: whole } = await reference.first('answer');
    const frames = reference.frames.length;
    for (let at = 0; at < 2 * frames; at += 1) {
      const id = `0a1b2c3d4e5f6a7b8c9d0e1f-${at}`;
      const before = await connect(made.url);
      before.ask(id, question);
      while (before.frames.length < at % frames) await once(before.socket, 'message');
      before.socket.terminate();
      const after = await connect(made.url);
      after.ask(id, question);
      const { answer } = await after.first('answer', id);
      expect(answer.answer).toBe(whole.answer);
      expect(after.of(id).filter(({ type }) => type === 'answer')).toHaveLength(1);
      const kept = await made.store.read({ conversationId: answer.conversationId, owner: '(open)' });
      expect(kept?.turns.map(({ answer: each }) => each.messageId)).toEqual([answer.messageId]);
    }
  });

  it('stops the work on what nobody waits for', async () => {
    const { turns, aborted } = endlessTurns(true);
    const made = await listeningHarbour({ turns });
    const client = await connect(made.url);
    client.ask('one', question);
    client.ask('two', question);
    await Promise.all(['one', 'two'].map((id) => client.first('passages', id)));
    client.socket.terminate();
    await expect.poll(aborted).toBe(2);
    await expect.poll(() => made.gate.load()).toEqual({ running: 0, waiting: 0 });
    expect(made.logged.some(({ event }) => event === 'ask-failed')).toBe(false);
  });
});

describe('when the service stops', () => {
  it('D3 who asks nothing is seen out at once, and who asks when it is answered', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const { turns } = scriptedTurns(() => opened);
    const made = await listeningHarbour({ turns });
    const [idle, asking] = await Promise.all([connect(made.url), connect(made.url)]);
    asking.ask('one', question);
    await asking.first('passages', 'one');
    const closing = made.chat.close(60_000);
    expect((await idle.closed).code).toBe(1012);
    expect(asking.socket.readyState).toBe(WebSocket.OPEN);
    expect(await tryConnect(made.url)).toBe(503);
    open();
    expect((await asking.closed).code).toBe(1012);
    expect(asking.frames.at(-1)?.type).toBe('answer');
    await closing;
  });

  it('D3 who is not answered in time is told where to go on', async () => {
    const { turns } = scriptedTurns(() => new Promise(() => undefined));
    const made = await listeningHarbour({ turns });
    const clients = await Promise.all(Array.from({ length: 20 }, () => connect(made.url)));
    for (const client of clients) client.ask('one', question);
    const accepted = await Promise.all(clients.map((client) => client.first('accepted', 'one')));
    await made.chat.close(50);
    const closings = await Promise.all(clients.map((client) => client.closed));
    expect(closings.every(({ code, reason }) => code === 1012 && reason.includes('go on'))).toBe(true);
    expect(accepted.every(({ conversationId }) => conversationId !== '')).toBe(true);
  });

  it('a peer that does not confirm its end is ended', async () => {
    const made = await listeningHarbour();
    const socket = await rawSocket(made.port);
    socket.pause();
    await made.chat.close(0);
    expect(made.chat.count()).toBe(0);
  });
});

function repeated(bytes: Buffer, times: number): Buffer {
  return Buffer.concat(Array.from({ length: times }, () => bytes));
}
