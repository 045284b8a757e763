// A fetch over Node's plain client. Reading a body that comes in many small pieces takes it half of what Node's own fetch takes.
import { Agent as PlainAgent, request as requestPlain } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as requestSecure } from 'node:https';

/** What a body goes through on its way, piece by piece. What these throw ends the response, and is the reader's error. */
export interface BodyStep {
  /** @returns what of the body so far is passed on; empty while it is held. */
  take(bytes: Uint8Array): Uint8Array;
  /** @returns what is left at the end. */
  end(): Uint8Array;
}

export interface ResponseHead {
  readonly status: number;
  readonly headers: Headers;
}

/** Chooses the step for a response by its head. What it throws is the call's error. */
export type StepFor = (head: ResponseHead) => BodyStep;

/** Connections are kept for the next call; a limit of time on them would have a timer set anew for each piece that is read. */
const plainAgent = new PlainAgent({ keepAlive: true });
const secureAgent = new SecureAgent({ keepAlive: true });

/** Pieces that wait for a reader before no more is read from the connection. */
const piecesAhead = 4;
/** Statuses whose responses have no body. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * As the global fetch, for a body of text. Nothing compressed is asked for, and no redirection is followed: it is an error.
 * @throws whatever `stepFor` throws; the signal's reason; an Error when there is no connection, or it breaks.
 */
export async function fetchOverHttp(
  input: string | URL | Request,
  init: RequestInit,
  stepFor: StepFor,
): Promise<Response> {
  const { method = 'GET', body = null } = init;
  const signal = init.signal ?? null;
  if (body !== null && typeof body !== 'string') throw new TypeError('Only text can be sent.');
  signal?.throwIfAborted();
  const headers = new Headers(init.headers);
  headers.set('accept-encoding', 'identity');
  if (body !== null) headers.set('content-length', String(Buffer.byteLength(body)));
  const url = new URL(input instanceof Request ? input.url : input);
  const sent = send(url, { method, headers: Object.fromEntries(headers) });
  // Held by the connection itself, so that it is heeded for as long as that lives, whoever else was collected as garbage.
  const leave = (): void => void sent.destroy(toError(signal?.reason));
  signal?.addEventListener('abort', leave, { once: true });
  sent.once('close', () => signal?.removeEventListener('abort', leave));
  const message = await answered(sent, body).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw error;
  });
  try {
    return toResponse(message, stepFor, signal);
  } catch (error) {
    message.destroy();
    throw error;
  }
}

function send(url: URL, options: RequestOptions): ClientRequest {
  if (url.protocol === 'https:') return requestSecure(url, { ...options, agent: secureAgent });
  return requestPlain(url, { ...options, agent: plainAgent });
}

function answered(sent: ClientRequest, body: string | null): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // Stays, as a connection may break at any time, and what is told twice is told once.
    sent.on('error', reject);
    sent.once('response', resolve);
    // A change of protocol ends the connection without an error.
    sent.once('close', () => reject(new Error('The connection broke.')));
    sent.end(body ?? undefined);
  });
}

function toResponse(message: IncomingMessage, stepFor: StepFor, signal: AbortSignal | null): Response {
  const status = message.statusCode ?? 0;
  if (status >= 300 && status < 400 && status !== 304) throw new Error('A redirection is not followed.');
  const headers = headersOf(message);
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') throw new Error('Nothing compressed is read.');
  const step = stepFor({ status, headers });
  if (bodiless.has(status)) message.resume();
  const body = bodiless.has(status) ? null : bodyOf(message, step, signal);
  return new Response(body, { status, statusText: message.statusMessage ?? '', headers });
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct))
    for (const value of values) headers.append(name, value);
  return headers;
}

function bodyOf(message: IncomingMessage, step: BodyStep, signal: AbortSignal | null): ReadableStream<Uint8Array> {
  let isOver = false;
  const once = (settle: () => void): void => {
    if (isOver) return;
    isOver = true;
    settle();
  };
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    const fail = (error: unknown): void => once(() => controller.error(signal?.aborted ? signal.reason : error));
    const pass = (made: () => Uint8Array): void => {
      try {
        const bytes = made();
        if (bytes.byteLength === 0) return;
        controller.enqueue(bytes);
        if ((controller.desiredSize ?? 0) <= 0) message.pause();
      } catch (error) {
        fail(error);
        message.destroy();
      }
    };
    message.on('data', (bytes: Buffer) => {
      if (!isOver) pass(() => step.take(bytes));
    });
    message.on('end', () => {
      if (!isOver) pass(() => step.end());
      once(() => controller.close());
    });
    message.on('error', fail);
    // Also where the other side went away without an error.
    message.on('close', () => fail(new Error('The connection broke.')));
  };
  const pull = (): void => void message.resume();
  const cancel = (): void => once(() => message.destroy());
  return new ReadableStream({ start, pull, cancel }, { highWaterMark: piecesAhead });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The call was left.', { cause: reason });
}
