import { createRoute, z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { findPassage } from '../../chat/find-passage.ts';
import { searchWire } from '../../chat/wire.ts';
import { passageDetailSchema, searchQuerySchema, searchResultSchema } from '../../contract/search.ts';
import { callerOf, requireCaller } from './callers.ts';
import { failures, jsonResponse, linksTo } from './described-responses.ts';
import { filtersOf } from '../../domain/filters.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  operationId: 'search',
  summary: 'Search the passages',
  description: 'Finds by meaning and by words, best first; with explain, each part of the score.',
  middleware: requireCaller,
  request: { query: searchQuerySchema },
  responses: {
    200: {
      ...jsonResponse(searchResultSchema, 'The passages found, best first.'),
      links: linksTo(['readPassage'], '/passages/0/passageId'),
    },
    ...failures(400, 401, 429, 504),
  },
});

const passageRoute = createRoute({
  method: 'get',
  path: '/api/passages/{id}',
  operationId: 'readPassage',
  summary: 'One passage',
  description: 'A passage with its section and its neighbours.',
  middleware: requireCaller,
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonResponse(passageDetailSchema, 'The passage.'), ...failures(401, 404) },
});

export function addSearchRoutes(app: OpenAPIHono<HttpEnv>, { asks }: HttpParts): void {
  app.openapi(searchRoute, async (c) => {
    const { q: question, k: limit, mode, explain, ...filters } = c.req.valid('query');
    const result = await asks.search(callerOf(c), {
      question,
      mode,
      limit,
      ...filtersOf(filters),
      signal: c.req.raw.signal,
    });
    return c.json(searchWire(result, explain), 200);
  });
  app.openapi(passageRoute, async (c) => c.json(await findPassage(c.get('index'), c.req.valid('param').id), 200));
}
