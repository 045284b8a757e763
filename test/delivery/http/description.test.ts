import { beforeAll, expect, it } from 'vitest';
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
  'GET /assets/styles.css',
  'GET /assets/lamp.svg',
];

it('lists exactly the routes that exist, but for the pages', async () => {
  const { openapi, paths } = await openApiOf(made);
  const declared = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const existing = made.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`);
  expect(openapi).toMatch(/^3\.1/u);
  expect([...declared, ...pages].toSorted()).toEqual([...new Set(existing)].toSorted());
});

it('declares 403, 500 and 503 for every route, since any may come', async () => {
  const { paths } = await openApiOf(made);
  for (const operation of Object.values(paths).flatMap((operations) => Object.values(operations))) {
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '403', '500', '503']));
  }
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
  expect((await checkedRequest(made, '/healthz')).body).toEqual({ status: 'alive' });
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
