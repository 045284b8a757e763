import { beforeAll, describe, expect, it } from 'vitest';
import { isOurHost, isOurOrigin } from '../../../src/delivery/http/our-hosts.ts';
import { newRandomId } from '../../../src/delivery/http/random-id.ts';
import { checkedRequest } from './checked-request.ts';
import { harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp();
});

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

describe('H10 every response', () => {
  /** Every route by every method that it has, and what is none. */
  const requests = async (): Promise<(readonly [string, string])[]> => {
    const { app } = await harbourApp();
    const routes = app.routes.filter(({ method }) => method !== 'ALL');
    const found = routes.map(({ method, path }): [string, string] => [method, path.replaceAll(/:\w+/gu, 'none')]);
    const others = [
      ['GET', '/?q=dredge'],
      ['GET', '/documents/2024-2027-open-water'],
      ['GET', '/api/search?q=dredge'],
      ['OPTIONS', '/api/ask'],
      ['PUT', '/api/ask'],
      ['GET', '/nowhere'],
    ] as const;
    return [...found, ...others];
  };

  it('is protected and numbered, whatever the route and its outcome', async () => {
    const all = await requests();
    expect(all.length).toBeGreaterThan(40);
    for (const [method, address] of all) {
      const { headers } = await made.app.request(address, { method });
      const told = Object.fromEntries(headers);
      expect(told, `${method} ${address}`).toMatchObject({
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^id-\d+$/u),
        'cache-control': /^\/(?:assets\/|embed\.js)/u.test(address) ? 'public, max-age=600' : 'no-store',
      });
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
    }
  });

  it('carries the id that its error names and that the log has', async () => {
    const { headers, body } = await checkedRequest(made, '/nowhere');
    expect(body).toMatchObject({ error: { requestId: headers.get('x-request-id') } });
    expect(made.logged.at(-2)).toMatchObject({
      event: 'request',
      fields: { requestId: headers.get('x-request-id'), status: 404 },
    });
  });
});

it('logs the route and never the question', async () => {
  await made.app.request('/api/search?q=mydarksecret');
  await made.app.request('/?q=mydarksecret');
  expect(JSON.stringify(made.logged)).not.toContain('mydarksecret');
  expect(made.logged.at(-2)).toMatchObject({ fields: { route: '/api/search', method: 'GET', status: 200 } });
});

describe('the Host', () => {
  it.each([
    ['localhost'],
    ['localhost:8787'],
    ['LOCALHOST'],
    ['127.0.0.1:1'],
    ['[::1]:8787'],
    ['bluelamp.example'],
    ['bluelamp.example:8443'],
  ])('%s is ours', async (host) => {
    expect((await checkedRequest(made, '/healthz', { headers: { host } })).status).toBe(200);
  });

  it.each([
    ['evil.example'],
    ['localhost.evil.example'],
    ['evil.example:8787'],
    ['bluelamp.example.evil.example'],
    ['localhost.'],
    ['127.0.0.2'],
    ['0.0.0.0'],
    ['[::ffff:127.0.0.1]'],
    ['localhost@evil.example'],
    ['evil.example@localhost'],
    ['localhost:80:80'],
    ['localhost:'],
    ['localhost/'],
    ['a,localhost'],
    [''],
  ])('%j is foreign', async (host) => {
    expect(isOurHost(host, ['bluelamp.example'])).toBe(false);
    expect((await checkedRequest(made, '/healthz', { headers: { host } })).status).toBe(403);
  });
});

describe('H4 an Origin on a POST', () => {
  const post = (origin: string | null): ReturnType<typeof checkedRequest> =>
    checkedRequest(made, '/api/ask', {
      method: 'POST',
      headers: { host: 'localhost:8787', 'content-type': 'application/json', ...(origin !== null && { origin }) },
      body: '{"question":"dredge"}',
    });

  it.each([[null], ['http://localhost:8787'], ['HTTP://LOCALHOST:8787']])('%s is ours', async (origin) => {
    expect((await post(origin)).status).toBe(200);
  });

  it.each([
    ['null'],
    ['http://localhost:8788'],
    ['http://localhost'],
    ['http://127.0.0.1:8787'],
    ['https://evil.example'],
    ['http://localhost:8787.evil.example'],
    ['file://'],
    ['http://localhost:8787/'],
    ['https://bluelamp.example'],
  ])('%s is foreign', async (origin) => {
    expect(isOurOrigin(origin, 'localhost:8787')).toBe(false);
    expect((await post(origin)).status).toBe(403);
  });

  it('is ours under the public name too', () => {
    expect(isOurOrigin('https://bluelamp.example', 'bluelamp.example')).toBe(true);
  });

  it.each([
    ['text/plain', '{"question":"dredge"}'],
    ['application/x-www-form-urlencoded', 'question=dredge'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('is not the only hindrance: a form of %s is refused, and nothing is kept', async (type, body) => {
    const before = made.logged.length;
    const kept = await made.store.eventsAfter(0, 1000);
    for (const address of ['/api/ask', '/api/feedback']) {
      const headers = { host: 'localhost:8787', 'content-type': type, 'sec-fetch-site': 'same-origin' };
      expect((await checkedRequest(made, address, { method: 'POST', headers, body })).status).toBe(415);
    }
    expect(made.logged.slice(before).some(({ event }) => event === 'request-failed')).toBe(false);
    expect(await made.store.eventsAfter(0, 1000)).toEqual(kept);
  });

  it('does not matter to one who only reads', async () => {
    expect((await checkedRequest(made, '/healthz', { headers: { origin: 'https://evil.example' } })).status).toBe(200);
  });
});

describe('pages of other sites', () => {
  const intranet = 'https://intranet.example';
  let shared: MadeUpApp;
  beforeAll(async () => {
    shared = await harbourApp({ allowedOrigins: [intranet] });
  });
  const preflight = async (origin: string): Promise<Response> =>
    shared.app.request('/api/ask', {
      method: 'OPTIONS',
      headers: { host: 'localhost:8787', origin, 'access-control-request-method': 'POST' },
    });

  it('may ask from an allowed origin, and read the answer and when to come back', async () => {
    const allowed = await preflight(intranet);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(intranet);
    expect(allowed.headers.get('access-control-allow-headers')).toMatch(/^authorization,content-type\b/u);
    const headers = { host: 'localhost:8787', origin: intranet, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: '{"question":"dredge"}' };
    const asked = await checkedRequest(shared, '/api/ask', init);
    expect(asked.status).toBe(200);
    expect(asked.headers.get('access-control-allow-origin')).toBe(intranet);
    expect(asked.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([['https://evil.example'], ['null'], ['https://intranet.example.evil.example'], ['http://intranet.example']])(
    'may not from %s',
    async (origin) => {
      const refused = await preflight(origin);
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      const read = await shared.app.request('/api/documents', { headers: { host: 'localhost:8787', origin } });
      expect(read.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('may read nothing but the interface', async () => {
    const page = await shared.app.request('/documents', { headers: { host: 'localhost:8787', origin: intranet } });
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a method that a route does not take', () => {
  it.each([
    ['PUT', '/api/ask', 'POST'],
    ['GET', '/api/ask', 'POST'],
    ['POST', '/api/search', 'GET, HEAD'],
    ['DELETE', '/api/documents/x', 'GET, HEAD'],
    ['PUT', '/api/conversations/x', 'GET, HEAD, DELETE'],
    ['GET', '/api/feedback', 'POST'],
    ['POST', '/api/chat', 'GET, HEAD'],
    ['POST', '/metrics', 'GET, HEAD'],
    ['BREW', '/api/ask', 'POST'],
    ['OPTIONS', '/', 'GET, HEAD'],
    ['PATCH', '/documents', 'GET, HEAD'],
  ])('%s %s is answered with what it does take', async (method, address, allowed) => {
    const { status, headers } = await checkedRequest(made, address, { method });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe(allowed);
  });

  it('is not confused with an id that is none', async () => {
    expect((await checkedRequest(made, '/api/documents/none')).status).toBe(404);
  });
});

it('a browser gets a page where a program gets JSON, but for /api', async () => {
  const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml' } };
  const page = await made.app.request('/nowhere', asBrowser);
  expect(page.status).toBe(404);
  expect(await page.text()).toMatch(/<h1>Not found<\/h1>/u);
  expect((await checkedRequest(made, '/api/nowhere', asBrowser)).status).toBe(404);
});

it('random ids are long and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, newRandomId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => /^[A-Za-z0-9_-]{22}$/u.test(id))).toBe(true);
});
