import { createRoute, z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  conversationSchema,
  exportFormats,
  exportedConversationSchema,
  feedbackSchema,
} from '../../contract/conversations.ts';
import { AppError } from '../../domain/errors.ts';
import { callerOf, requireCaller } from './callers.ts';
import { failures, jsonContent, jsonResponse } from './described-responses.ts';
import { limitBody, requireJson } from './guards.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const params = z.object({ id: z.string() });

const readRoute = createRoute({
  method: 'get',
  path: '/api/conversations/{id}',
  operationId: 'readConversation',
  summary: 'One conversation',
  description: 'Its questions and answers in the order in which they were asked.',
  middleware: requireCaller,
  request: { params },
  responses: { 200: jsonResponse(conversationSchema, 'The conversation.'), ...failures(401, 404, 429) },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/conversations/{id}',
  operationId: 'deleteConversation',
  summary: 'Delete a conversation',
  description: 'With its answers and the feedback on them; what is being answered in it is stopped.',
  middleware: requireCaller,
  request: { params },
  responses: { 204: { description: 'It is deleted.' }, ...failures(401, 404, 429) },
});

const exportRoute = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/export',
  operationId: 'exportConversation',
  summary: 'A conversation to keep',
  description: 'Markdown for people, JSON for programs.',
  middleware: requireCaller,
  request: {
    params,
    query: z.object({
      format: z.enum(exportFormats, `"format" must be one of ${exportFormats.join(', ')}.`).default('md'),
    }),
  },
  responses: {
    200: {
      description: 'The conversation as a file.',
      content: { 'text/markdown': { schema: z.string() }, ...jsonContent(exportedConversationSchema) },
    },
    ...failures(400, 401, 404, 429),
  },
});

const feedbackRoute = createRoute({
  method: 'post',
  path: '/api/feedback',
  operationId: 'judge',
  summary: 'Judge an answer',
  description: 'Says whether an answer helped; a second verdict on the same answer replaces the first.',
  middleware: [requireCaller, requireJson, limitBody],
  request: { body: { required: true, content: jsonContent(feedbackSchema) } },
  responses: { 204: { description: 'The verdict is kept.' }, ...failures(400, 401, 404, 413, 415, 429) },
});

export function addConversationRoutes(app: OpenAPIHono<HttpEnv>, { conversations, records }: HttpParts): void {
  /** Whose request it is. @throws AppError `too-many-requests`: what is kept is not read or judged without end. */
  const ownerOf = (c: Context<HttpEnv>): string => {
    const { owner, client } = callerOf(c);
    const wait = records.take(client);
    if (wait === 0) return owner;
    const message = `You have read or changed conversations as often as one minute allows. Go on in ${wait} seconds.`;
    throw new AppError('too-many-requests', message, { retryAfterSeconds: wait });
  };
  app.openapi(readRoute, async (c) => {
    const id = knownForm(c.req.valid('param').id);
    return c.json(await conversations.read(id, ownerOf(c), c.get('requestId')), 200);
  });
  app.openapi(removeRoute, async (c) => {
    await conversations.remove(knownForm(c.req.valid('param').id), ownerOf(c), c.get('requestId'));
    return c.body(null, 204);
  });
  app.openapi(exportRoute, async (c) => {
    const id = knownForm(c.req.valid('param').id);
    const { format } = c.req.valid('query');
    const text = await conversations.exportAs(id, ownerOf(c), format, c.get('requestId'));
    const type = format === 'json' ? 'application/json' : 'text/markdown; charset=utf-8';
    const disposition = `attachment; filename="bluelamp-${id}.${format}"`;
    return c.body(text, 200, { 'content-type': type, 'content-disposition': disposition });
  });
  app.openapi(feedbackRoute, async (c) => {
    const owner = ownerOf(c);
    await conversations.giveFeedback({ ...c.req.valid('json'), owner, requestId: c.get('requestId') });
    return c.body(null, 204);
  });
}

/** What cannot be an id is asked of no store and told to no log. @throws AppError `not-found`. */
function knownForm(id: string): string {
  if (/^[\w-]{1,64}$/u.test(id)) return id;
  throw new AppError('not-found', 'There is no conversation with this id.');
}
