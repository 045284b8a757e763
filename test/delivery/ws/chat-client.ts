// A client of the chat protocol that holds every frame it gets to the contract.
import { EventEmitter, once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import { serverFrameSchema } from '../../../src/contract/chat.ts';
import type { ServerFrame } from '../../../src/contract/chat.ts';

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, { type: Type }>;

export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export class ChatClient {
  readonly socket: WebSocket;
  readonly frames: ServerFrame[] = [];
  readonly closed: Promise<Closing>;
  readonly #news = new EventEmitter().setMaxListeners(0);

  constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        resolve({ code, reason: reason.toString() });
        this.#news.emit('news');
      });
    });
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      if (!Buffer.isBuffer(data)) throw new TypeError('A frame came in parts.');
      this.frames.push(serverFrameSchema.parse(JSON.parse(data.toString())));
      this.#news.emit('news');
    });
  }

  send(frame: object | string): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  ask(id: string, question: string, more: object = {}): void {
    this.send({ type: 'ask', id, question, ...more });
  }

  /** The first frame of this type, of this question where one is named; waits for it. */
  async first<Type extends ServerFrame['type']>(type: Type, id?: string): Promise<FrameOf<Type>> {
    for (;;) {
      const found = this.frames.find(
        (frame): frame is FrameOf<Type> => frame.type === type && (id === undefined || frame.id === id),
      );
      if (found) return found;
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`The connection ended without ${type}.`);
      await once(this.#news, 'news');
    }
  }

  of(id: string): ServerFrame[] {
    return this.frames.filter((frame) => frame.id === id);
  }

  /** Resolves when the service has answered a ping, and so has handled everything that was sent before. */
  async settled(): Promise<void> {
    this.socket.ping();
    await once(this.socket, 'pong');
  }
}

export interface ConnectOptions extends ClientOptions {
  readonly protocols?: readonly string[];
}

/** Resolves with the open client, or with the status that refused it. */
export async function tryConnect(url: string, options: ConnectOptions = {}): Promise<ChatClient | number> {
  const { protocols = [], ...rest } = options;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/chat`, [...protocols], rest);
  onTestFinished(() => socket.terminate());
  const client = new ChatClient(socket);
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(client));
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

export async function connect(url: string, options: ConnectOptions = {}): Promise<ChatClient> {
  const outcome = await tryConnect(url, options);
  if (typeof outcome === 'number') throw new Error(`The upgrade was refused with ${outcome}.`);
  return outcome;
}
