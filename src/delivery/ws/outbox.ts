// What is sent over one connection, and how much of it may wait for a reader that does not read.
import type { ServerFrame } from '../../contract/chat.ts';

/** What an outbox needs of a WebSocket. */
export interface Connection {
  /** Bytes that were sent and that the network has not taken yet. */
  readonly bufferedAmount: number;
  send(text: string, taken: (fault?: Error) => void): void;
  terminate(): void;
}

/** The stream below a connection, which holds what is written to it from the one call to the other. */
export interface Wire {
  cork(): void;
  uncork(): void;
}

export interface Outbox {
  /** Drops the connection of a reader for whom too much waits already. */
  send(frame: ServerFrame): void;
  /** Sends frames that come at one moment: to hand each to the network by itself takes more of the processor than to make it. */
  sendTogether(frames: readonly ServerFrame[]): void;
  /** Resolves when little enough waits for the reader to go on. Rejects with the signal's reason. */
  roomy(signal: AbortSignal): Promise<void>;
}

/** Bytes: producing pauses at the first, and at the second the reader is let go. */
const limits = { pause: 262_144, drop: 1_048_576 };

/** @param wire where there is none, frames are written one by one. */
export function createOutbox(connection: Connection, wire?: Wire): Outbox {
  const waiting = new Set<() => void>();
  const onTaken = (): void => {
    if (connection.bufferedAmount > limits.pause) return;
    for (const resume of waiting) resume();
  };
  const send = (frame: ServerFrame): void => {
    if (connection.bufferedAmount > limits.drop) connection.terminate();
    // On a connection that has ended this calls back with a fault, and does no more.
    else connection.send(JSON.stringify(frame), onTaken);
  };
  return {
    send,
    sendTogether(frames) {
      wire?.cork();
      for (const frame of frames) send(frame);
      wire?.uncork();
    },
    roomy(signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        if (connection.bufferedAmount <= limits.pause) return resolve();
        const settle = (): void => {
          waiting.delete(resume);
          signal.removeEventListener('abort', onAbort);
        };
        const resume = (): void => {
          settle();
          resolve();
        };
        const onAbort = (): void => {
          settle();
          reject(signal.reason);
        };
        waiting.add(resume);
        signal.addEventListener('abort', onAbort, { once: true });
      });
    },
  };
}
