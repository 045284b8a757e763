import { createRoute } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AskRequest, Asks } from '../../admission/asks.ts';
import type { ConversationEvent } from '../../chat/conversations.ts';
import { answerSchema, askSchema } from '../../contract/answer.ts';
import { callerOf, requireCaller } from './callers.ts';
import { failures, jsonContent, jsonResponse, linksTo } from './described-responses.ts';
import { filtersOf } from '../../domain/filters.ts';
import { limitBody, requireJson } from './guards.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const askRoute = createRoute({
  method: 'post',
  path: '/api/ask',
  operationId: 'ask',
  summary: 'Ask a question',
  description:
    'Answers in the exact words of the documents, or says that they do not answer. Without a conversationId a conversation begins. ' +
    'A question that comes again under the same id, over HTTP or the socket, is answered once; one that begins a conversation needs ' +
    'an id of 22 characters or more for that.',
  middleware: [requireCaller, requireJson, limitBody],
  request: { body: { required: true, content: jsonContent(askSchema) } },
  responses: {
    200: {
      ...jsonResponse(answerSchema, 'The answer; its status tells whether the documents gave one.'),
      links: linksTo(['readConversation', 'exportConversation', 'deleteConversation'], '/conversationId'),
    },
    ...failures(400, 401, 404, 409, 413, 415, 429, 504),
  },
});

export function addAskRoute(app: OpenAPIHono<HttpEnv>, { asks }: HttpParts): void {
  app.openapi(askRoute, async (c) => {
    const { id, question, conversationId, explain = false, ...filters } = c.req.valid('json');
    const { answer } = await answered(asks, {
      question,
      explain,
      filters: filtersOf(filters),
      ...(conversationId !== undefined && { conversationId }),
      ...(id !== undefined && { clientMessageId: id }),
      caller: callerOf(c),
      requestId: c.get('requestId'),
      signal: c.req.raw.signal,
    });
    return c.json(answer, 200);
  });
}

type Answered = Extract<ConversationEvent, { readonly type: 'answer' }>;

/** The last event of the answering alone. @throws AppError as `asks.ask`. */
export async function answered(asks: Asks, request: AskRequest): Promise<Answered> {
  for await (const event of asks.ask(request)) if (event.type === 'answer') return event;
  throw new Error('A question ended without an answer.');
}
