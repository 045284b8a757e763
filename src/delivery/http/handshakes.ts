// Requests to be upgraded: those that are refused get the app's own response, and none waits for ever.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { HttpBindings, Http2Bindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { HttpEnv } from './parts.ts';
import { refuseRaw, writeResponse } from './raw-response.ts';
import { chatPath } from './routes-chat.ts';

type Fetch = (request: Request, env: HttpBindings | Http2Bindings) => Promise<Response>;

/** The app's `fetch`; whatever it answers to a request for an upgrade, but the upgrade, is written to the socket, for nobody else does. */
export function fetchOf(app: Hono<HttpEnv>): Fetch {
  return async (request, env) => {
    const response = await app.fetch(request, env);
    // Whatever its type says: a request to be upgraded has no response to write to.
    const asksForUpgrade = !('outgoing' in env && env.outgoing);
    const isUpgraded = response.status < 400 && new URL(request.url).pathname === chatPath;
    if (asksForUpgrade && !isUpgraded) await writeResponse(env.incoming.socket, response.clone());
    return response;
  };
}

/**
 * To be called when the adaptor listens for upgrades already: it answers refused ones with nothing but a status while it is
 * the only one who listens, and leaves the answer to others otherwise.
 * @param limit milliseconds for a handshake.
 * @returns the sockets that were upgraded or wait to be.
 */
export function watchHandshakes(server: Server, limit: number): ReadonlySet<Duplex> {
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') return serveAsItIs(server, { request, socket, head });
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Until the WebSocket takes over, nobody else listens for faults. It also takes the time limit away.
    socket.on('error', () => socket.destroy());
    request.socket.setTimeout(limit, () => socket.destroy());
    if (!isAddressed(request)) refuseHandshake(socket);
  });
  return sockets;
}

/** A name or an address with its port, and nothing that a URL would take for more. */
const hostPattern = /^[\w.:[\]-]+$/u;

/** The adaptor leaves without an answer what names no host that it can read, and takes a request that names none for one to us. */
function isAddressed({ headers: { host = '' }, url = '' }: IncomingMessage): boolean {
  return hostPattern.test(host) && URL.canParse(`http://${host}${url}`);
}

interface Handshake {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/**
 * Some clients ask to go on with HTTP/2 whenever they connect, and are content with HTTP/1.1. Node hands every such request
 * over as soon as anybody listens for upgrades, so it is put back without the wish and read again.
 */
function serveAsItIs(server: Server, { request, socket, head }: Handshake): void {
  const { method, url, httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!/^(?:connection|upgrade|http2-settings)$/iu.test(name)) lines.push(`${name}: ${value}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

export function refuseHandshake(socket: Duplex): void {
  refuseRaw(socket, { status: 400, code: 'invalid-request', message: 'This is not a WebSocket handshake.' });
}
