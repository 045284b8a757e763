import { createRoute, z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { commitmentDetailSchema, registerPageSchema, registerQuerySchema } from '../../contract/commitments.ts';
import { exportCommitments, listCommitments, readCommitment } from '../../insight/commitments.ts';
import { requireCaller } from './callers.ts';
import { failures, jsonContent, jsonResponse, linksTo } from './described-responses.ts';
import type { HttpEnv } from './parts.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/api/commitments',
  operationId: 'listCommitments',
  summary: 'The register of commitments',
  description:
    'What the documents commit to, in document and reading order, in pages; or all that fit as CSV, with what a spreadsheet would run as a formula made text.',
  middleware: requireCaller,
  request: { query: registerQuerySchema },
  responses: {
    200: {
      description: 'A page of the register.',
      content: { ...jsonContent(registerPageSchema), 'text/csv': { schema: z.string() } },
      links: linksTo(['readCommitment'], '/commitments/0/id'),
    },
    ...failures(400, 401),
  },
});

const commitmentRoute = createRoute({
  method: 'get',
  path: '/api/commitments/{id}',
  operationId: 'readCommitment',
  summary: 'One commitment',
  description: 'A commitment with what other documents may say of the same undertaking, best first.',
  middleware: requireCaller,
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonResponse(commitmentDetailSchema, 'The commitment.'), ...failures(401, 404) },
});

export function addCommitmentRoutes(app: OpenAPIHono<HttpEnv>): void {
  app.openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    if (query.format === 'json') return c.json(await listCommitments(c.get('index'), query), 200);
    return c.body(await exportCommitments(c.get('index'), query), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="commitments.csv"',
    });
  });
  app.openapi(commitmentRoute, async (c) => c.json(await readCommitment(c.get('index'), c.req.valid('param').id), 200));
}
