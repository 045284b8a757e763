// Responses as the OpenAPI document declares them.
import type { z } from '@hono/zod-openapi';
import { errorSchema } from '../../contract/errors.ts';

const failureDescriptions = {
  400: 'The request cannot be understood or asks for the impossible; the message says what to change.',
  401: 'The service asks for a token, and none of its own came with the request.',
  403: 'The Host is not ours, or a page of another site sent the request.',
  404: 'There is nothing under this id.',
  408: 'The request took too long to arrive.',
  409: 'The last question of this conversation is still being answered.',
  413: 'The body is larger than 65,536 bytes.',
  415: 'The body is not application/json.',
  429: 'More questions than a client may ask in a minute; Retry-After says when to go on.',
  431: 'The address and the headers are too long.',
  500: 'A fault inside Bluelamp; the log has it under the request id.',
  503: 'A part of the service is away, or it has too much to do; Retry-After says when to try again.',
  504: 'The work took too long and was stopped.',
} as const;
type FailureStatus = keyof typeof failureDescriptions;

// A type alias, for an interface would not fit the index signature of the route's configuration.
type JsonContent<Schema> = { 'application/json': { schema: Schema } };

export function jsonContent<Schema extends z.ZodType>(schema: Schema): JsonContent<Schema> {
  return { 'application/json': { schema } };
}

export function jsonResponse<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
): { description: string; content: JsonContent<Schema> } {
  return { description, content: jsonContent(schema) };
}

/** What any request may come to. */
const alwaysPossible = [403, 408, 431, 500, 503] as const;
type AlwaysPossible = (typeof alwaysPossible)[number];

/** Says that a response names what other operations take as their `id`. @param id where it stands, as a JSON pointer into the body. */
export function linksTo(operationIds: readonly string[], id: string): Record<string, object> {
  const links = operationIds.map((operationId) => [
    operationId,
    { operationId, parameters: { id: `$response.body#${id}` } },
  ]);
  return Object.fromEntries(links);
}

type Failures<Status extends number> = Record<
  Status,
  { description: string; content: JsonContent<typeof errorSchema> }
>;

/** The statuses with which a route may fail, beside those with which any may. */
export function failures<Status extends FailureStatus = never>(
  ...statuses: readonly Status[]
): Failures<Status | AlwaysPossible> {
  const entries = [...alwaysPossible, ...statuses].map((status) => [
    status,
    jsonResponse(errorSchema, failureDescriptions[status]),
  ]);
  // `fromEntries` forgets its keys; they are exactly the statuses listed.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(entries) as Failures<Status | AlwaysPossible>;
}
