// The fetch over Node's plain client, against a real server: what comes back, what it costs, and every way of its ending.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { fetchOverHttp } from '../../src/adapters/http-fetch.ts';
import type { BodyStep } from '../../src/adapters/http-fetch.ts';

const asItIs = (): BodyStep => ({ take: (bytes) => bytes, end: () => new Uint8Array() });

interface Serving {
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
  /** Connections that were ever opened. */
  readonly connections: () => number;
}

async function serving(answer: RequestListener): Promise<Serving> {
  const requests: IncomingMessage[] = [];
  let opened = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  server.on('connection', () => (opened += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1`, requests, connections: () => opened };
}

const closed = (response: ServerResponse): Promise<unknown> => once(response, 'close');

it('sends method, headers and text, and gives back status, headers and body', async () => {
  let sent = '';
  const { url, requests } = await serving((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => (sent += text));
    request.on('end', () => response.writeHead(404, 'No Such Thing', { 'x-kind': ['a', 'b'] }).end('nothing – here'));
  });
  const init = { method: 'POST', headers: new Headers({ authorization: 'Bearer k' }), body: '{"é":1}' };
  const response = await fetchOverHttp(url, init, asItIs);
  expect([response.status, response.statusText, response.ok]).toEqual([404, 'No Such Thing', false]);
  expect(response.headers.get('x-kind')).toBe('a, b');
  expect(await response.text()).toBe('nothing – here');
  expect(sent).toBe('{"é":1}');
  const { method, headers } = requests[0] ?? {};
  expect(method).toBe('POST');
  expect(headers).toMatchObject({ authorization: 'Bearer k', 'content-length': '8', 'accept-encoding': 'identity' });
});

it('keeps the connection for the next call', async () => {
  const { url, connections } = await serving((_request, response) => void response.end('x'));
  for (let call = 0; call < 3; call += 1) await (await fetchOverHttp(url, {}, asItIs)).text();
  expect(connections()).toBe(1);
});

it('fails where the other side changes the protocol, and does not wait for a response', async () => {
  const { url } = await serving((request) => {
    request.socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  });
  await expect(fetchOverHttp(url, {}, asItIs)).rejects.toThrow('The connection broke.');
});

it('gives a response without a body where the status has none', async () => {
  const { url } = await serving((_request, response) => void response.writeHead(204).end());
  const response = await fetchOverHttp(url, {}, asItIs);
  expect([response.status, response.body]).toEqual([204, null]);
});

it('passes the body through its step, and what the step throws on to the reader', async () => {
  const { url } = await serving((_request, response) => {
    response.write('one ');
    response.end('two');
  });
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const held: string[] = [];
  const holding = (): BodyStep => ({
    take(bytes) {
      held.push(Buffer.from(bytes).toString());
      return new Uint8Array();
    },
    end: () => encode(held.join('').toUpperCase()),
  });
  expect(await (await fetchOverHttp(url, {}, holding)).text()).toBe('ONE TWO');
  const failing = (): BodyStep => ({
    ...asItIs(),
    take() {
      throw new RangeError('too much');
    },
  });
  const response = await fetchOverHttp(url, {}, failing);
  await expect(response.text()).rejects.toThrow('too much');
});

it('leaves the other side when no step is had for its answer', async () => {
  const left: Promise<unknown>[] = [];
  const { url } = await serving((_request, response) => {
    left.push(closed(response));
    response.write('a page');
  });
  const refuse = (): BodyStep => {
    throw new TypeError('no stream');
  };
  await expect(fetchOverHttp(url, {}, refuse)).rejects.toThrow('no stream');
  expect(await Promise.all(left)).toHaveLength(1);
});

it.each([301, 302, 307, 308])('follows no redirection, as %i', async (status) => {
  const { url, requests } = await serving((_request, response) => {
    response.writeHead(status, { location: '/elsewhere' }).end();
  });
  await expect(fetchOverHttp(url, {}, asItIs)).rejects.toThrow('redirection');
  expect(requests).toHaveLength(1);
});

it('refuses what is compressed though nobody asked for it', async () => {
  const { url } = await serving((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'));
  });
  await expect(fetchOverHttp(url, {}, asItIs)).rejects.toThrow('compressed');
});

it('ends with the signal’s reason before the headers and within the body, and the other side is told', async () => {
  const left: Promise<unknown>[] = [];
  const { url, requests } = await serving((_request, response) => {
    left.push(closed(response));
    if (requests.length === 2) response.write('begun');
  });
  const first = new AbortController();
  const asking = fetchOverHttp(url, { signal: first.signal }, asItIs);
  await expect.poll(() => requests.length).toBe(1);
  first.abort(new Error('stopped early'));
  await expect(asking).rejects.toThrow('stopped early');
  const second = new AbortController();
  const response = await fetchOverHttp(url, { signal: second.signal }, asItIs);
  const read = response.text();
  second.abort(new Error('stopped late'));
  await expect(read).rejects.toThrow('stopped late');
  await Promise.all(left);
  const third = fetchOverHttp(url, { signal: AbortSignal.abort(new Error('never begun')) }, asItIs);
  await expect(third).rejects.toThrow('never begun');
  expect(requests).toHaveLength(2);
});

it('leaves the other side when its reader does', async () => {
  const left: Promise<unknown>[] = [];
  const { url } = await serving((_request, response) => {
    left.push(closed(response));
    response.write('begun');
  });
  const reader = (await fetchOverHttp(url, {}, asItIs)).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(await Promise.all(left)).toHaveLength(1);
});

it('tells a connection that breaks off, and one that is refused', async () => {
  const { url } = await serving((_request, response) => {
    response.write('half of');
    setImmediate(() => response.socket?.destroy());
  });
  const response = await fetchOverHttp(url, {}, asItIs);
  await expect(response.text()).rejects.toThrow();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  other.close();
  await once(other, 'close');
  await expect(fetchOverHttp(`http://127.0.0.1:${port}/`, {}, asItIs)).rejects.toThrow('ECONNREFUSED');
});

it('reads no further ahead than a few pieces while nobody reads from it', async () => {
  const [pieces, piece] = [2000, 'x'.repeat(65_536)];
  const { url } = await serving((_request, response) => {
    Readable.from(Array.from({ length: pieces }, () => piece)).pipe(response);
  });
  let taken = 0;
  const counting = (): BodyStep => ({
    ...asItIs(),
    take(bytes) {
      taken += bytes.byteLength;
      return bytes;
    },
  });
  const response = await fetchOverHttp(url, {}, counting);
  const reader = response.body?.getReader();
  await reader?.read();
  // What the connection itself holds is filled, and then nothing moves.
  let before = -1;
  await expect.poll(() => before === (before = taken), { interval: 50 }).toBe(true);
  expect(taken).toBeLessThan(20 * piece.length);
  let rest = 0;
  for (let step = await reader?.read(); step?.value; step = await reader?.read()) rest += step.value.byteLength;
  expect(rest).toBeGreaterThan((pieces - 20) * piece.length);
});
