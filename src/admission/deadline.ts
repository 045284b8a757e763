// A limit on how long work may take that ends the work, and not only the wait for it.
import { AppError } from '../domain/errors.ts';

export interface Deadline {
  /** Aborts when the time is over, or when whoever asked no longer waits. */
  readonly signal: AbortSignal;
  /** What `work` comes to, or the signal's reason as soon as it aborts, even where the work does not heed it. */
  limit<Result>(work: Promise<Result>): Promise<Result>;
  /** To be called when the work has ended. */
  readonly clear: () => void;
}

/** @param milliseconds until the work is aborted with AppError `timed-out`. */
export function startDeadline(milliseconds: number, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  // Not the parent's own reason, which may be no Error.
  const onParent = (): void => controller.abort(new DOMException('Whoever asked no longer waits.', 'AbortError'));
  const timer = setTimeout(() => controller.abort(timedOut(milliseconds)), milliseconds);
  if (parent?.aborted) onParent();
  else parent?.addEventListener('abort', onParent, { once: true });
  return {
    signal,
    limit: (work) => untilAborted(work, signal),
    clear() {
      clearTimeout(timer);
      parent?.removeEventListener('abort', onParent);
    },
  };
}

function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function timedOut(milliseconds: number): AppError {
  const seconds = Math.round(milliseconds / 1000);
  return new AppError(
    'timed-out',
    `The answer was not ready within ${seconds} seconds, and the work on it was stopped. Ask again.`,
  );
}
