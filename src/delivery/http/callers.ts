// Who sends a request, and which routes nobody may use unnamed.
import type { Context, MiddlewareHandler } from 'hono';
import { anonymousCaller, namedCaller } from '../../admission/caller.ts';
import type { Caller } from '../../admission/caller.ts';
import { AppError } from '../../domain/errors.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
import { tokenOfCookie } from './sign-in.ts';

/** Notes on whose behalf the request comes. What that allows is for each route to say. */
export function recogniseCaller({ tokens }: Pick<HttpParts, 'tokens'>): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    c.set('caller', tokens === null ? anonymousCaller(peerOf(c)) : bearer(tokens(tokenOf(c))));
    await next();
  };
}

/** Stands in every route that must not be used without a token; never before a path alone, for paths can be written in many ways. */
export const requireCaller: MiddlewareHandler<HttpEnv> = async (c, next) => {
  callerOf(c);
  await next();
};

/** @throws AppError `unauthorised`: the same for a token that is missing, wrong or no token at all. */
export function callerOf(c: Context<HttpEnv>): Caller {
  const caller = c.get('caller');
  if (caller) return caller;
  throw new AppError(
    'unauthorised',
    'Bluelamp asks for an access token here. Send yours as "Authorization: Bearer …".',
  );
}

function bearer(name: string | null): Caller | null {
  return name === null ? null : namedCaller(name);
}

/** The address of the connection itself. */
function peerOf(c: Context<HttpEnv>): string | undefined {
  // Without a server there are no bindings, whatever their type says.
  const env: Partial<HttpEnv['Bindings']> | undefined = c.env;
  return env?.incoming?.socket.remoteAddress;
}

function tokenOf(c: Context<HttpEnv>): string | null {
  const header = c.req.header('authorization');
  if (header !== undefined) return /^bearer (?<token>\S+)$/iu.exec(header)?.groups?.['token'] ?? null;
  return offeredToken(c.req.header('sec-websocket-protocol')) ?? tokenOfCookie(c);
}

/** A page cannot set a header on a socket; it offers its token as one more subprotocol, `bearer.<token>`. */
function offeredToken(protocols = ''): string | null {
  const offers = protocols.split(',').map((offer) => offer.trim());
  return offers.find((offer) => offer.startsWith('bearer.'))?.slice('bearer.'.length) ?? null;
}
