// A browser sends no token when it opens a page. Where tokens are needed, it signs in once and is known by a cookie afterwards.
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { AppError } from '../../domain/errors.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
import { refuse } from './refusal.ts';

const cookieName = 'bluelamp-token';
/** Seconds: a working day. */
const keptFor = 12 * 60 * 60;
/** Bytes of the form: a token, and the address to go on to. */
const largestForm = 8192;

export function addSignIn(app: Hono<HttpEnv>, { tokens, isSecure }: Pick<HttpParts, 'tokens' | 'isSecure'>): void {
  if (tokens === null) return;
  app.post('/sign-in', bodyLimit({ maxSize: largestForm, onError: tooLarge }), async (c) => {
    const { token, next } = await c.req.parseBody();
    if (typeof token !== 'string' || tokens(token) === null)
      return refuse(c, { status: 401, code: 'unauthorised', message: 'This is no token of this service.' });
    setCookie(c, cookieName, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: keptFor, secure: isSecure });
    return c.redirect(pathWithin(next), 303);
  });
  app.post('/sign-out', (c) => {
    deleteCookie(c, cookieName, { path: '/' });
    return c.redirect('/', 303);
  });
}

/**
 * The token that the browser was given, for requests that only read. Another site can make a browser send others, and opens sockets
 * at will; these need the token itself.
 */
export function tokenOfCookie(c: Context<HttpEnv>): string | null {
  const onlyReads = (c.req.method === 'GET' || c.req.method === 'HEAD') && c.req.header('upgrade') === undefined;
  return onlyReads ? (getCookie(c, cookieName) ?? null) : null;
}

/** An address of this service, of which only path and query count; the first page for everything else. */
function pathWithin(next: unknown): string {
  const base = 'http://here.invalid';
  if (typeof next !== 'string' || !URL.canParse(next, base)) return '/';
  const { origin, pathname, search } = new URL(next, base);
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}

function tooLarge(): never {
  throw new AppError('too-large', `This form has at most ${largestForm.toLocaleString('en-GB')} bytes.`);
}
