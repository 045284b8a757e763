// A WebSocket client that sends whatever bytes a test wants.
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Resolves with an upgraded connection. */
export async function rawSocket(port: number, headers: readonly string[] = []): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  const lines = [
    'GET /api/chat HTTP/1.1',
    `host: 127.0.0.1:${port}`,
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const [reply] = await once(socket, 'data');
  if (!String(reply).startsWith('HTTP/1.1 101')) throw new Error(`The upgrade was refused: ${String(reply)}`);
  return socket;
}

/** A masked frame; the mask is zero, which leaves the payload as it is. */
export function frame(firstByte: number, payload: Buffer | string): Buffer {
  const bytes = Buffer.from(payload);
  const length = bytes.length < 126 ? [0x80 | bytes.length] : [0x80 | 126, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from([firstByte, ...length, 0, 0, 0, 0]), bytes]);
}

/** The code of the close frame with which the server ends the connection; null when it just ends. */
export async function closeCode(socket: Socket): Promise<number | null> {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  if (!socket.closed) await once(socket, 'close');
  const bytes = Buffer.concat(parts);
  for (let at = 0; at + 2 <= bytes.length;) {
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const start = short === 126 ? at + 4 : at + 2;
    const length = short === 126 ? bytes.readUInt16BE(at + 2) : short;
    if (((bytes[at] ?? 0) & 0x0f) === 8) return length >= 2 ? bytes.readUInt16BE(start) : null;
    at = start + length;
  }
  return null;
}
