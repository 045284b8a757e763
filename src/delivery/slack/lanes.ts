// Work of one lane is done in order; lanes do not wait for each other.

export interface Lanes {
  /** Begins when all earlier work of the lane has ended. @returns what the work comes to, which must not throw. */
  run<Result>(lane: string, work: () => Promise<Result>): Promise<Result>;
  /** Resolves when all work that was begun has ended. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    async run(lane, work) {
      const result = (tails.get(lane) ?? Promise.resolve()).then(work);
      tails.set(lane, result);
      try {
        return await result;
      } finally {
        if (tails.get(lane) === result) tails.delete(lane);
      }
    },
    async idle() {
      await Promise.all(tails.values());
    },
  };
}
