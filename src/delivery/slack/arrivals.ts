// What arrives goes before what is to be done: whoever sends waits for an acknowledgement, and the work is of the kind that lets
// nothing else happen for tens of milliseconds at a time.
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds without an arrival after which work may go on, and for which it waits at the most. */
const usual = { calm: 25, longest: 500 } as const;

export interface Arrivals {
  /** @returns what the taking in comes to. */
  takeIn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing has arrived for a moment, or whatever arrives has been let before for long enough. */
  settled(): Promise<void>;
}

/** @param now milliseconds of a clock that never goes back. */
export function createArrivals(now: () => number, { calm, longest } = usual): Arrivals {
  let underWay = 0;
  let latest = -Infinity;
  let settling: Promise<void> | null = null;
  const isBusy = (): boolean => underWay > 0 || now() - latest < calm;
  const settle = async (): Promise<void> => {
    const end = now() + longest;
    while (isBusy() && now() < end) await sleep(calm);
    settling = null;
  };
  return {
    async takeIn(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        latest = now();
      }
    },
    settled: () => (settling ??= settle()),
  };
}
