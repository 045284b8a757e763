// What arrives goes before what is worked on, and work goes on all the same.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createArrivals } from '../../src/admission/arrivals.ts';

interface Clock {
  readonly now: () => number;
  pass(milliseconds: number): void;
}

/** Passes only when it is told to. */
function standingClock(): Clock {
  let at = 1_000;
  return { now: () => at, pass: (milliseconds) => void (at += milliseconds) };
}

/** Whether the promise is resolved after some turns of the event loop and short timers. */
async function isResolved(promise: Promise<void>): Promise<boolean> {
  let resolved = false;
  void promise.then(() => (resolved = true));
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
  await new Promise((resolve) => setTimeout(resolve, 60));
  return resolved;
}

it('where nothing arrives nobody waits', async () => {
  const arrivals = createArrivals(standingClock().now);
  let resolved = false;
  void arrivals.settled().then(() => (resolved = true));
  await Promise.resolve();
  await Promise.resolve();
  expect(resolved).toBe(true);
});

it('work waits while something is being taken in, and a moment longer', async () => {
  const clock = standingClock();
  const arrivals = createArrivals(clock.now);
  let take = (): void => undefined;
  const taken = arrivals.takeIn(() => new Promise<void>((resolve) => (take = resolve)));
  const settled = arrivals.settled();
  expect(await isResolved(settled)).toBe(false);
  take();
  await taken;
  expect(await isResolved(settled)).toBe(false);
  clock.pass(25);
  expect(await isResolved(settled)).toBe(true);
});

it('work goes on though there is no end to what arrives', async () => {
  const clock = standingClock();
  const arrivals = createArrivals(clock.now);
  void arrivals.takeIn(() => new Promise<void>(() => undefined));
  const settled = arrivals.settled();
  clock.pass(249);
  expect(await isResolved(settled)).toBe(false);
  clock.pass(1);
  expect(await isResolved(settled)).toBe(true);
});

it('pieces of work come one by one, and what is at the door gets in between', async () => {
  const arrivals = createArrivals(standingClock().now);
  const order: string[] = [];
  const first = arrivals.turn().then(() => order.push('first'));
  const second = arrivals.turn().then(() => order.push('second'));
  await first;
  await nextTurn();
  // It was at the door while the first piece was worked on.
  const taken = arrivals.takeIn(async () => void order.push('arrival'));
  await Promise.all([taken, Promise.race([second, nextTurn()])]);
  expect(order).toEqual(['first', 'arrival']);
});
