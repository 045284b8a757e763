import { createRoute } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { aliveSchema, readySchema } from '../../contract/health.ts';
import { AppError } from '../../domain/errors.ts';
import { failures, jsonResponse } from './described-responses.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const aliveRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Alive',
  description: 'The process runs and answers.',
  responses: { 200: jsonResponse(aliveSchema, 'Alive.'), ...failures() },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Ready',
  description: 'The index is open and the embedder warm; otherwise 503, and the message says why.',
  responses: { 200: jsonResponse(readySchema, 'Ready.'), ...failures() },
});

export function addHealthRoutes(app: OpenAPIHono<HttpEnv>, { index, health }: HttpParts): void {
  app.openapi(aliveRoute, (c) => c.json({ status: 'alive' } as const, 200));
  app.openapi(readyRoute, (c) => {
    const { notReady, notes } = health();
    if (notReady.length > 0) throw new AppError('not-ready', notReady.join(' '));
    return c.json({ status: 'ready' as const, generation: index().generation, notes: [...notes] }, 200);
  });
}
