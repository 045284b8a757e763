// The HTTP channel: guards, then routes. Pure of sockets, so that `app.request()` tests the whole of it.
import { OpenAPIHono } from '@hono/zod-openapi';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { addAssets } from './assets.ts';
import { recogniseCaller } from './callers.ts';
import { admitOrigins, shareWith } from './cross-origin.ts';
import { addEmbedScript } from './embed-script.ts';
import { admitOurHost, identifyAndProtect, pinIndex, recordRequest } from './guards.ts';
import { addPages } from './pages.ts';
import { addRegisterPages } from './register-pages.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
import { refuse, refuseFault, refuseMethod, refuseUnknownRoute } from './refusal.ts';
import { addAboutRoute } from './routes-about.ts';
import { addAskRoute } from './routes-ask.ts';
import { addChatRoute } from './routes-chat.ts';
import { addCommitmentRoutes } from './routes-commitments.ts';
import { addConversationRoutes } from './routes-conversations.ts';
import { addDescriptionRoutes } from './routes-description.ts';
import { addDocumentRoutes } from './routes-documents.ts';
import { addHealthRoutes } from './routes-health.ts';
import { addMcpRoute } from './routes-mcp.ts';
import { addInsightPages } from './pages-insight.ts';
import { addInsightRoutes } from './routes-insight.ts';
import { addSearchRoutes } from './routes-search.ts';
import { addSlackRoutes } from './routes-slack.ts';
import { addSignIn } from './sign-in.ts';

export function createHttpApp(parts: HttpParts): OpenAPIHono<HttpEnv> {
  const app = new OpenAPIHono<HttpEnv>({ defaultHook: refuseInvalid });
  app.use(identifyAndProtect(parts.ids), recordRequest(parts));
  app.use(admitOurHost(parts.publicHosts), shareWith(parts.allowedOrigins), admitOrigins(parts.allowedOrigins));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  app.use(recogniseCaller(parts), pinIndex(parts));
  addAskRoute(app, parts);
  addChatRoute(app, parts);
  addConversationRoutes(app, parts);
  addSearchRoutes(app, parts);
  addDocumentRoutes(app);
  addAboutRoute(app, parts);
  addCommitmentRoutes(app);
  addMcpRoute(app, parts);
  addInsightRoutes(app);
  addHealthRoutes(app, parts);
  addSlackRoutes(app, parts.slack ?? null);
  addDescriptionRoutes(app, parts);
  addSignIn(app, parts);
  addPages(app, parts);
  addInsightPages(app);
  addRegisterPages(app);
  addAssets(app, parts);
  addEmbedScript(app, parts);
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
