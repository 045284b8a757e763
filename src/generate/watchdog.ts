// The next piece of a stream, if it comes in time.
import { ModelFault } from '../domain/model-fault.ts';

/** @throws ModelFault `slow` when it does not come in time; the signal's reason, at once, even where the stream does not heed it. */
export function nextWithin<Piece>(
  pieces: AsyncIterator<Piece>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<IteratorResult<Piece>> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => reject(signal.reason);
    const timer = setTimeout(() => reject(new ModelFault('slow')), milliseconds);
    signal.addEventListener('abort', onAbort, { once: true });
    pieces
      .next()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      });
  });
}
