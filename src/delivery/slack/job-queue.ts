// The line of what is to be done for Slack: kept before it is acknowledged, done in order within a thread, and of bounded length.
import type { Arrivals } from '../../admission/arrivals.ts';
import { toAppError } from '../../domain/errors.ts';
import type { Log } from '../../ports.ts';
import type { SlackMetrics, SlackStore } from '../../slack-ports.ts';
import { createLanes } from './lanes.ts';
import { readJob, threadKey, writeJob } from './jobs.ts';
import type { Job } from './jobs.ts';

/** Jobs that may wait; beyond it the oldest is refused. */
const mostWaiting = 1_000;
/** Milliseconds after which an answer would surprise more than it helps. */
export const longestWait = 3_600_000;
/** Milliseconds for which repetitions are known: Slack sends again within six minutes. */
const seenFor = 86_400_000;
const purgeEvery = 3_600_000;

/** Whether the job is over; what is not, stays and is taken up at the next start. */
export type JobEnd = 'done' | 'stopped';

export interface JobQueueParts {
  readonly store: SlackStore;
  readonly metrics: Pick<SlackMetrics, 'repeated' | 'failed'>;
  readonly arrivals: Arrivals;
  /** Does a job; does not throw. @param age milliseconds since it was received. @param signal aborts when the job is refused after all. */
  readonly run: (job: Job, age: number, signal: AbortSignal) => Promise<JobEnd>;
  /** Tells whoever asked that the job is not done. */
  readonly refuse: (job: Job) => void;
  readonly clock: () => Date;
  readonly log: Log;
  /** For tests. */
  readonly mostWaiting?: number;
}

export interface JobQueue {
  /** Keeps the job and has it done. @returns false for a repetition. @throws AppError when it cannot be kept. */
  add(job: Job, keys: readonly string[]): Promise<boolean>;
  /** Takes up what an earlier process left. */
  start(): Promise<void>;
  /** Jobs that are not done. */
  readonly waiting: () => number;
  /** Whether something is to be done in the thread. */
  readonly concerns: (thread: string) => boolean;
  /** Resolves when all that runs has ended. */
  close(): Promise<void>;
}

interface Entry {
  readonly id: number;
  readonly job: Job;
  /** Milliseconds since 1970. */
  readonly received: number;
  readonly refusal: AbortController;
}

export function createJobQueue(parts: JobQueueParts): JobQueue {
  const { store, arrivals, clock, log, mostWaiting: most = mostWaiting } = parts;
  const entries = new Map<number, Entry>();
  const lanes = createLanes();
  let closed = false;
  const timer = setInterval(() => void purge(parts), purgeEvery).unref();
  const finish = (id: number): Promise<void> => {
    entries.delete(id);
    return noteDone(parts, id);
  };
  const work = async (entry: Entry): Promise<void> => {
    await arrivals.turn();
    if (closed || !entries.has(entry.id)) return;
    const end = await parts.run(entry.job, clock().getTime() - entry.received, entry.refusal.signal);
    if (end === 'done' && entries.has(entry.id)) await finish(entry.id);
  };
  const take = (id: number, job: Job, received: number): void => {
    const entry = { id, job, received, refusal: new AbortController() };
    entries.set(id, entry);
    void lanes.run(laneOf(job), () => work(entry));
  };
  const makeRoom = async (): Promise<void> => {
    const [oldest] = entries.values();
    if (entries.size <= most || oldest === undefined) return;
    log('error', 'slack-job-refused', { reference: oldest.job.reference, waiting: entries.size });
    parts.metrics.failed('overloaded');
    oldest.refusal.abort();
    parts.refuse(oldest.job);
    await finish(oldest.id);
  };

  return {
    async add(job, keys) {
      const now = clock();
      const id = await keep(parts, job, { keys, now });
      if (id !== null && !entries.has(id)) take(id, job, now.getTime());
      await makeRoom();
      return id !== null;
    },
    async start() {
      await purge(parts);
      for (const { id, job: stored, received } of await store.unfinished()) {
        if (entries.has(id)) continue;
        const job = readJob(stored);
        const arrived = Date.parse(received);
        if (job !== null && clock().getTime() - arrived <= longestWait) take(id, job, arrived);
        else {
          log('warn', 'slack-job-too-old', { reference: job?.reference ?? null });
          await finish(id);
        }
      }
    },
    waiting: () => entries.size,
    concerns: (thread) => [...entries.values()].some(({ job }) => job.kind === 'thread' && threadKey(job) === thread),
    async close() {
      closed = true;
      clearInterval(timer);
      await lanes.idle();
    },
  };
}

/** @returns the job's number; null for a repetition. */
async function keep(
  { store, metrics }: JobQueueParts,
  job: Job,
  { keys, now }: { readonly keys: readonly string[]; readonly now: Date },
): Promise<number | null> {
  const id = await store.add({ keys, job: writeJob(job), received: now.toISOString() });
  if (id === null) metrics.repeated();
  return id;
}

async function noteDone({ store, log }: JobQueueParts, id: number): Promise<void> {
  try {
    await store.finish(id);
  } catch (error) {
    // It is done; should the process end before that can be noted, it is done again.
    log('error', 'slack-job-not-noted', { code: toAppError(error).code });
  }
}

async function purge({ store, clock, log }: JobQueueParts): Promise<void> {
  try {
    await store.purge(new Date(clock().getTime() - seenFor).toISOString());
  } catch (error) {
    log('error', 'slack-purge-failed', { code: toAppError(error).code });
  }
}

/** Questions of one thread follow on each other; everything else is by itself. */
function laneOf(job: Job): string {
  return job.kind === 'thread' ? threadKey(job) : job.reference;
}
