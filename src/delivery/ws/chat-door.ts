// Where connections come in, are counted, and are seen out when the service stops.
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Asks } from '../../admission/asks.ts';
import type { Caller } from '../../admission/caller.ts';
import type { RateLimit } from '../../admission/rate-limit.ts';
import { closeCodes } from '../../contract/chat.ts';
import { AppError } from '../../domain/errors.ts';
import type { Log } from '../../ports.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createOutbox } from './outbox.ts';
import type { Wire } from './outbox.ts';
import { Session } from './session.ts';

export interface ChatDoorParts {
  readonly asks: Asks;
  /** Messages of any kind that a client may send in a minute, over all its connections. */
  readonly messages: RateLimit;
  /** Connections of one client; 0 means without limit. */
  readonly socketsPerClient: number;
  readonly ids: () => string;
  readonly log: Log;
  /** Milliseconds between two pings. */
  readonly pingEvery?: number;
}

/** What a channel tells of a connection that it has opened. */
export interface OpenChat {
  /** @param data a text frame, or anything else for one that is none. */
  receive(data: unknown): void;
  closed(): void;
}

export interface ChatDoor {
  /** @throws AppError `not-ready` once the service is stopping; to be called before a connection is upgraded. */
  requireOpen(): void;
  /** @param socket of the `ws` library, just opened. @param wire the stream that it was opened on. */
  open(socket: unknown, caller: Caller, wire?: Wire): OpenChat;
  /** Open connections. */
  count(): number;
  /** Lets nobody in any more, and sees everybody out: at once who asks nothing, the others when they are answered or when `grace` milliseconds are over. */
  close(grace: number): Promise<void>;
}

/** Milliseconds for a peer to confirm that the connection ends. */
const farewell = 500;

export function createChatDoor(parts: ChatDoorParts): ChatDoor {
  const heartbeat = createHeartbeat(parts.pingEvery);
  const sessions = new Map<WebSocket, Session>();
  const counts = new Map<string, number>();
  let closing = false;

  const leave = (socket: WebSocket, client: string): void => {
    sessions.get(socket)?.abandon();
    if (!sessions.delete(socket)) return;
    heartbeat.forget(socket);
    const left = (counts.get(client) ?? 1) - 1;
    if (left === 0) counts.delete(client);
    else counts.set(client, left);
  };

  const enter = (socket: WebSocket, caller: Caller, wire?: Wire): Session => {
    const { asks, ids, log } = parts;
    const session = new Session({ asks, caller, outbox: createOutbox(socket, wire), ids, log });
    sessions.set(socket, session);
    counts.set(caller.client, (counts.get(caller.client) ?? 0) + 1);
    heartbeat.watch(socket);
    return session;
  };

  return {
    requireOpen() {
      if (closing) throw new AppError('not-ready', 'Bluelamp is shutting down. Connect again in a moment.');
    },
    open(socket, caller, wire) {
      if (!(socket instanceof WebSocket)) throw new TypeError('A chat needs a socket of the ws library.');
      const { client } = caller;
      const isFull = parts.socketsPerClient > 0 && (counts.get(client) ?? 0) >= parts.socketsPerClient;
      if (isFull || closing) {
        if (isFull) socket.close(closeCodes.tooMany, 'You have too many connections open. Close some of them.');
        else socket.close(closeCodes.restart, restarting);
        return { receive: () => undefined, closed: () => undefined };
      }
      const session = enter(socket, caller, wire);
      return {
        receive(data) {
          if (!sessions.has(socket) || socket.readyState !== WebSocket.OPEN) return;
          if (parts.messages.take(client) > 0) {
            session.abandon();
            socket.close(closeCodes.tooMany, 'You have sent too many messages.');
          } else if (typeof data !== 'string') socket.close(closeCodes.unsupported, 'Send JSON as text.');
          else session.receive(data);
        },
        closed: () => leave(socket, client),
      };
    },
    count: () => sessions.size,
    async close(grace) {
      closing = true;
      const over = sleep(grace, undefined, { ref: false });
      await Promise.all([...sessions].map(([socket, session]) => seeOut(socket, session, over)));
      heartbeat.stop();
    },
  };
}

const restarting = 'Bluelamp restarts. Connect again, and go on with the same conversation.';

async function seeOut(socket: WebSocket, session: Session, over: Promise<void>): Promise<void> {
  await Promise.race([session.idle(), over]);
  session.abandon();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  if (socket.readyState === WebSocket.CLOSED) return;
  socket.close(closeCodes.restart, restarting);
  await Promise.race([closed, sleep(farewell, undefined, { ref: false })]);
  socket.terminate();
  await closed;
}
