import { createRoute, z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { documentDetailSchema, documentSummarySchema } from '../../contract/documents.ts';
import { listDocuments, readDocument } from './catalogue.ts';
import { failures, jsonResponse } from './described-responses.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/api/documents',
  summary: 'The documents',
  description: 'Every document with its years, status and counts, the oldest first.',
  responses: { 200: jsonResponse(z.array(documentSummarySchema), 'The documents.'), ...failures() },
});

const documentRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}',
  summary: 'One document',
  description: 'A document with its whole text and sections; offsets are UTF-16 code units into its text.',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonResponse(documentDetailSchema, 'The document.'), ...failures(404) },
});

export function addDocumentRoutes(app: OpenAPIHono<HttpEnv>, { index }: HttpParts): void {
  app.openapi(listRoute, async (c) => c.json([...(await listDocuments(index()))], 200));
  app.openapi(documentRoute, async (c) => c.json(await readDocument(index(), c.req.valid('param').id), 200));
}
