// The app on a socket, with limits on how long and how much a client may send before it is understood.
import { once } from 'node:events';
import { Server } from 'node:http';
import type { ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ErrorWire } from '../../contract/errors.ts';
import { AppError } from '../../domain/errors.ts';
import type { HttpEnv } from './parts.ts';
import { newRandomId } from './random-id.ts';

export interface Address {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
}

export interface Listener {
  readonly url: string;
  /** Takes no more requests, lets those under way end, and cuts what lasts longer than the grace. */
  close(): Promise<void>;
}

/** In milliseconds: slow senders are let go, and an idle connection is kept for a reader's next click. */
const limits = { headers: 10_000, request: 20_000, keepAlive: 30_000, closingGrace: 5_000 };

const serverOptions: ServerOptions = {
  headersTimeout: limits.headers,
  requestTimeout: limits.request,
  keepAliveTimeout: limits.keepAlive,
  connectionsCheckingInterval: 2_000,
  // The longest question takes up to 24,000 bytes in an address.
  maxHeaderSize: 32_768,
};

/** @throws AppError `configuration` when the address cannot be had. */
export async function listen(app: Hono<HttpEnv>, { host, port }: Address): Promise<Listener> {
  const server = createServerOf(app);
  server.on('clientError', refuseUnparsed);
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
  return { url: urlOf(server, host), close: () => closeWithGrace(server) };
}

function createServerOf(app: Hono<HttpEnv>): Server {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions });
  if (server instanceof Server) return server;
  throw new TypeError('The adaptor made no HTTP/1 server.');
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function closeWithGrace(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const grace = setTimeout(() => server.closeAllConnections(), limits.closingGrace);
  await closed;
  clearTimeout(grace);
}

const unparsed: Readonly<Record<string, readonly [status: string, code: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'too-large', 'The address and headers are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'timeout', 'The request took too long to arrive.'],
};

/** What Node's parser turns away never reaches the app; it gets the same shape of error all the same. */
function refuseUnparsed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const fallback = ['400 Bad Request', 'invalid-request', 'This is not an HTTP request.'] as const;
  const [status, code, message] = unparsed[error.code ?? ''] ?? fallback;
  const requestId = newRandomId();
  const body = JSON.stringify({ error: { code, message, requestId } } satisfies ErrorWire);
  const headers = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}
