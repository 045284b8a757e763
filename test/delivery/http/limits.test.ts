// How much a client may ask, how long an answer may take, and what comes when there is too much to do.
import { describe, expect, it } from 'vitest';
import type { Turns } from '../../../src/chat/turn.ts';
import { answerSchema } from '../../../src/contract/answer.ts';
import { endlessTurns, scriptedTurns, turnResult } from '../../chat/scripted-turns.ts';
import { ask, checkedRequest } from './checked-request.ts';
import { listeningHarbour } from './listening-harbour.ts';
import type { ListeningHarbour } from './listening-harbour.ts';
import { harbourApp } from './made-up-strategies.ts';

const question = 'When will you dredge the eastern basin?';
const body = JSON.stringify({ question });

function post(
  { url }: ListeningHarbour,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  const all = { 'content-type': 'application/json', ...headers };
  return fetch(`${url}/api/ask`, { method: 'POST', headers: all, body, ...(signal && { signal }) });
}

describe('questions in a minute', () => {
  it('beyond the limit are refused with the time to wait, and one that is refused never reaches the engine', async () => {
    const { turns, asked } = scriptedTurns();
    const made = await harbourApp({ turns, asksPerMinute: 3 });
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await ask(made, { question })).status));
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 200, 200, 429, 429]);
    const { headers } = await ask(made, { question });
    expect(Number(headers.get('retry-after'))).toSatisfy((wait: number) => wait >= 1 && wait <= 60);
    expect(asked).toHaveLength(3);
  });

  it('are counted for each token', async () => {
    const made = await harbourApp({ asksPerMinute: 1, tokens: (given) => given });
    const statusOf = async (token: string): Promise<number> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      return (await checkedRequest(made, '/api/ask', { method: 'POST', headers, body })).status;
    };
    expect([await statusOf('ann'), await statusOf('bob'), await statusOf('ann')]).toEqual([200, 200, 429]);
  });

  it('H9 are counted for the address of the connection, whatever a header says of it', async () => {
    const made = await listeningHarbour({ asksPerMinute: 2 });
    const statuses: number[] = [];
    for (const forged of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '127.0.0.9']) {
      const headers = { 'x-forwarded-for': forged, forwarded: `for=${forged}`, 'x-real-ip': forged };
      statuses.push((await post(made, headers)).status);
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
    expect(JSON.stringify(made.logged)).not.toContain('192.0.2');
  });

  it('do not count what is not asked: reading and searching', async () => {
    const made = await harbourApp({ asksPerMinute: 1 });
    for (const path of ['/api/search?q=dredge', '/api/search?q=dredge', '/api/documents']) {
      expect((await checkedRequest(made, path)).status).toBe(200);
    }
  });

  it('are counted through the page as well', async () => {
    const { app } = await harbourApp({ asksPerMinute: 1 });
    expect((await app.request('/?q=dredge')).status).toBe(200);
    expect((await app.request('/?q=dredge')).status).toBe(429);
  });
});

describe('a full line', () => {
  it('is told at once, with when to come back, and nothing of it reaches the engine', async () => {
    const { turns } = endlessTurns(true);
    const made = await listeningHarbour({ turns, gateLimits: { running: 2, waiting: 2 } });
    const leave = new AbortController();
    const held = Array.from({ length: 4 }, () => post(made, {}, leave.signal).catch(() => null));
    await expect.poll(() => made.gate.load()).toEqual({ running: 2, waiting: 2 });
    const refused = await Promise.all(Array.from({ length: 20 }, () => post(made)));
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
    expect(refused[0]?.headers.get('retry-after')).toBe('5');
    expect(await refused[0]?.json()).toMatchObject({ error: { code: 'busy' } });
    expect((await fetch(`${made.url}/api/search?q=dredge`)).status).toBe(503);
    expect((await fetch(`${made.url}/healthz`)).status).toBe(200);
    leave.abort();
    await Promise.all(held);
    await expect.poll(() => made.gate.load()).toEqual({ running: 0, waiting: 0 });
  });
});

it('a question that waits too long for its turn is told that there is too much to do', async () => {
  const { turns } = endlessTurns(true);
  const made = await listeningHarbour({ turns, gateLimits: { running: 1, patience: 50 }, timeLimit: 500 });
  const statuses = await Promise.all([post(made), post(made)].map(async (response) => (await response).status));
  expect(statuses.toSorted((one, other) => one - other)).toEqual([503, 504]);
});

describe('H3 work that outlives its time', () => {
  it.each([
    ['heeds its signal', true],
    ['does not', false],
  ])('is told with 504 and aborted, when it %s', async (_how, heeds) => {
    const { turns, aborted } = endlessTurns(heeds);
    const made = await listeningHarbour({ turns, timeLimit: 150 });
    const response = await post(made);
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ error: { code: 'timed-out' } });
    expect(aborted()).toBe(1);
  });

  it('keeps its place for as long as it goes on, so that no more is ever at work than may be', async () => {
    const { turns } = endlessTurns(false);
    const made = await listeningHarbour({ turns, timeLimit: 100, gateLimits: { running: 1, waiting: 0 } });
    expect((await post(made)).status).toBe(504);
    expect(made.gate.load()).toEqual({ running: 1, waiting: 0 });
    expect((await post(made)).status).toBe(503);
  });

  it('is aborted when whoever asked goes away', async () => {
    const { turns, aborted } = endlessTurns(true);
    const made = await listeningHarbour({ turns });
    const leave = new AbortController();
    const asking = post(made, {}, leave.signal);
    await expect.poll(() => made.gate.load().running).toBe(1);
    leave.abort();
    await expect(asking).rejects.toThrow();
    await expect.poll(aborted).toBe(1);
    await expect.poll(() => made.gate.load().running).toBe(0);
    const logged = made.logged.find(({ event }) => event === 'request');
    expect(logged?.fields).toMatchObject({ status: 499 });
    expect(made.logged.some(({ event }) => event === 'request-failed')).toBe(false);
  });
});

it('the metrics count answers by intent and status, refusals by code, and requests by route', async () => {
  const made = await harbourApp({ asksPerMinute: 2 });
  for (let time = 0; time < 3; time += 1) await ask(made, { question });
  await made.app.request('/api/documents/mydarksecret');
  await made.app.request('/mydarksecret', { method: 'BREW' });
  const { body: text, headers } = await checkedRequest(made, '/metrics');
  const metrics = String(text);
  expect(headers.get('content-type')).toMatch(/^text\/plain/u);
  expect(metrics).toMatch(/^bluelamp_asks_total\{intent="\w+",status="\w+"\} 2$/mu);
  expect(metrics).toContain('bluelamp_asks_refused_total{code="too-many-requests"} 1');
  expect(metrics).toMatch(/^bluelamp_ask_seconds_count 2$/mu);
  expect(metrics).toMatch(/^bluelamp_ask_stage_seconds_count\{stage="retrieve"\} 2$/mu);
  expect(metrics).toMatch(/bluelamp_http_request_seconds_count\{method="POST",route="\/api\/ask",status="429"\} 1/u);
  expect(metrics).toContain('bluelamp_index_info{generation="memory"} 1');
  for (const name of ['asks_running 0', 'asks_waiting 0', 'sockets 0', 'embedder_ready 1', 'embedder_restarts 0'])
    expect(metrics).toContain(`bluelamp_${name}`);
  expect(metrics).not.toMatch(/mydarksecret|BREW|dredge/u);
});

describe('searches at once', () => {
  it('beyond a client’s share are refused at once, others find room, and what is done gives its share back', async () => {
    const done: (() => void)[] = [];
    const { turns } = scriptedTurns();
    const found = turnResult().parts.map(({ plan }) => ({ generation: 'g', plan, found: [], lexicalOnly: false }));
    const search: Turns['search'] = () => new Promise((resolve) => done.push(() => found.forEach(resolve)));
    const made = await harbourApp({ turns: { ...turns, search }, searchesAtOnce: 2, tokens: (given) => given });
    const searchAs = (token: string): ReturnType<typeof checkedRequest> =>
      checkedRequest(made, '/api/search?q=dredge', { headers: { authorization: `Bearer ${token}` } });
    const [first, second] = [searchAs('ann'), searchAs('ann')];
    await expect.poll(() => done.length).toBe(2);
    const refused = await searchAs('ann');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    const others = searchAs('bob');
    await expect.poll(() => done.length).toBe(3);
    for (const end of done) end();
    expect((await Promise.all([first, second, others])).map(({ status }) => status)).toEqual([200, 200, 200]);
    const next = searchAs('ann');
    await expect.poll(() => done.length).toBe(4);
    done[3]?.();
    expect((await next).status).toBe(200);
  });
});

describe('what is kept of conversations', () => {
  it('is read and judged as often as a minute allows, so that nobody fills the audit log', async () => {
    const made = await harbourApp({ recordsPerMinute: 3 });
    const { conversationId, messageId } = answerSchema.parse((await ask(made, { question })).body);
    const path = `/api/conversations/${conversationId}`;
    const feedback = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messageId, verdict: 'helpful' }),
    };
    const statuses: number[] = [];
    for (const [at, init] of [
      [path, {}],
      ['/api/conversations/of-nobody', {}],
      ['/api/feedback', feedback],
      [path, {}],
      [`${path}/export`, {}],
      [path, { method: 'DELETE' }],
      ['/api/feedback', feedback],
    ] as const)
      statuses.push((await checkedRequest(made, at, init)).status);
    expect(statuses).toEqual([200, 404, 204, 429, 429, 429, 429]);
  });
});
