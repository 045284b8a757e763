// Leaves a model that fails alone for a while, and then tries it with one call at a time.

/** Failures in a row after which it rests. */
const failuresToOpen = 5;
/** Milliseconds of rest, and between two tries while it still fails. */
const rest = 10_000;
/** Longest rest that the model itself may ask for, in milliseconds. */
const longestRest = 300_000;

export interface Breaker {
  /** Whether a call may be made now. While the model rests, one call in ten seconds may, to see how it is. */
  readonly admit: () => boolean;
  readonly succeeded: () => void;
  /** @param retryAfter milliseconds for which the model asked to be left alone; null where it did not. */
  readonly failed: (retryAfter: number | null) => void;
  readonly isResting: () => boolean;
}

/** @param now milliseconds of a clock that never goes back. */
export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let nextTry = -Infinity;
  const isOpen = (): boolean => failures >= failuresToOpen;
  return {
    admit() {
      const time = now();
      if (time < nextTry) return false;
      // Whoever comes next waits for what this one finds, or for as long.
      if (isOpen()) nextTry = time + rest;
      return true;
    },
    succeeded() {
      failures = 0;
      nextTry = -Infinity;
    },
    failed(retryAfter) {
      failures += 1;
      const asked = retryAfter === null ? 0 : Math.min(retryAfter, longestRest);
      nextTry = Math.max(nextTry, now() + Math.max(isOpen() ? rest : 0, asked));
    },
    isResting: () => now() < nextTry,
  };
}
