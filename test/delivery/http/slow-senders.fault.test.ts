// H1: senders that take their time, as many as like.
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../../src/delivery/http/listen.ts';
import { faultRounds } from '../../fault-rounds.ts';
import { listeningHarbour } from './listening-harbour.ts';

/** In the usual run the limits are as short as the machine's own pauses allow; at length they are those of the service. */
const isThorough = faultRounds({ usual: 0, thorough: 1 }) === 1;
const limits = isThorough ? usualLimits : { headers: 400, request: 800, check: 50, keepAlive: 1000, closingGrace: 500 };
/** Milliseconds in which every one of them is cut, at length. */
const longest = 20_000;

describe('H1 a slow sender', () => {
  it.each([
    ['of headers', isThorough ? 500 : 200, 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n', 'x: y\r\n'],
    [
      'of a body',
      100,
      'POST /api/ask HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n',
      ' ',
    ],
  ])('%s is cut, however many there are, and everyone else is served', async (_what, count, start, drip) => {
    const { url, port } = await listeningHarbour({}, limits);
    const started = performance.now();
    const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1'));
    const replies = sockets.map(async (socket) => {
      let reply = '';
      socket.setEncoding('utf8').on('data', (part) => (reply += String(part)));
      socket.on('error', () => undefined);
      socket.write(start);
      const dripping = setInterval(() => socket.write(drip), 100);
      await new Promise((resolve) => socket.on('close', resolve));
      clearInterval(dripping);
      return reply;
    });
    const cut = { all: false };
    const served: number[] = [];
    const all = Promise.all(replies).finally(() => (cut.all = true));
    while (!cut.all) {
      served.push((await fetch(`${url}/healthz`)).status);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    if (isThorough) expect(performance.now() - started).toBeLessThan(longest);
    for (const reply of await all) expect(reply).toMatch(/^HTTP\/1\.1 408 /u);
    expect(served.length).toBeGreaterThan(0);
    expect(new Set(served)).toEqual(new Set([200]));
  });
});
