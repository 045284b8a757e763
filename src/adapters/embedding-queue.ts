// Texts that wait for a child: those that a person waits for before those of an ingest.
import type { AppError } from '../domain/errors.ts';

export type Vectors = readonly Float32Array[];

export interface Job {
  readonly texts: readonly string[];
  readonly urgent: boolean;
  /** Whether a child has already died over it. */
  retried: boolean;
  /** Whether nobody waits for it any more. */
  abandoned: boolean;
  readonly result: Promise<Vectors>;
  readonly resolve: (vectors: Vectors) => void;
  readonly reject: (reason: unknown) => void;
}

export interface JobQueue {
  readonly size: number;
  /** False when the queue is full. */
  add(job: Job): boolean;
  /** Puts a job back before all others of its kind. */
  putBack(job: Job): void;
  next(): Job | undefined;
  /** The next that a person waits for. */
  nextUrgent(): Job | undefined;
  remove(job: Job): void;
  rejectAll(reason: AppError): void;
}

export function createJob(texts: readonly string[], urgent: boolean): Job {
  let resolve: Job['resolve'] = () => undefined;
  let reject: Job['reject'] = () => undefined;
  const result = new Promise<Vectors>((onVectors, onFault) => {
    resolve = onVectors;
    reject = onFault;
  });
  return { texts, urgent, retried: false, abandoned: false, result, resolve, reject };
}

export function createJobQueue(capacity: number): JobQueue {
  const urgent: Job[] = [];
  const patient: Job[] = [];
  const laneOf = (job: Job): Job[] => (job.urgent ? urgent : patient);
  return {
    get size() {
      return urgent.length + patient.length;
    },
    add: (job) => laneOf(job).length < capacity && laneOf(job).push(job) > 0,
    putBack: (job) => void laneOf(job).unshift(job),
    next: () => urgent.shift() ?? patient.shift(),
    nextUrgent: () => urgent.shift(),
    remove(job) {
      const place = laneOf(job).indexOf(job);
      if (place >= 0) laneOf(job).splice(place, 1);
    },
    rejectAll(reason) {
      for (const job of [...urgent.splice(0), ...patient.splice(0)]) job.reject(reason);
    },
  };
}
