// What every request passes before any route sees it, and every response on its way out.
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { AppError } from '../../domain/errors.ts';
import type { Log } from '../../ports.ts';
import { isOurHost, isOurOrigin } from './our-hosts.ts';
import type { HttpEnv } from './parts.ts';
import { refuse } from './refusal.ts';

/** Nothing is loaded from elsewhere, no script stands inside a page, and no page may frame ours. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Largest body in bytes; one of exactly this size is accepted. */
const largestBody = 65_536;

/** Numbers the request, and gives the response its id, the security headers and, unless it may be kept, `no-store`. */
export function identifyAndProtect(ids: () => string): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const requestId = ids();
    c.set('requestId', requestId);
    await next();
    const { headers } = c.res;
    headers.set('x-request-id', requestId);
    for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}

/** One log line a request. The route, not the address: an address holds the question. */
export function recordRequest(log: Log): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = Math.round(performance.now() - started);
    log('info', 'request', {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms,
    });
  };
}

export function admitOurHost(publicHosts: readonly string[]): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (isOurHost(hostOf(c), publicHosts)) return next();
    return refuse(c, { status: 403, code: 'forbidden', message: 'Bluelamp is not served under this host name.' });
  };
}

/** Refuses what a page of another site sends; a program sends no `Origin`. A proxy in front must pass on the `Host`. */
export const admitOurOrigin: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const origin = c.req.header('origin');
  const readsOnly = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (readsOnly || origin === undefined || isOurOrigin(origin, hostOf(c))) return next();
  return refuse(c, { status: 403, code: 'forbidden', message: 'Another site may not send requests to Bluelamp.' });
};

/** The media type of a request with a body; a cross-site form cannot send this one. */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const [type] = (c.req.header('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() === 'application/json') return next();
  throw new AppError('unsupported-media', 'Send the body as application/json.');
};

export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw new AppError('too-large', `A body has at most ${largestBody.toLocaleString('en-GB')} bytes.`);
  },
});

function hostOf(c: Context<HttpEnv>): string {
  return c.req.header('host') ?? new URL(c.req.url).host;
}
