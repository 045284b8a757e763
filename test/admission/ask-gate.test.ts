import { describe, expect, it } from 'vitest';
import { createAskGate } from '../../src/admission/ask-gate.ts';
import type { AskGate, Place } from '../../src/admission/ask-gate.ts';

const gateOf = (running: number, waiting: number, patience = 60_000): AskGate =>
  createAskGate({ running, waiting, patience });

const patient = new AbortController().signal;

/** Whether each place may begin, after everything that can settle has settled. */
async function begun(places: readonly Place[]): Promise<boolean[]> {
  const states = places.map(() => false);
  for (const [at, place] of places.entries()) void place.ready(patient).then(() => (states[at] = true));
  await new Promise((resolve) => setImmediate(resolve));
  return states;
}

function reserve(gate: AskGate, count: number): Place[] {
  return Array.from({ length: count }, () => gate.reserve());
}

describe('a line', () => {
  it('works on so many at a time, in the order in which they came', async () => {
    const gate = gateOf(2, 3);
    const places = reserve(gate, 5);
    expect(await begun(places)).toEqual([true, true, false, false, false]);
    expect(gate.load()).toEqual({ running: 2, waiting: 3 });
    places[1]?.leave();
    expect(await begun(places.slice(2))).toEqual([true, false, false]);
  });

  it('tells the next one at once when it is full, and when to come back', () => {
    const gate = gateOf(1, 1);
    reserve(gate, 2);
    expect(() => gate.reserve()).toThrowError(expect.objectContaining({ code: 'overloaded', retryAfterSeconds: 5 }));
    expect(gate.load()).toEqual({ running: 1, waiting: 1 });
  });

  it('that is too slow for another tells the next one at once, and lets in as many as will have their turn', () => {
    let at = 0;
    const gate = createAskGate({ running: 1, waiting: 100, patience: 1_000 }, () => at);
    const places = reserve(gate, 60);
    // Nothing is known of a line that has not moved.
    expect(gate.load()).toEqual({ running: 1, waiting: 59 });
    const goOn = (): void => {
      at += 100;
      places.shift()?.leave();
    };
    for (let turn = 0; turn < 30; turn += 1) goOn();
    expect(() => gate.reserve()).toThrowError(expect.objectContaining({ code: 'overloaded', retryAfterSeconds: 5 }));
    // At ten turns a second, the seventh in line has its turn well within a second.
    while (gate.load().waiting > 6) goOn();
    places.push(gate.reserve());
    expect(() => gate.reserve()).toThrow();
    // An empty line tells nothing of the next.
    while (places.length > 0) goOn();
    expect(reserve(gate, 60)).toHaveLength(60);
  });

  it('lets somebody in for each who leaves, once', () => {
    const gate = gateOf(1, 1);
    const [first, second] = reserve(gate, 2);
    second?.leave();
    second?.leave();
    reserve(gate, 1);
    expect(() => gate.reserve()).toThrow();
    first?.leave();
    expect(gate.load()).toEqual({ running: 1, waiting: 0 });
  });

  it('tells whoever waits too long, and whoever is at work may take longer', async () => {
    const gate = gateOf(1, 2, 20);
    const [first, second, third] = reserve(gate, 3);
    await expect(second?.ready(patient)).rejects.toMatchObject({ code: 'overloaded', retryAfterSeconds: 5 });
    await expect(first?.ready(patient)).resolves.toBeUndefined();
    second?.leave();
    first?.leave();
    await expect(third?.ready(patient)).resolves.toBeUndefined();
  });

  it('lets those who no longer wait go', async () => {
    const gate = gateOf(1, 1);
    const [, second] = reserve(gate, 2);
    const controller = new AbortController();
    const waiting = second?.ready(controller.signal);
    controller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(second?.ready(controller.signal)).rejects.toThrow('gone');
  });
});

describe('closing', () => {
  it('is done at once where nobody is in', async () => {
    await expect(gateOf(1, 1).close()).resolves.toBeUndefined();
  });

  it('waits for those who are in, and lets nobody else in', async () => {
    const gate = gateOf(1, 1);
    const [first, second] = reserve(gate, 2);
    let closed = false;
    void gate.close().then(() => (closed = true));
    expect(() => gate.reserve()).toThrowError(expect.objectContaining({ code: 'not-ready' }));
    first?.leave();
    expect(await begun(second ? [second] : [])).toEqual([true]);
    expect(closed).toBe(false);
    second?.leave();
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(true);
  });
});
