// How often a client may do something in any minute.

const minute = 60_000;

export interface RateLimitOptions {
  /** 0 means without limit. */
  readonly perMinute: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** How many clients are remembered; beyond it the one that came first is forgotten. */
  readonly clients?: number;
}

export interface RateLimit {
  /** Counts one more. @returns 0, or the seconds until the client may go on; what is refused is not counted. */
  readonly take: (client: string) => number;
}

/** Clients of a whole workforce, each with the times of at most `perMinute` events. */
const rememberedClients = 10_000;

export function createRateLimit({ perMinute, now, clients = rememberedClients }: RateLimitOptions): RateLimit {
  const timesOf = new Map<string, number[]>();
  return {
    take(client) {
      if (perMinute === 0) return 0;
      const time = now();
      const times = (timesOf.get(client) ?? []).filter((each) => time - each < minute);
      const [oldest = time] = times;
      if (times.length >= perMinute) return Math.max(1, Math.ceil((oldest + minute - time) / 1000));
      times.push(time);
      remember(timesOf, client, times);
      if (timesOf.size > clients) forgetIdle(timesOf, time, clients);
      return 0;
    },
  };
}

/** In the order of their latest event, the longest ago first. */
function remember(timesOf: Map<string, number[]>, client: string, times: number[]): void {
  timesOf.delete(client);
  timesOf.set(client, times);
}

function forgetIdle(timesOf: Map<string, number[]>, time: number, most: number): void {
  for (const [client, times] of timesOf) {
    const latest = times.at(-1) ?? 0;
    if (timesOf.size <= most && time - latest < minute) return;
    timesOf.delete(client);
  }
}
