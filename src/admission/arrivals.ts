// What arrives from a sender that waits for an acknowledgement, as Slack does, goes before what is worked on: work is of the kind that
// lets nothing else happen for tens of milliseconds at a time.
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds without an arrival after which work may go on, and for which it waits at the most. */
const usual = { calm: 25, longest: 250 } as const;
/** Turns of the event loop in which a message that is at the door gets in: its connection is taken, its head read, its body read. */
const turnsToEnter = 3;

export interface Arrivals {
  /** @returns what the taking in comes to. */
  takeIn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves at once where nothing arrives; otherwise when nothing has for a moment, or whatever does has been let before for long enough. */
  settled(): Promise<void>;
  /** As `settled`, for work on what has arrived: one piece after the other, and before each whatever is at the door gets in. */
  turn(): Promise<void>;
}

/** @param now milliseconds of a clock that never goes back. */
export function createArrivals(now: () => number, { calm, longest } = usual): Arrivals {
  let underWay = 0;
  let latest = -Infinity;
  let before: Promise<void> = Promise.resolve();
  const isBusy = (): boolean => underWay > 0 || now() - latest < calm;
  const settle = async (): Promise<void> => {
    const end = now() + longest;
    while (isBusy() && now() < end) await sleep(calm);
  };
  const enter = async (): Promise<void> => {
    for (let turn = 0; turn < turnsToEnter; turn += 1) await nextTurn();
    await settle();
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
    settled: settle,
    turn: () => (before = before.then(enter)),
  };
}
