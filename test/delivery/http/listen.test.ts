import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen, usualLimits } from '../../../src/delivery/http/listen.ts';
import type { Limits } from '../../../src/delivery/http/listen.ts';
import { listeningHarbour } from './listening-harbour.ts';
import { harbourApp } from './made-up-strategies.ts';

const listening = (): ReturnType<typeof listeningHarbour> => listeningHarbour();

/** Writes raw bytes to the server and gives its reply once it hangs up. */
async function exchange(url: string, write: (send: (text: string) => boolean) => void): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let reply = '';
  socket.setEncoding('utf8');
  socket.on('data', (part) => (reply += String(part)));
  // A server that hangs up on a sender resets the connection; the reply came before.
  socket.on('error', () => undefined);
  write((text) => socket.write(text));
  await new Promise((resolve) => socket.on('close', resolve));
  return reply;
}

it('serves on a free port and gives its address', async () => {
  const { url } = await listening();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

it('takes the longest question in an address', async () => {
  const { url } = await listening();
  expect((await fetch(`${url}/?q=${encodeURIComponent('😀'.repeat(2000))}`)).status).toBe(200);
});

const upgrade =
  'upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
it.each([
  ['names no host', 'GET /api/documents HTTP/1.1\r\nconnection: close\r\n\r\n'],
  ['names no host in an older HTTP', 'GET /api/documents HTTP/1.0\r\n\r\n'],
  ['names an empty host', 'GET /api/documents HTTP/1.1\r\nhost:\r\nconnection: close\r\n\r\n'],
  [
    'names two, of which one is ours',
    'GET /api/documents HTTP/1.1\r\nhost: evil.example\r\nhost: localhost\r\nconnection: close\r\n\r\n',
  ],
  ['opens a socket without a host', `GET /api/chat HTTP/1.1\r\n${upgrade}\r\n`],
  ['opens a socket under an empty host', `GET /api/chat HTTP/1.1\r\nhost:\r\n${upgrade}\r\n`],
  [
    'opens a socket under a host with a user',
    `GET /api/chat HTTP/1.1\r\nhost: localhost@evil.example\r\n${upgrade}\r\n`,
  ],
])('a request that %s is refused in the usual shape', async (_what, request) => {
  const { url } = await listening();
  const reply = await exchange(url, (send) => void send(request));
  expect(reply).toMatch(/^HTTP\/1\.1 40[03] /u);
  const [, body = ''] = reply.split('\r\n\r\n');
  expect(JSON.parse(body)).toEqual({
    error: { code: expect.any(String), message: expect.any(String), requestId: expect.any(String) },
  });
});

it('H2 stops an endless body early', async () => {
  const { url } = await listening();
  const reply = await exchange(url, (send) => {
    send(
      'POST /api/ask HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    for (let part = 0; part < 200; part += 1) send(`4000\r\n${'a'.repeat(16_384)}\r\n`);
    send('0\r\n\r\nGET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
  });
  expect(reply).toMatch(/^HTTP\/1\.1 413 /u);
});

it.each([
  ['headers without end', `GET /?q=${'a'.repeat(40_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, 431],
  ['what is no HTTP', 'hello\r\n\r\n', 400],
  ['a host that is no host', 'GET / HTTP/1.1\r\nhost: 127.0.0.1@evil.example\r\n\r\n', 400],
  ['no address at all', 'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n', 400],
  ['two lengths', 'POST /api/ask HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}', 400],
])('turns away %s in the usual shape', async (_what, bytes, status) => {
  const { url } = await listening();
  const reply = await exchange(url, (send) => void send(bytes));
  const [head = '', body = ''] = reply.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
  expect(JSON.parse(body)).toMatchObject({ error: { message: expect.any(String), requestId: expect.any(String) } });
});

it('says which address it could not have', async () => {
  const { url } = await listening();
  const { app } = await harbourApp();
  await expect(listen(app, { host: '127.0.0.1', port: Number(new URL(url).port) })).rejects.toThrow(
    /Cannot listen on 127\.0\.0\.1/u,
  );
});

it('closes at once when nobody is served', async () => {
  const { app } = await harbourApp();
  // Were either waited for, it would be longer than the test may take.
  const unhurried = { ...usualLimits, keepAlive: 600_000, closingGrace: 600_000 };
  const listener = await listen(app, { host: '127.0.0.1', port: 0 }, unhurried);
  await (await fetch(`${listener.url}/healthz`)).text();
  await expect(listener.close()).resolves.toBeUndefined();
});

describe('H2 a body', () => {
  const head = (...lines: readonly string[]): string =>
    ['POST /api/ask HTTP/1.1', 'host: localhost', 'content-type: application/json', ...lines, '', ''].join('\r\n');

  it('that says it is too long is refused before it is sent', async () => {
    const { url } = await listening();
    const reply = await exchange(url, (send) => void send(head('content-length: 65537', 'connection: close')));
    expect(reply).toMatch(/^HTTP\/1\.1 413 /u);
  });

  it('of no declared length is read no further than the limit, and leaves nothing in memory', async () => {
    const { port } = await listening();
    const before = process.memoryUsage().rss;
    const socket = connect(port, '127.0.0.1');
    let reply = '';
    let sent = 0;
    socket.setEncoding('utf8').on('data', (part) => (reply += String(part)));
    socket.on('error', () => undefined);
    socket.write(head('transfer-encoding: chunked'));
    const chunk = `4000\r\n${'a'.repeat(16_384)}\r\n`;
    while (!socket.destroyed && sent < 256 * 1024 * 1024) {
      sent += chunk.length;
      if (!socket.write(chunk)) await new Promise((resolve) => socket.once('drain', resolve).once('close', resolve));
    }
    expect(reply).toMatch(/^HTTP\/1\.1 413 /u);
    // What was under way when the refusal came, and what the system keeps for the two ends.
    expect(sent).toBeLessThan(128 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it.each([
    ['shorter than it says', 'content-length: 100'],
    ['longer than it says', 'content-length: 5'],
  ])('%s harms nobody but its sender', async (_what, line) => {
    const { url } = await listeningHarbour({}, { ...quick, request: 500 });
    const reply = await exchange(url, (send) => void send(`${head(line, 'connection: close')}{"question":"dredge"}`));
    expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /u);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

const quick: Limits = { headers: 400, request: 800, check: 50, keepAlive: 1000, closingGrace: 500 };
