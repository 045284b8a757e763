// A line of bounded length before the engine: so many questions are worked on, so many wait, and the next is told at once.
import { AppError } from '../domain/errors.ts';

export interface GateLimits {
  readonly running: number;
  readonly waiting: number;
  /** Milliseconds after which whoever waits is told that there is too much to do. */
  readonly patience: number;
}

/** A place in the line. */
export interface Place {
  /** Resolves when its work may begin. @throws AppError `overloaded` when it does not get so far in time; the signal's reason. */
  ready(signal: AbortSignal): Promise<void>;
  /** Gives the place up, at any time; more than once does no harm. */
  readonly leave: () => void;
}

export interface AskGate {
  /** @throws AppError `overloaded` when the line is full, or too slow for another to have its turn in time; `not-ready` once it is closed. */
  reserve(): Place;
  load(): { readonly running: number; readonly waiting: number };
  /** Lets nobody in any more. Resolves when all who were in have left. */
  close(): Promise<void>;
}

/** Seconds until a place is likely free: a full line is worked off in some ten. */
const retryAfterSeconds = 5;

interface Entry {
  admitted: boolean;
  begin: (() => void) | null;
}

/** @param now milliseconds of a clock that never goes back. */
export function createAskGate(
  { running: mostRunning, waiting: mostWaiting, patience }: GateLimits,
  now = (): number => performance.now(),
): AskGate {
  const pace = createPace(now);
  const running = new Set<Entry>();
  const waiting = new Set<Entry>();
  let closed = false;
  let noteIdle: (() => void) | null = null;

  const advance = (): void => {
    for (const entry of waiting) {
      if (running.size >= mostRunning) return;
      waiting.delete(entry);
      pace.noteTurn(waiting.size > 0);
      running.add(entry);
      entry.admitted = true;
      entry.begin?.();
    }
    if (running.size === 0) noteIdle?.();
  };
  const leave = (entry: Entry): void => {
    if (running.delete(entry) || waiting.delete(entry)) advance();
  };

  return {
    reserve() {
      if (closed) throw new AppError('not-ready', 'Bluelamp is shutting down. Ask again in a moment.');
      if (running.size + waiting.size >= mostRunning + mostWaiting) throw overloaded();
      // Who would wait in vain is told so now, and not when the wait is over.
      if (waiting.size > 0 && pace.untilTurn(waiting.size + 1) > surelyInTime * patience) throw overloaded();
      const entry: Entry = { admitted: false, begin: null };
      waiting.add(entry);
      advance();
      return { ready: (signal) => readiness(entry, signal, patience), leave: () => leave(entry) };
    },
    load: () => ({ running: running.size, waiting: waiting.size }),
    close() {
      closed = true;
      return new Promise((resolve) => {
        noteIdle = resolve;
        advance();
      });
    },
  };
}

/** How long those in a line wait for their turns, by how the line goes on. */
interface Pace {
  /** Somebody has a turn. @param goesOn whether others wait still. */
  readonly noteTurn: (goesOn: boolean) => void;
  /** Milliseconds until the n-th has a turn; 0 while it is not known. */
  readonly untilTurn: (n: number) => number;
}

/** Share of the patience within which a turn is to come: a line goes on unevenly, and at its edge half would wait in vain. */
const surelyInTime = 0.7;

/** Turns by which a pace is known, and what the latest counts for in it. */
const fewestTurns = 16;
const latestCounts = 0.1;

function createPace(now: () => number): Pace {
  let [turns, each, latest] = [0, 0, 0];
  return {
    noteTurn(goesOn) {
      const took = now() - latest;
      latest = now();
      // The first of a line waited for nobody.
      if (turns > 0) each = turns === 1 ? took : each + latestCounts * (took - each);
      turns = goesOn ? turns + 1 : 0;
    },
    untilTurn: (n) => (turns < fewestTurns ? 0 : n * each),
  };
}

function readiness(entry: Entry, signal: AbortSignal, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (entry.admitted) return resolve();
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = (): void => {
      settle();
      reject(signal.reason);
    };
    const onLate = (): void => {
      settle();
      reject(overloaded());
    };
    const timer = setTimeout(onLate, patience);
    signal.addEventListener('abort', onAbort, { once: true });
    entry.begin = () => {
      settle();
      resolve();
    };
  });
}

function overloaded(): AppError {
  const message = 'Bluelamp has more questions than it can answer just now. Ask again in a few seconds.';
  return new AppError('overloaded', message, { retryAfterSeconds });
}
