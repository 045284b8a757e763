// Responses as the OpenAPI document declares them.
import type { z } from '@hono/zod-openapi';
import { errorSchema } from '../../contract/errors.ts';

const failureDescriptions = {
  400: 'The request cannot be understood or asks for the impossible; the message says what to change.',
  403: 'The Host is not ours, or a page of another site sent the request.',
  404: 'There is nothing under this id.',
  413: 'The body is larger than 65,536 bytes.',
  415: 'The body is not application/json.',
  500: 'A fault inside Bluelamp; the log has it under the request id.',
  503: 'A part of the service is away; Retry-After says when to try again.',
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

type Failures<Status extends number> = Record<
  Status,
  { description: string; content: JsonContent<typeof errorSchema> }
>;

/** The statuses with which a route may fail beside 403, 500 and 503, which any may. */
export function failures<Status extends FailureStatus = never>(
  ...statuses: readonly Status[]
): Failures<Status | 403 | 500 | 503> {
  const entries = ([403, 500, 503, ...statuses] as const).map((status) => [
    status,
    jsonResponse(errorSchema, failureDescriptions[status]),
  ]);
  // `fromEntries` forgets its keys; they are exactly the statuses listed.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(entries) as Failures<Status | 403 | 500 | 503>;
}
