// The app on a socket, with limits on how long and how much a client may send before it is understood.
import { once } from 'node:events';
import { Server } from 'node:http';
import type { ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import type { WebSocketServerLike } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '../../domain/errors.ts';
import { createSocketServer } from '../ws/socket-server.ts';
import { fetchOf, refuseHandshake, watchHandshakes } from './handshakes.ts';
import type { HttpEnv } from './parts.ts';
import { rawResponse, refuseRaw } from './raw-response.ts';
import type { RawRefusal } from './raw-response.ts';

export interface Address {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
}

export interface Listener {
  readonly url: string;
  /** Takes no more requests, lets those under way end, and cuts what lasts longer than the grace. */
  readonly close: () => Promise<void>;
}

/** All in milliseconds. */
export interface Limits {
  /** For the headers, and for the whole of a request, to arrive. */
  readonly headers: number;
  readonly request: number;
  /** How often the two are looked at. */
  readonly check: number;
  /** For a connection without a request: a reader's next click may come over it. */
  readonly keepAlive: number;
  /** For requests under way when the service stops. */
  readonly closingGrace: number;
}

/** A slow sender is let go within 20 seconds. */
export const usualLimits: Limits = {
  headers: 10_000,
  request: 15_000,
  check: 2_000,
  keepAlive: 30_000,
  closingGrace: 1_500,
};

/** The longest question takes up to 24,000 bytes in an address. */
const maxHeaderSize = 32_768;

/** @throws AppError `configuration` when the address cannot be had. */
export async function listen(
  app: Hono<HttpEnv>,
  { host, port }: Address,
  limits: Limits = usualLimits,
): Promise<Listener> {
  const server = createServerOf(app, limits);
  server.on('clientError', refuseUnparsed);
  const upgraded = watchHandshakes(server, limits.headers);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new AppError(
      'configuration',
      `Cannot listen on ${host}:${port}. Set HOST and PORT to an address that is free.`,
      {
        cause: error,
      },
    );
  }
  return { url: urlOf(server, host), close: () => closeWithGrace(server, upgraded, limits.closingGrace) };
}

function createServerOf(app: Hono<HttpEnv>, limits: Limits): Server {
  const serverOptions: ServerOptions = {
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    keepAliveTimeout: limits.keepAlive,
    connectionsCheckingInterval: limits.check,
    maxHeaderSize,
    // Node refuses a request without one with a bare status; the guard of the host refuses it in the usual shape.
    requireHostHeader: false,
  };
  // The adaptor's description of a WebSocket server differs from that of `ws` in how optional members are written.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const sockets = createSocketServer(refuseHandshake) as unknown as WebSocketServerLike;
  const fetch = fetchOf(app);
  const server = createAdaptorServer({ fetch, serverOptions, websocket: { server: sockets } });
  if (!(server instanceof Server)) throw new TypeError('The adaptor made no HTTP/1 server.');
  // The adaptor's own listener answers what it cannot read with nothing but a status.
  server.removeAllListeners('request');
  const answer = getRequestListener(fetch, { errorHandler: refuseUnaddressed });
  return server.on('request', (incoming, outgoing) => void answer(incoming, outgoing));
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function closeWithGrace(server: Server, upgraded: ReadonlySet<Duplex>, grace: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  }, grace);
  await closed;
  clearTimeout(timer);
}

const unparsed: Readonly<Record<string, RawRefusal>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'too-large', message: 'The address and headers are too long.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'timeout', message: 'The request took too long to arrive.' },
};

/** The app answers its own faults; what the adaptor comes upon before is an address or a `Host` that makes no URL. */
function refuseUnaddressed(): Response {
  return rawResponse({ status: 400, code: 'invalid-request', message: 'This names no address of Bluelamp.' });
}

/** What Node's parser turns away never reaches the app; it gets the same shape of error all the same. */
function refuseUnparsed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const fallback = { status: 400, code: 'invalid-request', message: 'This is not an HTTP request.' };
  refuseRaw(socket, unparsed[error.code ?? ''] ?? fallback);
}
