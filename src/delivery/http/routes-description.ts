// The OpenAPI document, made from the routes themselves, and the page that shows it to people.
import { createRoute, z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { renderApiDocs } from '../../../web/render-api-docs.ts';
import { describeOperations } from './describe-operations.ts';
import { failures, jsonResponse } from './described-responses.ts';
import type { HttpEnv } from './parts.ts';

const documentRoute = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This description',
  description: 'The interface as an OpenAPI 3.1 document.',
  responses: { 200: jsonResponse(z.record(z.string(), z.unknown()), 'The document.'), ...failures() },
});

const pageRoute = createRoute({
  method: 'get',
  path: '/api/docs',
  summary: 'This description, to read',
  description: 'The same as a page.',
  responses: { 200: { description: 'The page.', content: { 'text/html': { schema: z.string() } } }, ...failures() },
});

/** Describes every route of `app`, those added later included. */
export function addDescriptionRoutes(app: OpenAPIHono<HttpEnv>): void {
  let described: Record<string, unknown> | null = null;
  const describe = (): Record<string, unknown> => {
    described ??= { ...app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Bluelamp', version: '1' } }) };
    return described;
  };
  app.openapi(documentRoute, (c) => c.json(describe(), 200));
  app.openapi(pageRoute, (c) => c.html(renderApiDocs(describeOperations(describe()))));
}
