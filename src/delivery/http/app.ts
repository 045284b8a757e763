// The HTTP channel: guards, then routes. Pure of sockets, so that `app.request()` tests the whole of it.
import { OpenAPIHono } from '@hono/zod-openapi';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { addAssets } from './assets.ts';
import { admitOurHost, admitOurOrigin, identifyAndProtect, recordRequest } from './guards.ts';
import { addPages } from './pages.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
import { refuse, refuseFault, refuseMethod, refuseUnknownRoute } from './refusal.ts';
import { addAskRoute } from './routes-ask.ts';
import { addDescriptionRoutes } from './routes-description.ts';
import { addDocumentRoutes } from './routes-documents.ts';
import { addHealthRoutes } from './routes-health.ts';
import { addSearchRoutes } from './routes-search.ts';

export function createHttpApp(parts: HttpParts): OpenAPIHono<HttpEnv> {
  const app = new OpenAPIHono<HttpEnv>({ defaultHook: refuseInvalid });
  app.use(identifyAndProtect(parts.ids), recordRequest(parts.log));
  app.use(admitOurHost(parts.publicHosts), admitOurOrigin);
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  addAskRoute(app, parts);
  addSearchRoutes(app, parts);
  addDocumentRoutes(app, parts);
  addHealthRoutes(app, parts);
  addDescriptionRoutes(app);
  addPages(app, parts);
  addAssets(app);
  app.notFound(refuseUnknownRoute);
  app.onError(refuseFault(parts.log));
  return app;
}

type Validation = { readonly success: true } | { readonly success: false; readonly error: z.ZodError };

/** Every rule of the contract's schemas has a message written for people; the first broken one is told. */
function refuseInvalid(result: Validation, c: Context<HttpEnv>): Response | undefined {
  if (result.success) return undefined;
  const message = result.error.issues[0]?.message ?? 'The request cannot be understood.';
  return refuse(c, { status: 400, code: 'invalid-request', message });
}
