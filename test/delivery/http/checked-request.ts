// Requests whose responses are held to the OpenAPI document that the app itself serves.
import { expect } from 'vitest';
import { z } from 'zod';
import { errorSchema } from '../../../src/contract/errors.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

const contentShape = z.record(z.string(), z.object({ schema: z.unknown() }));
const responseShape = z.object({ description: z.string(), content: contentShape.optional() });
const operationShape = z.object({ responses: z.record(z.string(), responseShape) });
export const openApiShape = z.object({
  openapi: z.string(),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
});
export type OpenApi = z.infer<typeof openApiShape>;

export async function openApiOf({ app }: MadeUpApp): Promise<OpenApi> {
  return openApiShape.parse(await (await app.request('/api/openapi.json')).json());
}

/** Sends the request and checks status and body against what the document declares; undeclared routes must refuse in the error's shape. */
export async function checkedRequest(
  made: MadeUpApp,
  address: string,
  init: RequestInit = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await made.app.request(address, init);
  const openApi = await openApiOf(made);
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const text = await response.text();
  const body: unknown = type === 'application/json' ? JSON.parse(text) : text;
  const path = new URL(address, 'http://localhost').pathname;
  const template = Object.keys(openApi.paths).find((each) =>
    new RegExp(`^${each.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(path),
  );
  const operation =
    template === undefined ? undefined : openApi.paths[template]?.[(init.method ?? 'GET').toLowerCase()];
  if (!operation) {
    expect(response.status).toBeGreaterThanOrEqual(400);
    errorSchema.parse(body);
  } else {
    const declared = operation.responses[response.status];
    expect(Object.keys(operation.responses), `status ${response.status} of ${path}`).toContain(String(response.status));
    if (!declared?.content) expect(text).toBe('');
    else schemaOf(openApi, declared.content[type]?.schema).parse(body);
  }
  return { status: response.status, body, headers: response.headers };
}

export function ask(made: MadeUpApp, body: unknown): ReturnType<typeof checkedRequest> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return checkedRequest(made, '/api/ask', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: text,
  });
}

export function messageOf(body: unknown): string {
  return errorSchema.parse(body).error.message;
}

function schemaOf(openApi: OpenApi, schema: unknown): z.ZodType {
  const resolved = resolve(openApi, schema);
  return z.fromJSONSchema(z.record(z.string(), z.json()).parse(resolved));
}

function resolve(openApi: OpenApi, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((part) => resolve(openApi, part));
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$ref' in schema)
    return resolve(openApi, openApi.components.schemas[String(schema.$ref).split('/').at(-1) ?? '']);
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, resolve(openApi, value)]));
}
