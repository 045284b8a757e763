// What stands before MCP over HTTP: the same guards as before the rest of the interface.
import { beforeAll, describe, expect, it } from 'vitest';
import { createTokenCheck } from '../../../src/admission/access-tokens.ts';
import { answerSchema } from '../../../src/contract/answer.ts';
import { harbourApp } from '../http/made-up-strategies.ts';
import type { MadeUpApp } from '../http/made-up-strategies.ts';
import { listeningHarbour } from '../http/listening-harbour.ts';
import { connect, generations, textOf } from './connected-client.ts';

const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const listing = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
const tokens = createTokenCheck([
  { name: 'ann', token: 'tin-lantern' },
  { name: 'bob', token: 'wet-rope' },
]);

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp({ allowedOrigins: ['https://intranet.example'] });
});

const post = async (headers: Record<string, string> = {}, body = listing): Promise<Response> =>
  made.app.request('/mcp', { method: 'POST', headers: { ...json, ...headers }, body });

it('answers a program that sends no Origin, and pages of our own and of allowed sites', async () => {
  const origins = [{}, { origin: 'http://localhost' }, { origin: 'https://intranet.example' }];
  const responses = await Promise.all(origins.map((origin) => post(origin)));
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(responses.map(({ headers }) => headers.get('content-type'))).toEqual(Array(3).fill('application/json'));
});

it('lets pages of allowed sites read its answers, and no others', async () => {
  const origin = 'https://intranet.example';
  const preflight = async (from: string) =>
    made.app.request('/mcp', {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'mcp-method',
      },
    });
  const { headers, status } = await preflight(origin);
  expect({ status, allowed: headers.get('access-control-allow-origin') }).toEqual({ status: 204, allowed: origin });
  expect(headers.get('access-control-allow-headers')).toContain('mcp-method');
  expect((await post({ origin })).headers.get('access-control-allow-origin')).toBe(origin);
  const refused = await preflight('https://evil.example');
  expect(refused.headers.get('access-control-allow-origin')).toBeNull();
});

it.each([
  ['a page of another site', { origin: 'https://evil.example' }, 403],
  ['a page of another port', { origin: 'http://localhost:9' }, 403],
  ['a page without an origin of its own', { origin: 'null' }, 403],
  ['a name that is not ours', { host: 'rebound.example' }, 403],
  ['a form', { 'content-type': 'text/plain' }, 415],
])('refuses %s', async (_who, headers, status) => {
  expect((await post(headers)).status).toBe(status);
});

it.each([
  [65_536, 200],
  [65_537, 413],
])('of %i bytes answers %i', async (bytes, status) => {
  expect((await post({}, listing.padEnd(bytes))).status).toBe(status);
});

it.each(['GET', 'DELETE', 'PUT'])('takes no %s, for nothing is held between requests', async (method) => {
  const { status, headers } = await made.app.request('/mcp', { method, headers: json });
  expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
});

it.each([
  ['half an object', '{'],
  ['nothing', ''],
  ['no message', '{"a":1}'],
  ['a deep list', '['.repeat(60_000)],
  ['a method that is none', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'no/such' })],
  ['a tool that is none', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'rm' } })],
])('answers %s with an error of the protocol', async (_what, body) => {
  const response = await post({}, body);
  expect(response.status).toBeLessThan(500);
  expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { code: expect.any(Number) } });
});

describe.each(generations)('with tokens, a client of the protocol as %s', (generation) => {
  it('is refused without one', async () => {
    const harbour = await listeningHarbour({ tokens });
    await expect(connect(harbour, generation)).rejects.toThrow(/401|Unauthorized|access token/iu);
    await expect(connect(harbour, generation, 'wrong')).rejects.toThrow(/401|Unauthorized|access token/iu);
  });

  it('has its own conversations, which nobody else can go on with', async () => {
    const harbour = await listeningHarbour({ tokens });
    const ann = await connect(harbour, generation, 'tin-lantern');
    const bob = await connect(harbour, generation, 'wet-rope');
    const question = 'Which quays get a reed bed?';
    const first = await ann.callTool({ name: 'ask_strategies', arguments: { question } });
    const { conversationId } = answerSchema.parse(first.structuredContent);
    const next = { name: 'ask_strategies', arguments: { question, conversationId } };
    expect(textOf(await bob.callTool(next))).toMatch(/^There is no such conversation/u);
    expect((await ann.callTool(next)).isError).toBeUndefined();
    const read = await harbour.app.request(`/api/conversations/${conversationId}`, {
      headers: { authorization: 'Bearer tin-lantern' },
    });
    expect(await read.json()).toMatchObject({ turns: [{ question }, { question }] });
  });
});

it('logs no question', async () => {
  const call = { name: 'ask_strategies', arguments: { question: 'Where do the herring sleep?' } };
  await post({}, JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: call }));
  expect(made.logged.at(-1)).toMatchObject({ event: 'request', fields: { route: '/mcp', status: 200 } });
  expect(JSON.stringify(made.logged)).not.toContain('herring');
});

it('stops the work of a call that nobody waits for', async () => {
  const controller = new AbortController();
  let stopped: (value: boolean) => void = () => undefined;
  const wasStopped = new Promise<boolean>((resolve) => (stopped = resolve));
  const turns = {
    async *stream({ signal }: { readonly signal?: AbortSignal }): AsyncGenerator<never, never> {
      const aborted = new Promise((resolve) => signal?.addEventListener('abort', resolve));
      controller.abort();
      await aborted;
      stopped(true);
      yield* [];
      throw signal?.reason;
    },
    ask: () => Promise.reject(new Error('unused')),
    search: () => Promise.reject(new Error('unused')),
  };
  const { app } = await harbourApp({ turns });
  const call = { name: 'ask_strategies', arguments: { question: 'How many barges?' } };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: call });
  void app.request('/mcp', { method: 'POST', headers: json, body, signal: controller.signal });
  expect(await wasStopped).toBe(true);
});

it('takes no batch: one message of it could cancel another, which is then never answered', async () => {
  const call = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'search_strategies', arguments: { q: 'x' } },
  };
  const cancel = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
  const refused = await post({}, ` ${JSON.stringify([call, cancel])}`);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: { code: -32600 } });
});

it('gives the index back when nobody waits for an answer any more', async () => {
  let released = 0;
  const { index } = await harbourApp();
  const leased = await harbourApp({ lease: () => ({ index, release: () => void (released += 1) }) });
  const gone = new AbortController();
  gone.abort();
  const init = { method: 'POST', headers: json, body: listing, signal: gone.signal };
  await Promise.resolve(leased.app.request('/mcp', init)).catch(() => undefined);
  expect(released).toBeGreaterThan(0);
});
