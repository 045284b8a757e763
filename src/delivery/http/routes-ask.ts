import { createRoute } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { answerWire } from '../../chat/wire.ts';
import { answerSchema, askSchema } from '../../contract/answer.ts';
import { failures, jsonContent, jsonResponse } from './described-responses.ts';
import { filtersOf } from './filters.ts';
import { limitBody, requireJson } from './guards.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const askRoute = createRoute({
  method: 'post',
  path: '/api/ask',
  summary: 'Ask a question',
  description: 'Answers in the exact words of the documents, or says that they do not answer.',
  middleware: [requireJson, limitBody],
  request: { body: { required: true, content: jsonContent(askSchema) } },
  responses: {
    200: jsonResponse(answerSchema, 'The answer; its status tells whether the documents gave one.'),
    ...failures(400, 413, 415),
  },
});

export function addAskRoute(app: OpenAPIHono<HttpEnv>, { turns, ids }: HttpParts): void {
  app.openapi(askRoute, async (c) => {
    const { question, conversationId = ids(), ...filters } = c.req.valid('json');
    const result = await turns.ask({ question, ...filtersOf(filters), signal: c.req.raw.signal });
    return c.json(answerWire(result, { conversationId, messageId: ids() }), 200);
  });
}
