// W8 and W1 at length: connections that come, ask, misbehave and vanish leave nothing behind.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faultRounds } from '../../fault-rounds.ts';
import { listeningHarbour } from '../http/listening-harbour.ts';
import { connect } from './chat-client.ts';
import { frame, rawSocket } from './raw-handshake.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';

/** Timers, sockets and whatever else keeps a process alive. */
const resources = (): number => process.getActiveResourcesInfo().length;

it('W8 connections that come, ask and vanish leave nothing behind', async () => {
  const made = await listeningHarbour();
  const before = resources();
  const rounds = faultRounds({ usual: 8, thorough: 500 });
  for (let round = 0; round < rounds; round += 1) {
    const clients = await Promise.all(Array.from({ length: 20 }, () => connect(made.url)));
    for (const [n, client] of clients.entries()) {
      client.ask(`q${n}`, question);
      if (n % 2 === 0) client.socket.terminate();
      else client.socket.close();
    }
    await Promise.all(clients.map((client) => client.closed));
  }
  await expect.poll(() => made.chat.count()).toBe(0);
  await expect.poll(() => made.gate.load()).toEqual({ running: 0, waiting: 0 });
  await expect.poll(() => resources() - before).toBeLessThanOrEqual(5);
  const client = await connect(made.url);
  client.ask('after', question);
  await client.first('answer', 'after');
});

it('W1 any bytes at all end in an answer, a refusal or a close, and never in a fault', async () => {
  const made = await listeningHarbour();
  const opcodes = fc.integer({ min: 0, max: 255 });
  const payload = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(opcodes, payload), { maxLength: 8 }), async (frames) => {
      const socket = await rawSocket(made.port);
      for (const [first, bytes] of frames) socket.write(frame(first, Buffer.from(bytes)));
      socket.end(frame(0x88, Buffer.from([0x03, 0xe8])));
      await new Promise((resolve) => (socket.closed ? resolve(null) : socket.once('close', resolve)));
    }),
    { numRuns: faultRounds({ usual: 100, thorough: 5000 }) },
  );
  await expect.poll(() => made.chat.count()).toBe(0);
  expect(made.logged.some(({ level }) => level === 'error')).toBe(false);
});
