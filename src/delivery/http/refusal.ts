// Every refusal in one shape: JSON for programs, a page for a browser that asked for one.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { consequences, wireCodeOf } from '../../contract/errors.ts';
import type { ErrorWire } from '../../contract/errors.ts';
import { toAppError } from '../../domain/errors.ts';
import type { AppError } from '../../domain/errors.ts';
import type { Log } from '../../ports.ts';
import { renderRefusal } from '../../../web/render-refusal.ts';
import type { HttpEnv } from './parts.ts';

export interface Refusal {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  /** Written for the person who reads it. */
  readonly message: string;
  readonly retryAfterSeconds?: number | null;
}

/** Seconds after which a client may try again when a part of the service is away. */
const usualRetryAfter = 10;

export function refuse(c: Context<HttpEnv>, { status, code, message, retryAfterSeconds = null }: Refusal): Response {
  const requestId = c.get('requestId');
  const retryAfter = retryAfterSeconds ?? (status === 503 ? usualRetryAfter : null);
  if (retryAfter !== null) c.header('retry-after', String(retryAfter));
  if (status === 401) c.header('www-authenticate', 'Bearer realm="bluelamp"');
  if (wantsPage(c)) {
    const { pathname, search } = new URL(c.req.url);
    return c.html(renderRefusal({ status, message, requestId, next: `${pathname}${search}` }), status);
  }
  return c.json({ error: { code, message, requestId } } satisfies ErrorWire, status);
}

export function refuseUnknownRoute(c: Context<HttpEnv>): Response {
  return refuse(c, { status: 404, code: 'not-found', message: 'There is nothing at this address.' });
}

export function refuseMethod(c: Context<HttpEnv>, allowed: readonly string[]): Response {
  c.header('allow', allowed.join(', '));
  const message = `This address takes only ${allowed.join(' and ')} requests.`;
  return refuse(c, { status: 405, code: 'method-not-allowed', message });
}

/** Whatever was thrown becomes a refusal that tells no more than the reader may know; the log has the cause. */
export function refuseFault(log: Log): (thrown: Error, c: Context<HttpEnv>) => Response {
  return (thrown, c) => {
    const fault = refusalOf(thrown);
    const isOurFault = fault.status >= 500 && !c.req.raw.signal.aborted;
    if (isOurFault)
      log('error', 'request-failed', { requestId: c.get('requestId'), code: fault.code, ...causesOf(thrown) });
    return refuse(c, fault);
  };
}

function refusalOf(thrown: Error): Refusal {
  // Hono's own words for a body that it cannot parse may quote the body.
  if (thrown instanceof HTTPException && thrown.status === 400) {
    return { status: 400, code: 'invalid-request', message: 'The body is not valid JSON.' };
  }
  if (thrown instanceof HTTPException && thrown.status < 500) {
    return { status: 415, code: 'unsupported-media', message: 'Send the body as application/json.' };
  }
  const { code, message, retryAfterSeconds }: AppError = toAppError(thrown);
  return { status: consequences[code].httpStatus, code: wireCodeOf(code), message, retryAfterSeconds };
}

function causesOf(thrown: Error): { readonly fault: Error; readonly cause?: unknown } {
  return thrown.cause === undefined ? { fault: thrown } : { fault: thrown, cause: thrown.cause };
}

/** Programs get JSON under every address; so does a browser under /api, where no page but one is. */
function wantsPage(c: Context<HttpEnv>): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html');
}
