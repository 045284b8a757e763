// Responses to what never became a request of the app: written to the socket as they go over the network.
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorWire } from '../../contract/errors.ts';
import { newRandomId } from './random-id.ts';

export interface RawRefusal {
  readonly status: number;
  readonly code: string;
  /** Written for the person who reads it. */
  readonly message: string;
}

/** The same shape of error as everywhere, and the end of the connection. */
export function refuseRaw(socket: Duplex, refusal: RawRefusal): void {
  const { body, headers } = contentOf(refusal);
  writeRaw(socket, refusal.status, { headers: Object.entries(headers), body });
}

/** The same for a request that was read but names no address of ours. */
export function rawResponse(refusal: RawRefusal): Response {
  const { body, headers } = contentOf(refusal);
  return new Response(body, { status: refusal.status, headers: { ...headers, connection: 'close' } });
}

function contentOf({ code, message }: RawRefusal): { body: string; headers: Record<string, string> } {
  const requestId = newRandomId();
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  };
  return { body: JSON.stringify({ error: { code, message, requestId } } satisfies ErrorWire), headers };
}

/** Writes a response of the app to a request that asked to be upgraded and was not. */
export async function writeResponse(socket: Duplex, response: Response): Promise<void> {
  writeRaw(socket, response.status, { headers: [...response.headers], body: await response.text() });
}

interface RawContent {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

function writeRaw(socket: Duplex, status: number, { headers, body }: RawContent): void {
  if (!socket.writable) return void socket.destroy();
  const lines = headers
    .filter(([name]) => name !== 'content-length' && name !== 'connection')
    .map(([name, value]) => `${name}: ${value}`);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...lines,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
