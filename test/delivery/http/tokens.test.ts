// Who may use which route: tokens, owners, and where nothing but a socket tells who it is.
import { beforeAll, describe, expect, it } from 'vitest';
import { createTokenCheck } from '../../../src/admission/access-tokens.ts';
import { answerSchema } from '../../../src/contract/answer.ts';
import { checkedRequest } from './checked-request.ts';
import { harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

const tokens = createTokenCheck([
  { name: 'ann', token: 'tin-lantern' },
  { name: 'bob', token: 'wet-rope' },
]);
const ann = { authorization: 'Bearer tin-lantern' };
const bob = { authorization: 'Bearer wet-rope' };

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp({ tokens });
});

/** What everyone may see: the pages themselves, how the service is, and how it is used. */
const open = [
  'GET /api/about',
  'POST /sign-out',
  'GET /',
  'GET /help',
  'GET /accessibility',
  'GET /assets/styles.css',
  'GET /assets/frame.css',
  'GET /assets/asking.css',
  'GET /assets/guide.css',
  'GET /assets/reader.css',
  'GET /assets/register.css',
  'GET /assets/insight.css',
  'GET /assets/glossary.css',
  'GET /assets/reading.css',
  'GET /assets/reader.js',
  'GET /assets/lamp.svg',
  'GET /embed.js',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /api/openapi.json',
  'GET /api/docs',
];

function routesOf({ app }: MadeUpApp): string[] {
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  return [...new Set(routes)].toSorted();
}

const post = { 'content-type': 'application/json' };

async function request(route: string, headers: Record<string, string>): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const body = method === 'POST' ? '{}' : undefined;
  return made.app.request(path.replace(/:\w+/u, '2024-2027-open-water'), {
    method,
    headers: { ...post, ...headers },
    ...(body && { body }),
  });
}

describe('with tokens, every route but the few that tell nothing', () => {
  it('is refused alike, whatever is wrong with the token', async () => {
    const guarded = routesOf(made).filter((route) => !open.includes(route));
    expect(guarded.length).toBeGreaterThanOrEqual(10);
    const wrong = [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: 'Bearer ' },
      { authorization: 'Basic YW5uOnRpbi1sYW50ZXJu' },
      { authorization: 'tin-lantern' },
      { authorization: 'Bearer tin-lantern wet-rope' },
      { authorization: 'Bearer ann:tin-lantern' },
      { 'sec-websocket-protocol': 'bluelamp, bearer.wrong' },
      { cookie: 'token=tin-lantern' },
    ];
    for (const route of guarded) {
      const told = await Promise.all(
        wrong.map(async (headers) => {
          const response = await request(route, headers);
          const text = await response.text();
          return [response.status, response.headers.get('www-authenticate'), text.replace(/id-\d+/u, 'id')];
        }),
      );
      expect(new Set(told.map((each) => JSON.stringify(each))).size, route).toBe(1);
      expect(told[0]?.slice(0, 2), route).toEqual([401, 'Bearer realm="bluelamp"']);
    }
  });

  it('is refused before anything of the request is looked at', async () => {
    const { status } = await checkedRequest(made, '/api/ask', { method: 'POST', body: 'no JSON' });
    expect(status).toBe(401);
  });

  it.each([[ann], [{ authorization: 'bearer tin-lantern' }]])('takes one that is known', async (headers) => {
    expect((await checkedRequest(made, '/api/documents', { headers })).status).toBe(200);
  });

  it('leaves the rest open, and those tell nothing of the documents', async () => {
    for (const route of open) {
      const response = await request(route, {});
      expect(response.status, route).toBe(route === 'POST /sign-out' ? 303 : 200);
      expect(await response.text(), route).not.toMatch(/harbour plan|tidewater|open water|lighthouse/iu);
    }
  });

  it('answers no question through the page', async () => {
    expect((await made.app.request('/?q=dredge')).status).toBe(401);
    expect((await made.app.request('/?q=dredge', { headers: ann })).status).toBe(200);
  });
});

describe('H6 a path written otherwise', () => {
  it.each([
    ['/API/documents'],
    ['/api/documents/'],
    ['/api//documents'],
    ['//api/documents'],
    ['/api%2Fdocuments'],
    ['/api%2fdocuments'],
    ['/%61pi/documents'],
    ['/api/./documents'],
    ['/api/x/../documents'],
    ['/api/documents.'],
    ['/api/documents%00'],
    ['/api/documents;x=1'],
    ['/api/documents%20'],
    ['/api/%64ocuments'],
    ['/help/..%2fapi/documents'],
    ['/documents/%2e%2e/api/documents'],
    ['/documents/2024-2027-open-water'],
    ['/documents/2024-2027%2dopen-water'],
    ['/assets/../api/documents'],
    ['/assets/..%2fapi%2fdocuments'],
    ['/healthz/../api/documents'],
  ])('%s gives nothing without a token', async (path) => {
    const response = await made.app.request(path);
    expect([401, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('open-water');
  });
});

describe('H8 another’s conversation', () => {
  const begin = async (headers: object): Promise<{ conversationId: string; messageId: string }> => {
    const body = '{"question":"When will you dredge the eastern basin?"}';
    const asked = await checkedRequest(made, '/api/ask', { method: 'POST', headers: { ...post, ...headers }, body });
    return answerSchema.parse(asked.body);
  };

  it.each([
    ['read', 'GET', ''],
    ['exported', 'GET', '/export'],
    ['exported as JSON', 'GET', '/export?format=json'],
    ['deleted', 'DELETE', ''],
  ])('cannot be %s, and is as one that is not there', async (_what, method, rest) => {
    const { conversationId } = await begin(ann);
    const address = (id: string): string => `/api/conversations/${id}${rest}`;
    const others = await checkedRequest(made, address(conversationId), { method, headers: bob });
    const none = await checkedRequest(made, address('AAAAAAAAAAAAAAAAAAAAAA'), { method, headers: bob });
    expect([others.status, none.status]).toEqual([404, 404]);
    expect(JSON.stringify(others.body).replace(/id-\d+/u, '')).toBe(JSON.stringify(none.body).replace(/id-\d+/u, ''));
    expect((await checkedRequest(made, address(conversationId), { method, headers: ann })).status).toBeLessThan(300);
  });

  it('cannot be gone on with', async () => {
    const { conversationId } = await begin(ann);
    const body = JSON.stringify({ question: 'And then?', conversationId });
    const init = { method: 'POST', headers: { ...post, ...bob }, body };
    expect((await checkedRequest(made, '/api/ask', init)).status).toBe(404);
    expect((await checkedRequest(made, '/api/ask', { ...init, headers: { ...post, ...ann } })).status).toBe(200);
  });

  it('cannot be judged', async () => {
    const { messageId } = await begin(ann);
    const body = JSON.stringify({ messageId, verdict: 'helpful' });
    const init = { method: 'POST', headers: { ...post, ...bob }, body };
    expect((await checkedRequest(made, '/api/feedback', init)).status).toBe(404);
    expect((await checkedRequest(made, '/api/feedback', { ...init, headers: { ...post, ...ann } })).status).toBe(204);
  });
});
