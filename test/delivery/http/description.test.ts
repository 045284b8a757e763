import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openApiOf, checkedRequest } from './checked-request.ts';
import { harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp();
});

const pages = [
  'GET /',
  'GET /documents',
  'GET /documents/{id}',
  'GET /help',
  'GET /accessibility',
  'GET /priorities',
  'GET /glossary',
  'GET /commitments',
  'GET /commitments/{id}',
  'GET /assets/styles.css',
  'GET /assets/frame.css',
  'GET /assets/asking.css',
  'GET /assets/guide.css',
  'GET /assets/reader.css',
  'GET /assets/insight.css',
  'GET /assets/glossary.css',
  'GET /assets/register.css',
  'GET /assets/reading.css',
  'GET /assets/reader.js',
  'GET /assets/lamp.svg',
  'GET /embed.js',
];
/** Not HTTP but for the handshake. */
const socket = 'GET /api/chat';
/** Describes itself to its clients. */
const mcp = 'POST /mcp';

it('lists exactly the routes that exist, but for the pages, the socket and MCP', async () => {
  const { openapi, paths } = await openApiOf(made);
  const declared = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const existing = made.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`);
  expect(openapi).toMatch(/^3\.1/u);
  expect([...declared, ...pages, socket, mcp].toSorted()).toEqual([...new Set(existing)].toSorted());
});

it('declares for every route what any request may come to', async () => {
  const { paths } = await openApiOf(made);
  for (const operation of Object.values(paths).flatMap((operations) => Object.values(operations))) {
    const statuses = Object.keys(operation.responses);
    expect(statuses).toEqual(expect.arrayContaining(['403', '408', '431', '500', '503']));
    expect(statuses.filter((status) => status.startsWith('2'))).toHaveLength(1);
  }
});

it('says which operations need a token exactly where tokens are asked for', async () => {
  const guarded = await harbourApp({ tokens: () => null });
  const secured = async (app: MadeUpApp): Promise<string[]> => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ security: z.unknown().optional() }))) })
      .parse(await (await app.app.request('/api/openapi.json')).json());
    return Object.entries(paths).flatMap(([path, operations]) =>
      Object.values(operations).some(({ security }) => security !== undefined) ? [path] : [],
    );
  };
  expect(await secured(made)).toEqual([]);
  expect(await secured(guarded)).toEqual([
    '/api/ask',
    '/api/conversations/{id}',
    '/api/conversations/{id}/export',
    '/api/feedback',
    '/api/search',
    '/api/passages/{id}',
    '/api/documents',
    '/api/documents/{id}',
    '/api/commitments',
    '/api/commitments/{id}',
    '/api/themes',
    '/api/glossary',
  ]);
});

it('lists the documents that can be named, for those who may know of them', async () => {
  const guarded = await harbourApp({ tokens: (given) => given });
  const textOf = async ({ app }: MadeUpApp, headers: Record<string, string> = {}): Promise<string> =>
    (await app.request('/api/openapi.json', { headers })).text();
  const list = '"enum":["2008-2011-harbour-plan","2015-2019-tidewater-strategy","2024-2027-open-water"]';
  expect((await textOf(made)).split(list)).toHaveLength(4);
  expect((await textOf(guarded, { authorization: 'Bearer ann' })).split(list)).toHaveLength(4);
  expect(await textOf(guarded)).not.toContain('harbour-plan');
});

it('gives patterns that other languages can read', async () => {
  const text = await (await made.app.request('/api/openapi.json')).text();
  const patterns = [...text.matchAll(/"pattern":("(?:[^"\\\\]|\\\\.)*")/gu)].map(([, json = '']) =>
    String(JSON.parse(json)),
  );
  expect(patterns.length).toBeGreaterThan(2);
  for (const pattern of patterns) expect(pattern).not.toMatch(/\/[a-z]*$/u);
});

it('has a page that names every route and loads nothing from elsewhere', async () => {
  const page = await (await made.app.request('/api/docs')).text();
  const { paths } = await openApiOf(made);
  for (const path of Object.keys(paths)) expect(page).toContain(path);
  expect(page).not.toMatch(/<script|https?:\/\/|style=/u);
  expect(page).toContain('integer, 1 to 50, default 10');
});

it('is alive, and ready with its generation and what is amiss', async () => {
  const degraded = await harbourApp({ health: () => ({ notReady: [], notes: ['Vectors are searched one by one.'] }) });
  expect((await checkedRequest(made, '/healthz')).body).toEqual({ status: 'alive', health: 'ok', notes: [] });
  expect((await checkedRequest(degraded, '/healthz')).body).toMatchObject({ status: 'alive', health: 'degraded' });
  expect((await checkedRequest(degraded, '/readyz')).body).toEqual({
    status: 'ready',
    generation: 'memory',
    notes: ['Vectors are searched one by one.'],
  });
});

it('is not ready while the embedder starts, and says so', async () => {
  const starting = await harbourApp({ health: () => ({ notReady: ['The embedder is starting.'], notes: [] }) });
  const { status, body, headers } = await checkedRequest(starting, '/readyz');
  expect(status).toBe(503);
  expect(body).toMatchObject({ error: { code: 'not-ready', message: 'The embedder is starting.' } });
  expect(headers.get('retry-after')).not.toBeNull();
});
