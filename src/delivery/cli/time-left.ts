// How long a stage of an ingest will yet take, from how long it took so far.
import type { ProgressEvent } from '../../../ingest/progress.ts';

/** Seconds left of the event's stage, rounded up; null while there is nothing to go by. Each event must be put to it, in order. */
export type TimeLeft = (event: ProgressEvent) => number | null;

/** @param now in milliseconds. */
export function createTimeLeft(now: () => number): TimeLeft {
  let stage: ProgressEvent['stage'] | null = null;
  let latest = now();
  let began = latest;
  return (event) => {
    // A stage tells of itself only once some of it is done; it began when the one before it ended.
    if (event.stage !== stage) began = latest;
    stage = event.stage;
    latest = now();
    if (event.done === 0) return null;
    return Math.ceil((((latest - began) / event.done) * (event.total - event.done)) / 1000);
  };
}
