// Who may open a chat connection. Whoever may not is refused before the upgrade.
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createTokenCheck } from '../../../src/admission/access-tokens.ts';
import { errorSchema } from '../../../src/contract/errors.ts';
import { listeningHarbour } from '../http/listening-harbour.ts';
import type { ListeningHarbour } from '../http/listening-harbour.ts';
import { ChatClient, connect, tryConnect } from './chat-client.ts';
import type { ConnectOptions } from './chat-client.ts';

const tokens = createTokenCheck([{ name: 'ann', token: 'tin-lantern' }]);

async function outcome(made: ListeningHarbour, options: ConnectOptions = {}): Promise<number | 'open'> {
  const result = await tryConnect(made.url, options);
  return result instanceof ChatClient ? 'open' : result;
}

/** Sends the bytes of a request and gives all that comes back. */
async function exchange({ port }: ListeningHarbour, lines: readonly string[]): Promise<string> {
  const socket = connectTcp(port, '127.0.0.1');
  let reply = '';
  socket.setEncoding('utf8').on('data', (part) => (reply += String(part)));
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  return reply;
}

describe('H5 the Origin', () => {
  it.each([
    ['none', (): ConnectOptions => ({})],
    ['our own', ({ port }: ListeningHarbour): ConnectOptions => ({ origin: `http://127.0.0.1:${port}` })],
    ['one that is allowed', (): ConnectOptions => ({ origin: 'https://intranet.example' })],
  ])('%s is let in', async (_what, options) => {
    const made = await listeningHarbour({ allowedOrigins: ['https://intranet.example'] });
    expect(await outcome(made, options(made))).toBe('open');
  });

  it.each([
    ['null'],
    ['https://evil.example'],
    ['http://127.0.0.1'],
    ['http://127.0.0.1:1'],
    ['http://localhost'],
    ['https://intranet.example.evil.example'],
    ['https://intranet.example:8443'],
    ['http://intranet.example'],
    ['https://evil.example/https://intranet.example'],
    ['https://intranet.example@evil.example'],
    ['file://'],
    ['chrome-extension://intranet.example'],
    ['https://INTRANET.example.'],
  ])('%s is refused before the upgrade, and no session begins', async (origin) => {
    const made = await listeningHarbour({ allowedOrigins: ['https://intranet.example'] });
    expect(await outcome(made, { origin })).toBe(403);
    expect(made.chat.count()).toBe(0);
  });
});

it.each([['evil.example'], ['localhost.evil.example'], ['127.0.0.2'], ['bluelamp.example.evil.example:80']])(
  'a Host of %s is refused before the upgrade',
  async (host) => {
    expect(await outcome(await listeningHarbour(), { headers: { host } })).toBe(403);
  },
);

describe('H5 the token', () => {
  it.each([
    ['beside the protocol, as a page must send it', { protocols: ['bluelamp', 'bearer.tin-lantern'] }],
    ['in the header, as a program may', { headers: { authorization: 'Bearer tin-lantern' } }],
  ])('%s lets in', async (_where, options) => {
    const made = await listeningHarbour({ tokens });
    const client = await connect(made.url, options);
    client.ask('one', 'When will you dredge the eastern basin?');
    const { answer } = await client.first('answer');
    expect(await made.store.read({ conversationId: answer.conversationId, owner: 'ann' })).not.toBeNull();
  });

  it.each<[string, ConnectOptions]>([
    ['missing', {}],
    ['missing beside the protocol', { protocols: ['bluelamp'] }],
    ['wrong beside the protocol', { protocols: ['bluelamp', 'bearer.wrong'] }],
    ['empty', { protocols: ['bluelamp', 'bearer.'] }],
    ['wrong in the header', { headers: { authorization: 'Bearer wrong' } }],
    ['of another scheme', { headers: { authorization: 'Basic tin-lantern' } }],
    ['a cookie', { headers: { cookie: 'token=tin-lantern' } }],
    [
      'in the header wrong, though right beside the protocol',
      {
        protocols: ['bluelamp', 'bearer.tin-lantern'],
        headers: { authorization: 'Bearer wrong' },
      },
    ],
  ])('when it is %s, is refused before the upgrade', async (_what, options) => {
    const made = await listeningHarbour({ tokens });
    expect(await outcome(made, options)).toBe(401);
    expect(made.chat.count()).toBe(0);
  });

  it('is never sent back', async () => {
    const { url } = await listeningHarbour({ tokens });
    const { socket } = await connect(url, { protocols: ['bearer.tin-lantern', 'bluelamp'] });
    expect(socket.protocol).toBe('bluelamp');
  });

  it('is not needed where nobody has one, and does no harm', async () => {
    const made = await listeningHarbour();
    expect(await outcome(made, { protocols: ['bluelamp', 'bearer.anything'] })).toBe('open');
  });
});

describe('a handshake that is none', () => {
  const upgrade = ['connection: upgrade', 'sec-websocket-version: 13', 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ=='];

  it.each([
    ['that no request takes', '/nowhere', 404],
    ['of another route', '/api/ask', 405],
    ['of a page', '/help', 200],
  ])('at an address %s gets what any request gets there, and the connection ends', async (_what, path, status) => {
    const made = await listeningHarbour();
    const reply = await exchange(made, [`GET ${path} HTTP/1.1`, 'host: localhost', 'upgrade: websocket', ...upgrade]);
    expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
    expect(made.chat.count()).toBe(0);
  });

  it('to another protocol is no handshake but a request, with its body', async () => {
    const made = await listeningHarbour();
    const body = '{"question":"When will you dredge the eastern basin?"}';
    const reply = await exchange(made, [
      'POST /api/ask HTTP/1.1',
      'host: localhost',
      'connection: upgrade, http2-settings',
      'upgrade: h2c',
      'http2-settings: AAMAAABkAAQAoAAAAAIAAAAA',
      'content-type: application/json',
      `content-length: ${body.length}`,
      '',
      `${body}GET /healthz HTTP/1.1`,
      'host: localhost',
      'connection: close',
    ]);
    expect(reply).toMatch(/^HTTP\/1\.1 200 /u);
    expect(reply).toContain('"conversationId"');
    expect(reply).toContain('"alive"');
  });

  it.each([
    ['without a key', ['connection: upgrade', 'sec-websocket-version: 13']],
    ['of another version', ['connection: upgrade', 'sec-websocket-version: 7', upgrade[2] ?? '']],
    ['with a key that is none', ['connection: upgrade', 'sec-websocket-version: 13', 'sec-websocket-key: x']],
  ])('%s is told so in the usual shape', async (_what, lines) => {
    const made = await listeningHarbour();
    const reply = await exchange(made, ['GET /api/chat HTTP/1.1', 'host: localhost', 'upgrade: websocket', ...lines]);
    const [head = '', body = ''] = reply.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /u);
    errorSchema.parse(JSON.parse(body));
    expect(made.chat.count()).toBe(0);
  });

  it('is refused with the same body as any request', async () => {
    const made = await listeningHarbour({ tokens });
    const reply = await exchange(made, ['GET /api/chat HTTP/1.1', 'host: localhost', 'upgrade: websocket', ...upgrade]);
    const [head = '', body = ''] = reply.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/u);
    expect(head.toLowerCase()).toContain('www-authenticate: bearer');
    expect(errorSchema.parse(JSON.parse(body)).error.code).toBe('unauthorised');
  });

  it('is not taken for one: a plain request is told what the address takes', async () => {
    const { url } = await listeningHarbour();
    const response = await fetch(`${url}/api/chat`);
    expect([response.status, response.headers.get('upgrade')]).toEqual([426, 'websocket']);
    errorSchema.parse(await response.json());
  });
});

it('once the service is stopping nobody is let in', async () => {
  const made = await listeningHarbour();
  await made.chat.close(0);
  expect(await outcome(made)).toBe(503);
});
