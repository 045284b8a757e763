// How much of the service one client may hold at a time, so that the others always find room.
import { AppError } from '../domain/errors.ts';

export interface Shares {
  /** @returns what gives the share back, once however often it is called. @throws AppError `too-many-requests`. */
  take(client: string): () => void;
}

/** Seconds after which some of what a client has under way is surely done. */
const retryAfterSeconds = 1;

/** @param mostEach that one client may hold at a time; 0 means without limit. */
export function createShares(mostEach: number): Shares {
  const heldBy = new Map<string, number>();
  return {
    take(client) {
      const held = heldBy.get(client) ?? 0;
      if (mostEach > 0 && held >= mostEach) throw tooMany();
      heldBy.set(client, held + 1);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        const left = (heldBy.get(client) ?? 1) - 1;
        if (left > 0) heldBy.set(client, left);
        else heldBy.delete(client);
      };
    },
  };
}

function tooMany(): AppError {
  const message = 'You have too much under way at once. Wait for some of it to be done.';
  return new AppError('too-many-requests', message, { retryAfterSeconds });
}
