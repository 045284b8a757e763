import { createRoute, z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { documentDetailSchema, documentSummarySchema } from '../../contract/documents.ts';
import { requireCaller } from './callers.ts';
import { listDocuments, readDocument } from './catalogue.ts';
import { failures, jsonResponse, linksTo } from './described-responses.ts';
import type { HttpEnv } from './parts.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/api/documents',
  operationId: 'listDocuments',
  summary: 'The documents',
  description: 'Every document with its years, status and counts, the oldest first.',
  middleware: requireCaller,
  responses: {
    200: {
      ...jsonResponse(z.array(documentSummarySchema), 'The documents.'),
      links: linksTo(['readDocument'], '/0/id'),
    },
    ...failures(401),
  },
});

const documentRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}',
  operationId: 'readDocument',
  summary: 'One document',
  description: 'A document with its whole text and sections; offsets are UTF-16 code units into its text.',
  middleware: requireCaller,
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonResponse(documentDetailSchema, 'The document.'), ...failures(401, 404) },
});

export function addDocumentRoutes(app: OpenAPIHono<HttpEnv>): void {
  app.openapi(listRoute, async (c) => c.json([...(await listDocuments(c.get('index')))], 200));
  app.openapi(documentRoute, async (c) => c.json(await readDocument(c.get('index'), c.req.valid('param').id), 200));
}
