// Several askers at once, each with its next question when the last is answered: how many a second, how long each, and how the loop fares.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { percentile } from './percentile.ts';

export interface Load {
  readonly questions: readonly string[];
  readonly askers: number;
  /** Questions in all; they begin again at the first when they run out. */
  readonly asks: number;
  readonly ask: (question: string) => Promise<unknown>;
}

/** Times in milliseconds. */
export interface LoadFigures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** What one question takes of the main thread. */
  readonly busyEach: number;
  readonly delayP99: number;
}

export async function askTogether({ questions, askers, asks, ask }: Load): Promise<LoadFigures> {
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let asked = 0;
  const keepAsking = async (): Promise<void> => {
    while (asked < asks) {
      const question = questions[asked % questions.length] ?? '';
      asked += 1;
      const from = performance.now();
      await ask(question);
      times.push(performance.now() - from);
    }
  };
  delay.enable();
  const busy = performance.eventLoopUtilization();
  const from = performance.now();
  await Promise.all(Array.from({ length: askers }, keepAsking));
  const elapsed = performance.now() - from;
  delay.disable();
  return {
    perSecond: (1000 * asks) / elapsed,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    busyEach: performance.eventLoopUtilization(busy).active / asks,
    // Nanoseconds, with the millisecond that the monitor itself waits.
    delayP99: delay.percentile(99) / 1e6,
  };
}
