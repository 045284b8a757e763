// Which pages of other sites may use the interface: those of the configured origins, and no others.
import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { isOurOrigin } from './our-hosts.ts';
import type { HttpEnv } from './parts.ts';
import { refuse } from './refusal.ts';

/** Seconds for which a browser remembers that it may ask. */
const rememberedFor = 600;

const share = cors({
  // Only called for an origin that is allowed.
  origin: (origin) => origin,
  allowMethods: ['GET', 'POST', 'DELETE'],
  // The last three are those of MCP, whose clients say in headers what a message holds.
  allowHeaders: ['authorization', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name'],
  exposeHeaders: ['retry-after', 'x-request-id'],
  maxAge: rememberedFor,
});

/** Answers the preflight of an allowed origin and lets its pages read what they get. */
export function shareWith(allowedOrigins: readonly string[]): MiddlewareHandler<HttpEnv> {
  const allowed = new Set(allowedOrigins);
  return async (c, next) => {
    const isShared = c.req.path.startsWith('/api/') || c.req.path === '/mcp';
    const isAllowed = isShared && allowed.has(c.req.header('origin') ?? '');
    return isAllowed ? share(c, next) : next();
  };
}

/** Refuses what a page of another site sends; a program sends no `Origin`. A proxy in front must pass on the `Host`. */
export function admitOrigins(allowedOrigins: readonly string[]): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const readsOnly = (c.req.method === 'GET' || c.req.method === 'HEAD') && !isUpgrade(c);
    const origin = c.req.header('origin');
    if (readsOnly || origin === undefined || allowedOrigins.includes(origin.toLowerCase())) return next();
    if (isOurOrigin(origin, hostOf(c))) return next();
    return refuse(c, { status: 403, code: 'forbidden', message: 'Another site may not send requests to Bluelamp.' });
  };
}

/** A page of any site can open a socket and read from it: to the browser it is no request of another origin. */
function isUpgrade(c: Context<HttpEnv>): boolean {
  return c.req.header('upgrade') !== undefined;
}

export function hostOf(c: Context<HttpEnv>): string {
  return c.req.header('host') ?? new URL(c.req.url).host;
}
