// Every way in which a model's server fails or misbehaves, as the guide to reliability lists them.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginStream, done, frame } from './stand-in-model.ts';
import type { Behaviour, Call } from './stand-in-model.ts';

export interface FailingMode {
  readonly behave: Behaviour;
  /** Calls that may be made of it for one question: three where it may work the next time, else one. */
  readonly most: 1 | 3;
}

const reply =
  (status: number, headers: Record<string, string>, body = ''): Behaviour =>
  async (_call, response) =>
    void response.writeHead(status, headers).end(body);

const stream =
  (...pieces: string[]): Behaviour =>
  async (_call, response) => {
    beginStream(response);
    response.end(pieces.join(''));
  };

/** Whether it may be written on: the reader has caught up, and has not gone. */
async function isRead(call: Call, response: ServerResponse): Promise<boolean> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const either = ['drain', 'close'].map((event) => once(response, event, { signal }));
  await Promise.race(either);
  waiting.abort();
  await Promise.allSettled(either);
  return !call.wasLeft;
}

/** Writes on until nobody reads any more. */
async function untilLeft(call: Call, response: ServerResponse, piece: string, pause: number): Promise<void> {
  while (!call.wasLeft) {
    if (!response.write(piece)) await isRead(call, response);
    await sleep(pause);
  }
}

const html = '<!doctype html><title>Sign in</title>';
const json = { 'content-type': 'application/json' };

/** By name; the mode that works is the business of other tests. */
export const failingModes: Readonly<Record<string, FailingMode>> = {
  'hangs before the headers': { behave: async () => undefined, most: 1 },
  'hangs within the stream': {
    behave: async (_call, response) => {
      beginStream(response);
      response.write(frame({ content: 'The eastern ba' }));
    },
    most: 1,
  },
  'says a byte now and then': {
    behave: async (call, response) => {
      beginStream(response);
      const text = frame({ content: 'The eastern basin' });
      for (let at = 0; at < text.length && !call.wasLeft; at += 1) {
        response.write(text[at]);
        await sleep(50);
      }
    },
    most: 1,
  },
  'says a word now and then, without end': {
    behave: async (call, response) => {
      beginStream(response);
      await untilLeft(call, response, frame({ content: 'and ' }), 50);
    },
    most: 1,
  },
  'breaks off within a word': {
    behave: async (_call, response) => {
      beginStream(response);
      response.write(frame({ content: 'The eastern ba' }));
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    },
    most: 1,
  },
  'is too busy': { behave: reply(429, json, '{"error":{"message":"busy"}}'), most: 3 },
  'is too busy, and says until when': { behave: reply(429, { ...json, 'retry-after': '30' }, '{}'), most: 1 },
  'has a fault of its own': { behave: reply(500, json, '{"error":{"message":"oh"}}'), most: 3 },
  'says what is no JSON': { behave: stream('data: {"choices": [{"delta"\n\n', done), most: 3 },
  'says what is no event': { behave: stream('\0\u0001:::\nevent\n\ndata data data\n\n'), most: 3 },
  'says 100 MB': {
    behave: async (call, response) => {
      beginStream(response);
      const piece = frame({ content: 'x'.repeat(64 * 1024) });
      for (let sent = 0; sent < 100 * 2 ** 20 && !call.wasLeft; sent += piece.length)
        if (!response.write(piece) && !(await isRead(call, response))) return;
      response.end();
    },
    most: 1,
  },
  'says a page': { behave: reply(200, { 'content-type': 'text/html' }, html), most: 1 },
  'sends elsewhere': { behave: reply(307, { location: 'http://evil.example/v1/chat/completions' }), most: 3 },
  'says what it was told': {
    behave: async ({ body }, response) => {
      beginStream(response);
      for (const { content } of body.messages) response.write(frame({ content: `${content} [P1]\n` }));
      response.end(frame({}, 'stop') + done);
    },
    most: 1,
  },
};
