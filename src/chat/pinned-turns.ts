// Turns over an index that may be exchanged while they go on.
import type { Turns } from './turn.ts';

/**
 * Holds the generation that serves when a turn begins open until the turn has ended. A turn asks for its index in its first
 * step, before it waits for anything, so it is the generation held.
 * @param hold gives what releases it.
 */
export function pinTurns(turns: Turns, hold: () => () => void): Turns {
  return {
    async *stream(request) {
      const release = hold();
      try {
        return yield* turns.stream(request);
      } finally {
        release();
      }
    },
    async ask(request) {
      const release = hold();
      return turns.ask(request).finally(release);
    },
    async search(request) {
      const release = hold();
      return turns.search(request).finally(release);
    },
  };
}
