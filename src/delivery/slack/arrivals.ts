// What arrives goes before what is to be done: whoever sends waits for an acknowledgement, and gives up after three seconds.

export interface Arrivals {
  /** @returns what the taking in comes to. */
  takeIn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is being taken in. */
  settled(): Promise<void>;
}

export function createArrivals(): Arrivals {
  let underWay = 0;
  let waiting: (() => void)[] = [];
  return {
    async takeIn(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) {
          waiting.forEach((go) => go());
          waiting = [];
        }
      }
    },
    settled: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
