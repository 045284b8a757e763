// Keeps embedding children alive and hands them work; gives up for a while when they keep dying.
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../domain/errors.ts';
import type { Log } from '../ports.ts';
import type { EmbeddingChild } from './embedding-child.ts';
import { createJob, createJobQueue, type Job, type JobQueue, type Vectors } from './embedding-queue.ts';

/** More than `most` deaths in `within` milliseconds, and no child is started for `pause` milliseconds. */
export interface RestartLimit {
  readonly most: number;
  readonly within: number;
  readonly pause: number;
}

/** Jobs that a child has at once: one that it works on, and the next, so that it need not wait for a busy parent in between. */
const mostLoad = 2;

interface PoolOptions {
  readonly processes: number;
  /** Milliseconds that an urgent job may take in all, and a child for it. */
  readonly timeLimit: number;
  /** How many jobs of each kind may wait. */
  readonly capacity: number;
  readonly restartLimit: RestartLimit;
  readonly startChild: () => Promise<EmbeddingChild>;
  readonly log: Log;
}

/** Time limits that a child has for a job that nobody waits for: on a busy machine a slice of an ingest takes far longer than a question. */
const patientLimits = 10;

export interface EmbedderHealth {
  readonly state: 'starting' | 'ready' | 'degraded' | 'closed';
  readonly restarts: number;
  readonly waiting: number;
}

export class EmbeddingPool {
  readonly #options: PoolOptions;
  readonly #queue: JobQueue;
  readonly #children = new Set<EmbeddingChild>();
  /** Children whose model is loaded. */
  readonly #working = new Set<EmbeddingChild>();
  readonly #closing = new AbortController();
  #supervisors: Promise<void>[] = [];
  #deaths: number[] = [];
  #paused = 0;
  #restarts = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#queue = createJobQueue(options.capacity);
  }

  /** Process ids of the children. */
  get pids(): readonly number[] {
    return [...this.#children].flatMap((child) => child.pid ?? []);
  }

  health(): EmbedderHealth {
    return { state: this.#state(), restarts: this.#restarts, waiting: this.#queue.size };
  }

  /** Queues texts for a child. An urgent job goes before all others, and has `timeLimit` milliseconds. */
  async submit(texts: readonly string[], urgent: boolean, signal?: AbortSignal): Promise<Vectors> {
    signal?.throwIfAborted();
    this.#refuseWhenDown();
    const job = createJob(texts, urgent);
    if (!this.#queue.add(job)) throw unavailable('Too many texts are waiting to be embedded.');
    const stopWatching = this.#watch(job, signal);
    this.#start();
    this.#handOut();
    return job.result.finally(stopWatching);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#queue.rejectAll(unavailable('Bluelamp is shutting down.'));
    for (const child of this.#children) child.kill();
    await Promise.all(this.#supervisors);
  }

  #state(): EmbedderHealth['state'] {
    if (this.#closing.signal.aborted) return 'closed';
    if (this.#working.size > 0) return 'ready';
    return this.#paused > 0 && this.#paused === this.#options.processes ? 'degraded' : 'starting';
  }

  #refuseWhenDown(): void {
    const state = this.#state();
    if (state === 'closed') throw unavailable('Bluelamp is shutting down.');
    if (state === 'degraded') throw unavailable('The embedding process keeps ending. It will be tried again shortly.');
  }

  #watch(job: Job, signal: AbortSignal | undefined): () => void {
    const giveUp = (reason: unknown): void => {
      this.#queue.remove(job);
      job.abandoned = true;
      job.reject(reason);
    };
    const { timeLimit } = this.#options;
    const onAbort = (): void => giveUp(signal?.reason);
    const timer = job.urgent ? setTimeout(() => giveUp(tooSlow(timeLimit)), timeLimit) : undefined;
    signal?.addEventListener('abort', onAbort, { once: true });
    return () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  }

  #start(): void {
    if (this.#supervisors.length > 0) return;
    this.#supervisors = Array.from({ length: this.#options.processes }, () => this.#supervise());
  }

  async #supervise(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const reason = await this.#liveOneLife();
      if (this.#closing.signal.aborted) return;
      this.#restarts++;
      this.#options.log('warn', 'embedder-died', { reason, restarts: this.#restarts });
      if (this.#diesTooOften()) await this.#pause();
    }
  }

  /** Starts a child, lets it work until it ends, and tells why it did. */
  async #liveOneLife(): Promise<string> {
    let child: EmbeddingChild;
    try {
      child = await this.#options.startChild();
    } catch (fault) {
      return String(fault);
    }
    this.#children.add(child);
    if (this.#closing.signal.aborted) child.kill();
    if (await child.started) await this.#letWork(child);
    const reason = await child.ended;
    this.#children.delete(child);
    return reason;
  }

  async #letWork(child: EmbeddingChild): Promise<void> {
    this.#working.add(child);
    this.#handOut();
    await child.ended;
    this.#working.delete(child);
  }

  #diesTooOften(): boolean {
    const { most, within } = this.#options.restartLimit;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((time) => now - time < within), now];
    return this.#deaths.length > most;
  }

  async #pause(): Promise<void> {
    this.#paused++;
    const { pause } = this.#options.restartLimit;
    if (this.#state() === 'degraded') this.#degrade(pause);
    // Rejects when the pool is closed, which is a reason to go on as well.
    await sleep(pause, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
    this.#paused--;
  }

  #degrade(pause: number): void {
    this.#options.log('error', 'embedder-degraded', { deaths: this.#deaths.length, pause });
    this.#queue.rejectAll(unavailable('The embedding process keeps ending. It will be tried again shortly.'));
  }

  #handOut(): void {
    for (;;) {
      const child = this.#leastLoaded();
      if (!child || child.load >= mostLoad) return;
      // What nobody waits for is given out late, so that a query never stands behind more than one piece of it.
      const job = child.load === 0 ? this.#queue.next() : this.#queue.nextUrgent();
      if (!job) return;
      void this.#work(child, job);
    }
  }

  #leastLoaded(): EmbeddingChild | undefined {
    return [...this.#working].toSorted((one, other) => one.load - other.load)[0];
  }

  async #work(child: EmbeddingChild, job: Job): Promise<void> {
    const limit = this.#options.timeLimit * (job.urgent ? 1 : patientLimits);
    const outcome = await child.run(job.texts, limit);
    if (outcome.kind === 'vectors') job.resolve(outcome.vectors);
    else if (outcome.kind === 'refused') job.reject(unavailable('A text could not be embedded.', outcome.reason));
    else if (outcome.kind === 'timed-out') job.reject(tooSlow(limit));
    else this.#tryAgain(job, outcome.kind);
    this.#handOut();
  }

  #tryAgain(job: Job, outcome: 'died' | 'untouched'): void {
    if (job.abandoned) return;
    const state = this.#state();
    const isAtFault = outcome === 'died' && job.retried;
    if (isAtFault || state === 'closed' || state === 'degraded') {
      job.reject(unavailable('The embedding process ended while it worked on this.'));
      return;
    }
    job.retried ||= outcome === 'died';
    this.#queue.putBack(job);
  }
}

function tooSlow(limit: number): AppError {
  return unavailable(`No vector was had within ${limit} ms.`);
}

function unavailable(message: string, cause?: unknown): AppError {
  return new AppError('embedder-unavailable', message, { cause });
}
