import { createRoute } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { aboutSchema, aboutWire } from '../../contract/about.ts';
import { failures, jsonResponse } from './described-responses.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const aboutRoute = createRoute({
  method: 'get',
  path: '/api/about',
  operationId: 'readAbout',
  summary: 'About this service',
  description: 'Whether a language model puts answers into words, which, and what is sent to it.',
  responses: { 200: jsonResponse(aboutSchema, 'What to know before asking.'), ...failures() },
});

/** Needs no token: whoever is about to ask should know. */
export function addAboutRoute(app: OpenAPIHono<HttpEnv>, { languageModel }: Pick<HttpParts, 'languageModel'>): void {
  app.openapi(aboutRoute, (c) => c.json(aboutWire(languageModel), 200));
}
