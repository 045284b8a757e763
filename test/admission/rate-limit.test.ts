import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRateLimit } from '../../src/admission/rate-limit.ts';

const minute = 60_000;

it('lets a client do so much in any minute, and says how long it must wait', () => {
  let time = 0;
  const { take } = createRateLimit({ perMinute: 3, now: () => time });
  expect([take('ann'), take('ann'), take('ann'), take('ann')]).toEqual([0, 0, 0, 60]);
  time = 45_500;
  expect(take('ann')).toBe(15);
  time = minute;
  expect(take('ann')).toBe(0);
});

it('counts each client for itself', () => {
  const { take } = createRateLimit({ perMinute: 1, now: () => 0 });
  expect([take('ann'), take('bob'), take('ann')]).toEqual([0, 0, 60]);
});

it('is no limit at 0', () => {
  const { take } = createRateLimit({ perMinute: 0, now: () => 0 });
  expect(Array.from({ length: 500 }, () => take('ann')).every((wait) => wait === 0)).toBe(true);
});

it('lets no minute hold more than it says, however the times fall', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 80 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 5 }), (waits, perMinute) => {
      let time = 0;
      const { take } = createRateLimit({ perMinute, now: () => time });
      const admitted = waits.flatMap((wait) => {
        time += wait;
        return take('ann') === 0 ? [time] : [];
      });
      for (const [at, first] of admitted.entries()) {
        const next = admitted[at + perMinute];
        if (next !== undefined) expect(next - first).toBeGreaterThanOrEqual(minute);
      }
    }),
  );
});

it('says a wait after which it lets the client on', () => {
  let time = 12_345.6;
  const { take } = createRateLimit({ perMinute: 1, now: () => time });
  take('ann');
  time += 1234.5;
  const wait = take('ann');
  time += wait * 1000;
  expect(take('ann')).toBe(0);
});

it('forgets clients that it has not seen for a minute, and the one longest unseen when there are too many', () => {
  let time = 0;
  const { take } = createRateLimit({ perMinute: 1, now: () => time, clients: 2 });
  for (const client of ['ann', 'bob', 'eve']) {
    take(client);
    time += 1;
  }
  expect([take('eve'), take('bob'), take('ann')]).toEqual([60, 60, 0]);
});
