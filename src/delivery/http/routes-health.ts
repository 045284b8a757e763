import { createRoute, z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { aliveSchema, readySchema } from '../../contract/health.ts';
import { AppError } from '../../domain/errors.ts';
import { failures, jsonResponse } from './described-responses.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const aliveRoute = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'isAlive',
  summary: 'Alive',
  description: 'The process runs and answers; `health` says whether anything is amiss, and `notes` what.',
  responses: { 200: jsonResponse(aliveSchema, 'Alive.'), ...failures() },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'isReady',
  summary: 'Ready',
  description: 'The index is open and the embedder warm; otherwise 503, and the message says why.',
  responses: { 200: jsonResponse(readySchema, 'Ready.'), ...failures() },
});

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'readMetrics',
  summary: 'Metrics',
  description: 'Counts and times in the text format of Prometheus.',
  responses: { 200: { description: 'The metrics.', content: { 'text/plain': { schema: z.string() } } }, ...failures() },
});

/** None of these needs a token: they tell nothing of readers, questions and documents. */
export function addHealthRoutes(app: OpenAPIHono<HttpEnv>, { health, metrics }: HttpParts): void {
  app.openapi(aliveRoute, (c) => {
    const { notReady, notes } = health();
    const amiss = [...notReady, ...notes];
    return c.json({ status: 'alive', health: amiss.length === 0 ? 'ok' : 'degraded', notes: amiss } as const, 200);
  });
  app.openapi(readyRoute, (c) => {
    const { notReady, notes } = health();
    if (notReady.length > 0) throw new AppError('not-ready', notReady.join(' '));
    return c.json({ status: 'ready' as const, generation: c.get('index').generation, notes: [...notes] }, 200);
  });
  app.openapi(metricsRoute, async (c) => c.text(await metrics.render(), 200, { 'content-type': metrics.contentType }));
}
