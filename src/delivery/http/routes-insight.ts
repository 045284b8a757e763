import { createRoute } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { glossaryQuerySchema, glossarySchema, themesSchema } from '../../contract/insight.ts';
import { glossaryOfCorpus, themesOfCorpus } from '../../insight/wire.ts';
import { requireCaller } from './callers.ts';
import { failures, jsonResponse } from './described-responses.ts';
import type { HttpEnv } from './parts.ts';

const themesRoute = createRoute({
  method: 'get',
  path: '/api/themes',
  operationId: 'readThemes',
  summary: 'Themes by document',
  description:
    'How often each document speaks of each theme, with the passages that do, and what each states as its mission, priorities, objectives and values. Counts are of words, not of effort.',
  middleware: requireCaller,
  responses: { 200: jsonResponse(themesSchema, 'The themes.'), ...failures(401) },
});

const glossaryRoute = createRoute({
  method: 'get',
  path: '/api/glossary',
  operationId: 'readGlossary',
  summary: 'Acronyms and named programmes',
  description:
    'Every acronym and named programme with its expansion in the words of the documents; null where none gives one.',
  middleware: requireCaller,
  request: { query: glossaryQuerySchema },
  responses: { 200: jsonResponse(glossarySchema, 'The entries, by their terms.'), ...failures(400, 401) },
});

export function addInsightRoutes(app: OpenAPIHono<HttpEnv>): void {
  app.openapi(themesRoute, async (c) => c.json(await themesOfCorpus(c.get('index')), 200));
  app.openapi(glossaryRoute, async (c) => c.json(await glossaryOfCorpus(c.get('index'), c.req.valid('query').q), 200));
}
