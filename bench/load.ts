// Two ways to load a server over HTTP: at a rate that does not wait for answers, and with clients that ask on and on.
import { setTimeout as sleep } from 'node:timers/promises';
import { latenciesOf } from './latencies.ts';
import type { Latencies } from './latencies.ts';

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** Sends the n-th request. */
export type Send = (n: number) => Promise<Reply>;

export interface Load {
  readonly latencies: Latencies;
  /** Of those that were told to come back later. */
  readonly refused: Latencies;
  /** How often each status other than 200 came; 0 stands for a connection that failed. */
  readonly failures: ReadonlyMap<number, number>;
  /** Requests with status 200 a second. */
  readonly rate: number;
}

/** Each request has its moment, and its time runs from that, so that a server that falls behind is not spared. */
export async function openArrivals(
  send: Send,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Load> {
  const started = performance.now();
  const under: Promise<Timed>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = started + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    under.push(timed(() => send(n), due));
  }
  return loadOf(await Promise.all(under), performance.now() - started);
}

/** Every client asks again as soon as it has its answer. */
export async function saturate(send: Send, { clients, seconds }: { clients: number; seconds: number }): Promise<Load> {
  const started = performance.now();
  const until = started + seconds * 1000;
  const all: Timed[] = [];
  let n = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      n += 1;
      const number = n;
      all.push(await timed(() => send(number), performance.now()));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return loadOf(all, performance.now() - started);
}

interface Timed {
  readonly status: number;
  readonly took: number;
}

async function timed(work: () => Promise<Reply>, from: number): Promise<Timed> {
  const status = await work().then(
    (reply) => reply.status,
    () => 0,
  );
  return { status, took: performance.now() - from };
}

function loadOf(all: readonly Timed[], elapsed: number): Load {
  const failures = new Map<number, number>();
  for (const { status } of all) if (status !== 200) failures.set(status, (failures.get(status) ?? 0) + 1);
  const good = all.filter(({ status }) => status === 200).map(({ took }) => took);
  const refused = all.filter(({ status }) => status === 429 || status === 503).map(({ took }) => took);
  return {
    latencies: latenciesOf(good),
    refused: latenciesOf(refused),
    failures,
    rate: (good.length / elapsed) * 1000,
  };
}

export function describeFailures(failures: ReadonlyMap<number, number>): string {
  return failures.size === 0 ? 'none' : [...failures].map(([status, count]) => `${count} × ${status}`).join(', ');
}
