// A stand-in for Slack's Web API, its addresses for answers and its Socket Mode, on this machine. It enforces what Slack documents.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { faultOfBlocks, faultOfMessage, isRecord } from './message-rules.ts';

export interface Call {
  /** `chat.postMessage`, or `response` for an answer at an address of a command or a button. */
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | null;
  /** `ok`, Slack's word for what is wrong, or the status that was given instead. */
  readonly result: string;
}

/** What is done instead of the usual: a status, a word, no answer at all, or nothing special. */
export type Trouble =
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly error: string; readonly retryAfter?: number }
  | 'hang'
  | null;

export interface SlackStandIn {
  readonly apiUrl: string;
  /** All calls in order. */
  readonly calls: readonly Call[];
  /** The accepted calls of a method. */
  readonly accepted: (method: string) => readonly Call[];
  /** Decides on trouble for every call to come. */
  trouble(decide: (method: string, body: Readonly<Record<string, unknown>>) => Trouble): void;
  /** A new address for the answers to a command or a button. */
  responseUrl(): string;
  /** Sends an envelope over every open socket. @returns the acknowledgement; null when none came in time. */
  sendEnvelope(type: string, payload: unknown, withinMs?: number): Promise<Readonly<Record<string, unknown>> | null>;
  /** Open sockets, and how often one was opened. */
  readonly sockets: () => { readonly open: number; readonly opened: number };
  /** Tells every socket to go, and closes it, as Slack does when it moves its servers. */
  dropSockets(): void;
  close(): Promise<void>;
}

export interface StandInOptions {
  readonly botToken: string;
  readonly botUser?: string;
  /** Whether a channel takes only one message a second, as Slack has it. */
  readonly limitsRate?: boolean;
  readonly onCall?: (call: Call) => void;
}

interface State {
  readonly options: StandInOptions;
  readonly calls: Call[];
  readonly lastPost: Map<string, number>;
  readonly signs: Set<string>;
  readonly responses: Map<string, number>;
  decide: (method: string, body: Readonly<Record<string, unknown>>) => Trouble;
  posted: number;
  base: string;
}

export async function startSlackStandIn(options: StandInOptions): Promise<SlackStandIn> {
  const state: State = {
    options,
    calls: [],
    lastPost: new Map(),
    signs: new Set(),
    responses: new Map(),
    decide: () => null,
    posted: 0,
    base: '',
  };
  const server = createServer((request, response) => void answer(state, request, response));
  const sockets = new WebSocketServer({ server });
  let opened = 0;
  const open = new Set<WebSocket>();
  sockets.on('connection', (socket) => {
    opened += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.send(JSON.stringify({ type: 'hello', num_connections: open.size }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  state.base = `http://127.0.0.1:${portOf(server)}`;
  let envelopes = 0;
  return {
    apiUrl: `${state.base}/api/`,
    calls: state.calls,
    accepted: (method) => state.calls.filter((call) => call.method === method && call.result === 'ok'),
    trouble: (decide) => (state.decide = decide),
    responseUrl() {
      const url = `/commands/${state.responses.size + 1}`;
      state.responses.set(url, 0);
      return `${state.base}${url}`;
    },
    async sendEnvelope(type, payload, withinMs = 5_000) {
      envelopes += 1;
      const [socket] = open;
      if (!socket) return null;
      return sendTo(
        socket,
        { type, payload, envelope_id: `envelope-${envelopes}`, accepts_response_payload: true },
        withinMs,
      );
    },
    sockets: () => ({ open: open.size, opened }),
    dropSockets() {
      for (const socket of open) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        socket.close();
      }
    },
    async close() {
      for (const socket of open) socket.terminate();
      sockets.close();
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function sendTo(
  socket: WebSocket,
  envelope: Readonly<Record<string, unknown>>,
  withinMs: number,
): Promise<Readonly<Record<string, unknown>> | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, withinMs, null);
    const onMessage = (data: Buffer): void => {
      const message: unknown = JSON.parse(data.toString('utf8'));
      if (!isRecord(message) || message['envelope_id'] !== envelope['envelope_id']) return;
      clearTimeout(timer);
      socket.off('message', onMessage);
      resolve(isRecord(message['payload']) ? message['payload'] : {});
    };
    socket.on('message', onMessage);
    socket.send(JSON.stringify(envelope));
  });
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  const body = readBody(request.headers['content-type'] ?? '', await text(request));
  const isResponse = path.startsWith('/commands/');
  const method = isResponse ? 'response' : path.replace('/api/', '');
  const authorization = request.headers['authorization'] ?? null;
  const trouble = state.decide(method, body);
  if (trouble === 'hang') return;
  const result =
    trouble ?? (isResponse ? respond(state, path, body) : callMethod(state, method, { body, authorization }));
  const call = { method, body, authorization, result: wordOf(result) };
  state.calls.push(call);
  state.options.onCall?.(call);
  send(response, result, isResponse);
}

function wordOf(result: Answer): string {
  if (result['ok'] === true) return 'ok';
  return typeof result['error'] === 'string' ? result['error'] : `status ${Number(result['status'])}`;
}

/** An address for answers tells what it takes by the status, a method by what it answers; both tell of too much by the status. */
function send(response: ServerResponse, result: Answer, isResponse: boolean): void {
  const { status, retryAfter } = result;
  const isTold = typeof status === 'number' || result['ok'] === true || !isResponse;
  const retry = retryAfter === undefined ? {} : { 'retry-after': `${Number(retryAfter)}` };
  response.writeHead(typeof status === 'number' ? status : isTold ? 200 : 400, {
    'content-type': 'application/json',
    ...retry,
  });
  response.end(typeof status === 'number' ? '' : JSON.stringify({ ok: false, ...result }));
}

function readBody(type: string, raw: string): Record<string, unknown> {
  if (type.includes('application/json')) {
    const parsed: unknown = JSON.parse(raw);
    return isRecord(parsed) ? parsed : {};
  }
  return Object.fromEntries([...new URLSearchParams(raw)].map(([key, value]) => [key, readField(key, value)]));
}

/** Fields of a form that hold more than a text are JSON. */
function readField(key: string, value: string): unknown {
  if (['blocks', 'view'].includes(key)) return JSON.parse(value);
  return value === 'true' ? true : value === 'false' ? false : value;
}

type Answer = Readonly<Record<string, unknown>>;

function respond(state: State, path: string, body: Answer): Answer {
  const used = state.responses.get(path);
  // Slack takes five answers at an address, within half an hour.
  if (used === undefined || used >= 5) return { ok: false, error: 'used_url' };
  state.responses.set(path, used + 1);
  if (body['delete_original'] === true) return { ok: true };
  const fault = faultOfMessage(body['text'], body['blocks']);
  return fault === null ? { ok: true } : { ok: false, error: fault };
}

interface Request {
  readonly body: Answer;
  readonly authorization: string | null;
}

function callMethod(state: State, method: string, { body, authorization }: Request): Answer {
  const refuse = (error: string): Answer => ({ ok: false, error });
  if (authorization === null) return refuse('not_authed');
  if (method === 'apps.connections.open') return { ok: true, url: state.base.replace('http', 'ws') };
  if (authorization !== `Bearer ${state.options.botToken}`) return refuse('invalid_auth');
  switch (method) {
    case 'auth.test':
      return { ok: true, user_id: state.options.botUser ?? 'UBOT', team_id: 'T1', bot_id: 'BBOT' };
    case 'chat.postMessage':
    case 'chat.postEphemeral':
      return post(state, body);
    case 'views.publish':
      return publish(body);
    case 'reactions.add':
    case 'reactions.remove':
      return sign(state, method, body);
    default:
      return refuse('unknown_method');
  }
}

function post(state: State, body: Answer): Answer {
  const { channel, text: words, blocks } = body;
  if (typeof channel !== 'string' || channel === '') return { ok: false, error: 'channel_not_found' };
  const fault = faultOfMessage(words, blocks);
  if (fault !== null) return { ok: false, error: fault };
  const now = performance.now();
  const last = state.lastPost.get(channel) ?? -Infinity;
  if (state.options.limitsRate === true && now - last < 1_000) return { status: 429, retryAfter: 1 };
  state.lastPost.set(channel, now);
  state.posted += 1;
  return { ok: true, channel: channel.replace(/^U/u, 'D'), ts: `1700000000.${String(state.posted).padStart(6, '0')}` };
}

function publish({ view }: Answer): Answer {
  const isHome = isRecord(view) && view['type'] === 'home' && faultOfBlocks(view['blocks'], 100) === null;
  return isHome ? { ok: true } : { ok: false, error: 'invalid_arguments' };
}

function sign(state: State, method: string, { channel, timestamp, name }: Answer): Answer {
  const key = JSON.stringify([channel, timestamp, name]);
  if (method === 'reactions.add') {
    if (state.signs.has(key)) return { ok: false, error: 'already_reacted' };
    state.signs.add(key);
    return { ok: true };
  }
  return state.signs.delete(key) ? { ok: true } : { ok: false, error: 'no_reaction' };
}
