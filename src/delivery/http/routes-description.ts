// The OpenAPI document, made from the routes themselves, and the page that shows it to people.
import { createRoute, z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { renderApiDocs } from '../../../web/render-api-docs.ts';
import { documentIdFormat } from '../../contract/answer.ts';
import type { DocumentDescription } from '../../domain/document.ts';
import type { PassageIndex } from '../../ports.ts';
import { describeOperations } from './describe-operations.ts';
import { failures, jsonResponse } from './described-responses.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

const documentRoute = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  operationId: 'describe',
  summary: 'This description',
  description: 'The interface as an OpenAPI 3.1 document.',
  responses: { 200: jsonResponse(z.record(z.string(), z.unknown()), 'The document.'), ...failures() },
});

const pageRoute = createRoute({
  method: 'get',
  path: '/api/docs',
  operationId: 'describeAsPage',
  summary: 'This description, to read',
  description: 'The same as a page.',
  responses: { 200: { description: 'The page.', content: { 'text/html': { schema: z.string() } } }, ...failures() },
});

/** Describes every route of `app`, those added later included. Neither needs a token; which documents there are is told to those who have one. */
export function addDescriptionRoutes(app: OpenAPIHono<HttpEnv>, { tokens }: Pick<HttpParts, 'tokens'>): void {
  let bare: OpenApi | null = null;
  const described = new WeakMap<PassageIndex, OpenApi>();
  const describe = async (c: Context<HttpEnv>): Promise<OpenApi> => {
    bare ??= documentOf(app, tokens !== null);
    if (c.get('caller') === null) return bare;
    const index = c.get('index');
    const known = described.get(index) ?? withDocuments(bare, await index.documents());
    described.set(index, known);
    return known;
  };
  app.openapi(documentRoute, async (c) => c.json(await describe(c), 200));
  app.openapi(pageRoute, async (c) => c.html(renderApiDocs(describeOperations(await describe(c)))));
}

type OpenApi = Record<string, unknown>;

function documentOf(app: OpenAPIHono<HttpEnv>, asksForTokens: boolean): OpenApi {
  if (asksForTokens)
    app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Bluelamp', version: '1' } });
  const operations = Object.values(document.paths ?? {}).flatMap(({ get, post, delete: remove }) => [
    get,
    post,
    remove,
  ]);
  for (const operation of operations)
    if (asksForTokens && operation?.responses && '401' in operation.responses) operation.security = [{ token: [] }];
  return { ...document };
}

const openApiShape = z.record(z.string(), z.unknown());
const documentIdShape = z.looseObject({ format: z.literal(documentIdFormat) });

/** Says which documents can be named: an id of the right form that is none of theirs is refused. */
function withDocuments(document: OpenApi, documents: readonly DocumentDescription[]): OpenApi {
  const ids = documents.map(({ id }) => id);
  const named = (_key: string, value: unknown): unknown =>
    documentIdShape.safeParse(value).success ? { ...documentIdShape.parse(value), enum: ids } : value;
  return openApiShape.parse(JSON.parse(JSON.stringify(document), named));
}
