// What the OpenAPI document does not describe, which a fuzzer therefore leaves alone: pages, files, MCP; and the methods of all routes.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { createTokenCheck } from '../../../src/admission/access-tokens.ts';
import { faultRounds } from '../../fault-rounds.ts';
import { harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';
import { send, signed, slackService } from '../slack/slack-service.ts';

const numRuns = faultRounds({ usual: 200, thorough: 10_000 });

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp({ tokens: createTokenCheck([{ name: 'ann', token: 'tin-lantern' }]) });
});

const authorization = 'Bearer tin-lantern';
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
  fc.constantFrom('', '-1', '0', '1e9', '../..', '%00', '2024-2027-open-water', 'moorings', '\u0000', '\ud800'),
);
const names = [
  'q',
  'c',
  'find',
  'hit',
  'start',
  'end',
  'theme',
  'document',
  'documents',
  'has',
  'cursor',
  'kind',
  'sort',
];
const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), text), text), { maxLength: 4 });

function searchOf(given: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, value])).toString();
}

function noFault(): void {
  const faults = made.logged.filter(({ level }) => level === 'error');
  expect(faults).toEqual([]);
}

it('every route refuses every other method, and says which it takes', async () => {
  const taken = new Map<string, Set<string>>();
  for (const { method, path } of made.app.routes)
    if (method !== 'ALL') taken.set(path, (taken.get(path) ?? new Set()).add(method));
  expect(taken.size).toBeGreaterThan(30);
  for (const [path, methods] of taken)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((each) => !methods.has(each))) {
      const address = path.replaceAll(/:\w+/gu, 'x');
      const { status, headers } = await made.app.request(address, { method, headers: { authorization } });
      expect([status, headers.get('allow')?.split(', ')], `${method} ${path}`).toEqual([
        405,
        expect.arrayContaining([...methods]),
      ]);
    }
});

it('P8 pages are drawn or refused, whatever stands in the address', async () => {
  const page = fc.constantFrom('/', '/documents', '/priorities', '/commitments', '/glossary', '/help');
  const within = fc.tuple(fc.constantFrom('/documents/', '/commitments/', '/assets/', '/'), text);
  const path = fc.oneof(
    page,
    fc.constant('/documents/2024-2027-open-water'),
    within.map(([folder, id]) => folder + encodeURIComponent(id.toWellFormed())),
  );
  await fc.assert(
    fc.asyncProperty(path, query, async (address, given) => {
      const asked = `${address}?${searchOf(given)}`;
      const headers = { authorization, accept: 'text/html' };
      const response = await made.app.request(asked, { headers });
      expect([200, 400, 404], asked).toContain(response.status);
    }),
    { numRuns },
  );
  noFault();
});

it('P8 MCP answers or refuses any message', async () => {
  const headers = {
    authorization,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
  };
  const tool = fc.constantFrom('search_strategies', 'ask_strategies', 'get_passage', 'list_commitments', 'none');
  const call = fc
    .record({
      name: tool,
      arguments: fc.dictionary(fc.oneof(fc.constantFrom('question', 'query', 'id', 'from'), text), fc.jsonValue()),
    })
    .map((params) => ({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }));
  const message = fc.oneof(
    call,
    fc.record({ jsonrpc: fc.constant('2.0'), id: fc.jsonValue(), method: fc.string(), params: fc.jsonValue() }),
    fc.jsonValue(),
  );
  await fc.assert(
    fc.asyncProperty(message, async (given) => {
      const response = await made.app.request('/mcp', { method: 'POST', headers, body: JSON.stringify(given) });
      expect(response.status).toBeLessThan(500);
      await response.text();
    }),
    { numRuns },
  );
  noFault();
});

it('P8 Slack is acknowledged or refused, whatever it signs', async () => {
  const service = await slackService();
  const field = fc.constantFrom(
    'type',
    'event',
    'text',
    'user',
    'channel',
    'ts',
    'event_id',
    'actions',
    'view',
    'team_id',
  );
  const json = fc.oneof(
    fc
      .dictionary(field, fc.oneof(text, fc.jsonValue()))
      .map((event) => ({ type: 'event_callback', event_id: 'E', event })),
    fc.dictionary(field, fc.oneof(text, fc.jsonValue())),
    fc.jsonValue(),
  );
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    json.map((value) => `payload=${encodeURIComponent(JSON.stringify(value).toWellFormed())}`),
    query.map(searchOf),
    text,
  );
  let seen = 0;
  const statuses = new Set<number>();
  const name = fc.constantFrom('events' as const, 'commands' as const, 'interactions' as const);
  await fc.assert(
    fc.asyncProperty(name, body, async (address, given) => {
      // Slack never signs the same body twice within a second; the same again would be a replay.
      const at = Math.floor(Date.now() / 1000) - 200 + ((seen += 1) % 400);
      const { status } = await send(service, address, given.toWellFormed(), signed(given.toWellFormed(), at));
      statuses.add(status);
      expect([200, 400, 401]).toContain(status);
    }),
    { numRuns },
  );
  // Otherwise all was refused before anything read it.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400]));
  expect(service.logged.filter(({ level, event }) => level === 'error' && event === 'request-failed')).toEqual([]);
});
