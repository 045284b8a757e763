// The way from the page to the service: a socket that mends itself, and plain requests where there can be none.
import type { ServerFrame } from '../../src/contract/chat.ts';
import type { Answer, Question } from './chat-state.ts';
import { readServerFrame } from './read-server-frame.ts';
import { Refusal } from './service.ts';

/**
 * - `lost`: it is mended as soon as the service can be reached.
 * - `requests`: the service is there and takes no socket; answers come whole.
 * - `locked`: the service wants a token that the page does not have.
 */
export type LinkState = 'connecting' | 'open' | 'lost' | 'requests' | 'locked';

export interface SocketHandlers {
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  readonly onClose: (code: number) => void;
}

export interface OpenSocket {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

export interface LinkParts {
  /** Calls no handler before it has returned. @throws where no socket can be made at all. */
  readonly openSocket: (handlers: SocketHandlers) => OpenSocket;
  /** Rejects with a `Refusal`, or another `Error` where the service could not be reached. */
  readonly askByRequest: (frame: Question, signal: AbortSignal) => Promise<Answer>;
  readonly probe: () => Promise<'here' | 'locked' | 'away'>;
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onState: (state: LinkState) => void;
  /** From 0 to 1, so that many pages do not come back at the same moment. */
  readonly random: () => number;
}

/** All in milliseconds. Tries come at twice the distance each, and no further apart than the longest. */
const waits = { first: 250, longest: 8_000, handshake: 10_000, answer: 40_000, busy: 1_000 };

/** How often a question is asked again that the service was too busy for, or whose answer did not come through. */
const mostRetries = 5;

/** The service has closed the connection for something that this page did. */
const reproaches = [1008, 4429];

interface Pending {
  readonly frame: Question;
  readonly controller: AbortController;
  wasSent: boolean;
  /** Whether a plain request for it is under way. */
  isRequested: boolean;
  retries: number;
}

export class ChatLink {
  readonly #parts: LinkParts;
  readonly #pending = new Map<string, Pending>();
  #socket: OpenSocket | null = null;
  #isOpen = false;
  /** Whether this connection has carried anything from the service. */
  #hasHeard = false;
  #hasEnded = false;
  #failures = 0;
  #state: LinkState = 'connecting';
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LinkParts) {
    this.#parts = parts;
  }

  /** To be called once, and again when there is reason to think that it would succeed now. */
  connect(): void {
    if (this.#hasEnded || this.#socket) return;
    clearTimeout(this.#retry);
    let socket: OpenSocket | null = null;
    const isCurrent = (): boolean => socket !== null && this.#socket === socket;
    try {
      socket = this.#parts.openSocket({
        onOpen: () => isCurrent() && this.#opened(),
        onText: (text) => isCurrent() && this.#heard(text),
        onClose: (code) => isCurrent() && this.#closed(code),
      });
    } catch {
      // Such as a token that no header of a socket can hold.
      return void this.#examine();
    }
    this.#socket = socket;
    this.#watchFor(waits.handshake);
  }

  /** Asks as soon as it can, and until it is answered, stopped or refused. */
  ask(frame: Question): void {
    const pending = { frame, controller: new AbortController(), wasSent: false, isRequested: false, retries: 0 };
    this.#pending.set(frame.id, pending);
    if (this.#isOpen) this.#send(pending);
    else if (this.#state === 'requests') void this.#request(pending);
  }

  stop(id: string): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    if (this.#isOpen && pending.wasSent) return this.#socket?.send(JSON.stringify({ type: 'stop', id }));
    pending.controller.abort();
    this.#settle({ type: 'stopped', id });
  }

  end(): void {
    this.#hasEnded = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#watch);
    for (const { controller } of this.#pending.values()) controller.abort();
    this.#socket?.close();
  }

  #opened(): void {
    this.#isOpen = true;
    this.#hasHeard = false;
    clearTimeout(this.#watch);
    this.#become('open');
    for (const pending of this.#pending.values()) if (!pending.controller.signal.aborted) this.#send(pending);
  }

  #send(pending: Pending): void {
    pending.wasSent = true;
    this.#socket?.send(JSON.stringify(pending.frame));
    this.#watchFor(waits.answer);
  }

  #heard(text: string): void {
    const frame = readServerFrame(text);
    if (!frame) return;
    this.#hasHeard = true;
    this.#failures = 0;
    if (this.#pending.size > 0) this.#watchFor(waits.answer);
    if (frame.type === 'error') this.#refused(frame);
    else if (frame.type === 'answer' || frame.type === 'stopped') this.#settle(frame);
    else this.#parts.onFrame(frame);
  }

  #refused(frame: Extract<ServerFrame, { type: 'error' }>): void {
    const [only] = this.#pending.keys();
    const id = frame.id ?? only;
    const pending = id === undefined ? undefined : this.#pending.get(id);
    if (!pending || id === undefined) return;
    // After a connection was lost the service may still be at work on what is asked again.
    if (frame.code === 'busy' && pending.retries < mostRetries) {
      pending.retries += 1;
      const wait = frame.retryAfter === undefined ? waits.busy : frame.retryAfter * 1000;
      setTimeout(() => this.#isOpen && this.#pending.has(id) && this.#send(pending), wait);
    } else this.#settle({ ...frame, id });
  }

  #settle(frame: ServerFrame): void {
    if (frame.id !== undefined) {
      // It may have been asked both ways.
      this.#pending.get(frame.id)?.controller.abort();
      this.#pending.delete(frame.id);
    }
    if (this.#pending.size === 0 && this.#isOpen) clearTimeout(this.#watch);
    this.#parts.onFrame(frame);
  }

  #closed(code: number): void {
    const wasOpen = this.#isOpen;
    this.#socket = null;
    this.#isOpen = false;
    clearTimeout(this.#watch);
    if (this.#hasEnded) return;
    if (this.#state !== 'requests') this.#become('lost');
    // A connection that opens and carries nothing, time and again, is what some proxies make of a socket.
    const isOfUse = wasOpen && (this.#hasHeard || this.#failures === 0);
    if (isOfUse) this.#reconnectLater(reproaches.includes(code) ? waits.longest : undefined);
    else void this.#examine();
  }

  /** Why no socket opens: nobody there, nobody known, or no sockets. */
  async #examine(): Promise<void> {
    const found = await this.#parts.probe();
    if (this.#hasEnded) return;
    if (found === 'locked') return this.#become('locked');
    this.#become(found === 'here' ? 'requests' : 'lost');
    this.#reconnectLater();
    if (found !== 'here') return;
    // What the service has heard of already it knows by its id, and answers once.
    for (const pending of this.#pending.values()) if (!pending.isRequested) void this.#request(pending);
  }

  async #request(pending: Pending): Promise<void> {
    const { frame, controller } = pending;
    pending.isRequested = true;
    try {
      const answer = await this.#parts.askByRequest(frame, controller.signal);
      this.#settle({ type: 'answer', id: frame.id, answer });
    } catch (error) {
      pending.isRequested = false;
      // A socket that has opened meanwhile has the question, too.
      if (controller.signal.aborted || this.#isOpen) return;
      pending.retries += 1;
      const isRefused = error instanceof Refusal;
      // Asked again with the next try to connect.
      if (!isRefused && pending.retries <= mostRetries) return;
      const message = isRefused ? error.message : 'The question could not be asked. Try again in a moment.';
      this.#settle({ type: 'error', id: frame.id, code: 'failed', message });
    }
  }

  #reconnectLater(wait?: number): void {
    const doubled = Math.min(waits.longest, waits.first * 2 ** this.#failures);
    this.#failures += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.connect(), wait ?? doubled * (0.75 + this.#parts.random() / 2));
  }

  /** A connection that has gone silent is given up, as if it had been closed. */
  #watchFor(wait: number): void {
    clearTimeout(this.#watch);
    const socket = this.#socket;
    this.#watch = setTimeout(() => {
      if (this.#socket !== socket) return;
      socket?.close();
      this.#closed(0);
    }, wait);
  }

  #become(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#parts.onState(state);
  }
}
