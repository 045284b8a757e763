// A browser that signs in with its token, and what the cookie it gets is good for.
import { beforeAll, describe, expect, it } from 'vitest';
import { createTokenCheck } from '../../../src/admission/access-tokens.ts';
import { harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp, Replaced } from './made-up-strategies.ts';

const tokens = createTokenCheck([{ name: 'ann', token: 'tin-lantern' }]);
const page = { accept: 'text/html' };
const documentPage = '/documents/2024-2027-open-water';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp({ tokens });
});

const signIn = ({ app }: MadeUpApp, form: Record<string, string>): Promise<Response> | Response =>
  app.request('/sign-in', { method: 'POST', headers: page, body: new URLSearchParams(form) });

async function cookieOf(given: MadeUpApp): Promise<string> {
  const response = await signIn(given, { token: 'tin-lantern' });
  return response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}

describe('a page that needs a token', () => {
  it('offers to sign in, and leads on to where the reader wanted to go', async () => {
    const wanted = `${documentPage}?start=0&end=4`;
    const refused = await made.app.request(wanted, { headers: page });
    const html = await refused.text();
    expect([refused.status, refused.headers.get('referrer-policy')]).toEqual([401, 'same-origin']);
    const next = /name="next" type="hidden" value="([^"]*)"/u.exec(html)?.[1]?.replaceAll('&amp;', '&');
    expect(next).toBe(wanted);
    const signedIn = await signIn(made, { token: 'tin-lantern', next: next ?? '' });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, wanted]);
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^bluelamp-token=tin-lantern; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/u);
    const read = await made.app.request(wanted, { headers: { ...page, cookie: cookie.split(';', 1)[0] ?? '' } });
    expect(read.status).toBe(200);
  });

  it('does not open to a wrong token, and says so', async () => {
    const response = await signIn(made, { token: 'wrong' });
    expect([response.status, response.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await response.text()).toContain('This is no token of this service.');
    expect((await signIn(made, {})).status).toBe(401);
  });

  it.each(['https://evil.example/', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)', 'http://[', ''])(
    'never leads elsewhere: %s',
    async (next) => {
      const location = (await signIn(made, { token: 'tin-lantern', next })).headers.get('location');
      expect(location).toMatch(/^\/(?:$|[^/\\])/u);
      expect(location).not.toContain('evil.example/x');
    },
  );
});

describe('the cookie', () => {
  it('is for reading alone: what changes anything, and a socket, need the token itself', async () => {
    const cookie = await cookieOf(made);
    const statusOf = async (path: string, init: RequestInit = {}): Promise<number> => {
      const headers = { 'content-type': 'application/json', cookie, ...init.headers };
      return (await made.app.request(path, { ...init, headers })).status;
    };
    expect(await statusOf('/api/documents')).toBe(200);
    expect(await statusOf('/api/ask', { method: 'POST', body: '{"question":"dredge?"}' })).toBe(401);
    expect(await statusOf('/api/conversations/some', { method: 'DELETE' })).toBe(401);
    expect(await statusOf('/api/chat', { headers: { upgrade: 'websocket', connection: 'upgrade' } })).toBe(401);
  });

  it('is taken away again, and goes over HTTPS alone where readers come by it', async () => {
    const signedOut = await made.app.request('/sign-out', { method: 'POST' });
    expect(signedOut.headers.get('set-cookie')).toMatch(/^bluelamp-token=; Max-Age=0;/u);
    const secure = await signIn(await harbourApp({ tokens, isSecure: true } satisfies Replaced), {
      token: 'tin-lantern',
    });
    expect(secure.headers.get('set-cookie')).toContain('; Secure');
  });

  it('counts for nothing where another site sends the form', async () => {
    const headers = { ...page, origin: 'https://evil.example' };
    const body = new URLSearchParams({ token: 'tin-lantern' });
    expect((await made.app.request('/sign-in', { method: 'POST', headers, body })).status).toBe(403);
  });
});

it('is not offered by a service that needs no tokens', async () => {
  expect((await signIn(await harbourApp(), { token: 'x' })).status).toBe(404);
});
