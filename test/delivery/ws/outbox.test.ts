import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../../src/delivery/ws/outbox.ts';
import type { Connection } from '../../../src/delivery/ws/outbox.ts';

const kibibyte = 1024;

/** A network that takes nothing until it is told to. */
class StalledConnection implements Connection {
  bufferedAmount = 0;
  terminated = 0;
  readonly #waiting: { readonly bytes: number; readonly taken: () => void }[] = [];

  send(text: string, taken: () => void): void {
    this.bufferedAmount += text.length;
    this.#waiting.push({ bytes: text.length, taken });
  }

  terminate(): void {
    this.terminated += 1;
  }

  takeOne(): void {
    const next = this.#waiting.shift();
    this.bufferedAmount -= next?.bytes ?? 0;
    next?.taken();
  }
}

const patient = new AbortController().signal;

function filled(kibibytes: number): { connection: StalledConnection; outbox: ReturnType<typeof createOutbox> } {
  const connection = new StalledConnection();
  const outbox = createOutbox(connection);
  const text = 'a'.repeat(kibibyte - JSON.stringify({ type: 'text-delta', id: '1', text: '' }).length);
  for (let sent = 0; sent < kibibytes; sent += 1) outbox.send({ type: 'text-delta', id: '1', text });
  return { connection, outbox };
}

async function isRoomy(outbox: ReturnType<typeof createOutbox>, signal = patient): Promise<() => boolean> {
  let roomy = false;
  void outbox.roomy(signal).then(
    () => (roomy = true),
    () => undefined,
  );
  await Promise.resolve();
  return () => roomy;
}

describe('W3 what waits for a reader', () => {
  it('lets producing go on up to 256 KiB, and pauses it beyond until enough was taken', async () => {
    const { connection, outbox } = filled(256);
    expect((await isRoomy(outbox))()).toBe(true);
    outbox.send({ type: 'stopped', id: '1' });
    const roomy = await isRoomy(outbox);
    expect(roomy()).toBe(false);
    connection.takeOne();
    await Promise.resolve();
    expect(roomy()).toBe(true);
  });

  it('ends the connection instead of growing beyond a mebibyte and one frame', () => {
    const { connection, outbox } = filled(1025);
    expect([connection.bufferedAmount, connection.terminated]).toEqual([1025 * kibibyte, 0]);
    outbox.send({ type: 'stopped', id: '1' });
    expect([connection.bufferedAmount, connection.terminated]).toEqual([1025 * kibibyte, 1]);
  });

  it('hands frames that come together to the network at once, in their order', () => {
    const events: string[] = [];
    const connection = {
      bufferedAmount: 0,
      send: (text: string) => void events.push(text),
      terminate: () => undefined,
    };
    const wire = { cork: () => void events.push('held'), uncork: () => void events.push('sent') };
    const frames = ['a', 'b'].map((text) => ({ type: 'text-delta' as const, id: '1', text }));
    createOutbox(connection, wire).sendTogether(frames);
    expect(events).toEqual(['held', ...frames.map((frame) => JSON.stringify(frame)), 'sent']);
  });

  it('is waited for no longer than anybody wants', async () => {
    const { connection, outbox } = filled(300);
    const controller = new AbortController();
    const waiting = outbox.roomy(controller.signal);
    controller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(outbox.roomy(controller.signal)).rejects.toThrow('gone');
    connection.takeOne();
  });

  it('lets everyone go on who waits', async () => {
    const { connection, outbox } = filled(257);
    const waiting = [outbox.roomy(patient), outbox.roomy(patient)];
    connection.takeOne();
    await Promise.all(waiting);
    expect(connection.bufferedAmount).toBe(256 * kibibyte);
  });
});
