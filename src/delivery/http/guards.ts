// What every request passes before any route sees it, and every response on its way out.
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { AppError } from '../../domain/errors.ts';
import { hostOf } from './cross-origin.ts';
import { isOurHost } from './our-hosts.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
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
  // A page of ours is known as such when it leads to another; other sites are told nothing.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Largest body in bytes; one of exactly this size is accepted. */
const largestBody = 65_536;

/** As other servers log it; no response carries it. */
const clientGone = 499;

/**
 * Numbers the request, and gives the response its id, the security headers but those that it has already, and, unless it may be
 * kept, `no-store`.
 */
export function identifyAndProtect(ids: () => string): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const requestId = ids();
    c.set('requestId', requestId);
    await next();
    const { headers } = c.res;
    headers.set('x-request-id', requestId);
    for (const [name, value] of Object.entries(securityHeaders)) if (!headers.has(name)) headers.set(name, value);
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}

/** One log line and one count a request. The route, not the address: an address holds the question. */
export function recordRequest({ log, metrics }: Pick<HttpParts, 'log' | 'metrics'>): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = performance.now() - started;
    const { method } = c.req;
    const route = routePath(c, -1);
    const status = statusOf(c);
    metrics.requested({ method, route, status }, ms / 1000);
    log('info', 'request', { requestId: c.get('requestId'), method, route, status, ms: Math.round(ms) });
  };
}

/** A fault of a request that nobody waits for is the client's going away. */
function statusOf({ res, req }: Context<HttpEnv>): number {
  return res.status >= 500 && req.raw.signal.aborted ? clientGone : res.status;
}

/** Holds the generation that serves when the request begins open until it has ended, whatever is published meanwhile. */
export function pinIndex({ lease }: Pick<HttpParts, 'lease'>): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const { index, release } = lease();
    c.set('index', index);
    try {
      await next();
    } finally {
      release();
    }
  };
}

export function admitOurHost(publicHosts: readonly string[]): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (isOurHost(hostOf(c), publicHosts)) return next();
    return refuse(c, { status: 403, code: 'forbidden', message: 'Bluelamp is not served under this host name.' });
  };
}

/** The media type of a request with a body; a cross-site form cannot send this one. */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const [type] = (c.req.header('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() === 'application/json') return next();
  throw new AppError('unsupported-media', 'Send the body as application/json.');
};

/**
 * A body whose length is told is no longer than that, for the server reads no further; so it is judged by its head, and left alone. A look at
 * it would close the adaptor's short way to its bytes, and making a stream of them takes longer than reading them.
 */
export const limitBody: MiddlewareHandler = (c, next) => {
  const told = c.req.header('content-length');
  if (told === undefined || c.req.header('transfer-encoding') !== undefined) return limitUntold(c, next);
  return Number(told) > largestBody ? refuseBody() : next();
};

const limitUntold = bodyLimit({ maxSize: largestBody, onError: refuseBody });

function refuseBody(): never {
  throw new AppError('too-large', `A body has at most ${largestBody.toLocaleString('en-GB')} bytes.`);
}
