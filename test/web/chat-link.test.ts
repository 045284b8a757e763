import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerFrame } from '../../src/contract/chat.ts';
import { answerOf } from './made-up-answer.ts';
import { Refusal } from '../../web/app/service.ts';
import { scriptedLink } from './scripted-link.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const question = { type: 'ask', id: 'one', question: 'What?' } as const;
const text = (frame: ServerFrame): string => JSON.stringify(frame);
const accepted = text({ type: 'accepted', id: 'one', conversationId: 'c', messageId: 'm' });

describe('a link', () => {
  it('sends what was asked before it was open, and tells what it hears', () => {
    const { link, latest, frames, states } = scriptedLink();
    link.connect();
    link.ask(question);
    expect(latest().sent).toEqual([]);
    latest().handlers.onOpen();
    expect(latest().sent).toEqual([question]);
    latest().handlers.onText(accepted);
    latest().handlers.onText('{"type":"of a later service"}');
    latest().handlers.onText('no JSON');
    expect(frames.map(({ type }) => type)).toEqual(['accepted']);
    expect(states).toEqual(['open']);
  });

  it('asks again under the same id when it was lost before the answer, and not after it', () => {
    const { link, latest, sockets, states } = scriptedLink();
    link.connect();
    latest().handlers.onOpen();
    link.ask(question);
    latest().handlers.onText(accepted);
    latest().handlers.onClose(1006);
    expect(states.at(-1)).toBe('lost');
    vi.advanceTimersByTime(300);
    expect(sockets).toHaveLength(2);
    latest().handlers.onOpen();
    expect(latest().sent).toEqual([question]);
    latest().handlers.onText(text({ type: 'answer', id: 'one', answer: answerOf('x') }));
    latest().handlers.onClose(1012);
    vi.advanceTimersByTime(300);
    latest().handlers.onOpen();
    expect(latest().sent).toEqual([]);
  });

  it('tries again at growing distances, the longest well within 30 seconds', async () => {
    const { link, latest, sockets } = scriptedLink();
    link.connect();
    const distances: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      latest().handlers.onClose(1006);
      const before = Date.now();
      const count = sockets.length;
      while (sockets.length === count) await vi.advanceTimersByTimeAsync(50);
      distances.push(Date.now() - before);
    }
    expect(distances.at(-1)).toBeLessThanOrEqual(12_000);
    expect(distances.at(-1)).toBeGreaterThan(distances[0] ?? 0);
  });

  it('asks by plain requests where no socket opens and the service is there, and keeps trying', async () => {
    const scripted = scriptedLink(answerOf('x'));
    const { link, latest, sockets, frames, states, requests } = scripted;
    scripted.found = 'here';
    link.connect();
    link.ask(question);
    latest().handlers.onClose(1006);
    await vi.advanceTimersByTimeAsync(0);
    expect([states.at(-1), requests]).toEqual(['requests', ['What?']]);
    expect(frames.map(({ type }) => type)).toEqual(['answer']);
    link.ask({ ...question, id: 'two', question: 'And?' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(requests).toEqual(['What?', 'And?']);
    expect(sockets).toHaveLength(2);
    latest().handlers.onOpen();
    expect(states.at(-1)).toBe('open');
    expect(latest().sent).toEqual([]);
  });

  it('asks by a plain request where sockets open and carry nothing', async () => {
    const scripted = scriptedLink(answerOf('x'));
    const { link, latest, requests } = scripted;
    scripted.found = 'here';
    link.connect();
    link.ask(question);
    for (let tries = 0; tries < 2; tries += 1) {
      latest().handlers.onOpen();
      latest().handlers.onClose(1006);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(requests).toEqual(['What?']);
  });

  it('asks by a request what the service may have heard of, under the id by which it knows it, and hears the answer once', async () => {
    const scripted = scriptedLink(answerOf('x'));
    const { link, latest, frames, requests, requestIds } = scripted;
    link.connect();
    latest().handlers.onOpen();
    link.ask(question);
    latest().handlers.onText(accepted);
    latest().handlers.onClose(1006);
    scripted.found = 'here';
    await vi.advanceTimersByTimeAsync(300);
    latest().handlers.onClose(1006);
    await vi.advanceTimersByTimeAsync(0);
    expect([requests, requestIds]).toEqual([['What?'], ['one']]);
    expect(frames.map(({ type }) => type)).toEqual(['accepted', 'answer']);
    await vi.advanceTimersByTimeAsync(1000);
    latest().handlers.onOpen();
    expect(latest().sent).toEqual([]);
  });

  it('asks again when a request came to nothing, a few times, and then says so', async () => {
    const scripted = scriptedLink(new TypeError('fetch failed'));
    const { link, latest, frames, requests, sockets } = scripted;
    scripted.found = 'here';
    link.connect();
    link.ask(question);
    for (let tries = 0; tries < 6; tries += 1) {
      expect(frames).toEqual([]);
      const count = sockets.length;
      latest().handlers.onClose(1006);
      while (sockets.length === count) await vi.advanceTimersByTimeAsync(50);
    }
    expect(requests).toHaveLength(6);
    expect(frames).toMatchObject([{ type: 'error', id: 'one', message: expect.not.stringContaining('fetch') }]);
  });

  it('leaves a request that came to nothing to the socket that has opened meanwhile', async () => {
    const scripted = scriptedLink(new Refusal(503, 'Busy.'));
    const { link, latest, frames } = scripted;
    scripted.found = 'here';
    scripted.delay = 2000;
    link.connect();
    link.ask(question);
    latest().handlers.onClose(1006);
    await vi.advanceTimersByTimeAsync(1000);
    latest().handlers.onOpen();
    await vi.advanceTimersByTimeAsync(2000);
    expect([latest().sent, frames]).toEqual([[question], []]);
  });

  it('tells why a plain request failed', async () => {
    const scripted = scriptedLink(new Refusal(429, 'Too many questions. Wait a minute.'));
    scripted.found = 'here';
    scripted.link.connect();
    scripted.link.ask(question);
    scripted.latest().handlers.onClose(1006);
    await vi.advanceTimersByTimeAsync(0);
    expect(scripted.frames).toMatchObject([
      { type: 'error', id: 'one', message: 'Too many questions. Wait a minute.' },
    ]);
  });

  it('says that it is locked, and rests', async () => {
    const scripted = scriptedLink();
    scripted.found = 'locked';
    scripted.link.connect();
    scripted.latest().handlers.onClose(1006);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(scripted.states.at(-1)).toBe('locked');
    expect(scripted.sockets).toHaveLength(1);
  });

  it('asks again a while later when the service is busy, five times, and then says so', () => {
    const { link, latest, frames } = scriptedLink();
    link.connect();
    latest().handlers.onOpen();
    link.ask(question);
    const busy = text({ type: 'error', id: 'one', code: 'busy', message: 'Busy.', retryAfter: 2 });
    for (let tries = 0; tries < 5; tries += 1) {
      latest().handlers.onText(busy);
      vi.advanceTimersByTime(2000);
    }
    expect(latest().sent).toHaveLength(6);
    expect(frames).toEqual([]);
    latest().handlers.onText(busy);
    expect(frames).toMatchObject([{ type: 'error', message: 'Busy.' }]);
  });

  it('stops what was sent by asking for it, and what was not by forgetting it', () => {
    const { link, latest, frames } = scriptedLink();
    link.connect();
    link.ask(question);
    link.stop('one');
    expect(frames).toEqual([{ type: 'stopped', id: 'one' }]);
    latest().handlers.onOpen();
    expect(latest().sent).toEqual([]);
    link.ask({ ...question, id: 'two' });
    link.stop('two');
    expect(latest().sent.at(-1)).toEqual({ type: 'stop', id: 'two' });
    expect(frames).toHaveLength(1);
  });

  it('gives up a connection that has gone silent over a question', () => {
    const { link, latest, sockets } = scriptedLink();
    link.connect();
    latest().handlers.onOpen();
    link.ask(question);
    vi.advanceTimersByTime(41_000);
    expect(sockets[0]?.isClosed).toBe(true);
    expect(sockets).toHaveLength(2);
    // The old one has no more to say.
    sockets[0]?.handlers.onText(accepted);
    latest().handlers.onOpen();
    expect(latest().sent).toEqual([question]);
  });

  it('does nothing more once it has ended', () => {
    const { link, latest, sockets } = scriptedLink();
    link.connect();
    latest().handlers.onOpen();
    link.end();
    latest().handlers.onClose(1005);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
  });
});
