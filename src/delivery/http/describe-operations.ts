// From an OpenAPI document to what a reader wants to know of each operation.
import { z } from '@hono/zod-openapi';
import type { OperationDescription } from '../../../web/render-api-docs.ts';

const schemaShape = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});
type Schema = z.infer<typeof schemaShape>;

const objectShape = z.object({
  properties: z.record(z.string(), schemaShape),
  required: z.array(z.string()).default([]),
});
const parameterShape = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: schemaShape,
});

const operationShape = z.object({
  summary: z.string(),
  description: z.string(),
  parameters: z.array(parameterShape).default([]),
  requestBody: z.object({ content: z.object({ 'application/json': z.object({ schema: schemaShape }) }) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string() })),
});
type Operation = z.infer<typeof operationShape>;

const documentShape = z.object({
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
});

type Parameter = OperationDescription['parameters'][number];

/** In the order in which the routes were added. */
export function describeOperations(document: unknown): OperationDescription[] {
  const { components, paths } = documentShape.parse(document);
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method,
      path,
      summary: operation.summary,
      description: operation.description,
      parameters: [...operation.parameters.map(describeParameter), ...describeBody(operation, components.schemas)],
      responses: Object.entries(operation.responses).map(([status, { description }]) => ({ status, description })),
    })),
  );
}

function describeParameter({ name, in: place, required = false, schema }: z.infer<typeof parameterShape>): Parameter {
  return { name, place, rule: describeRule(schema, required) };
}

function describeBody({ requestBody }: Operation, schemas: Readonly<Record<string, unknown>>): Parameter[] {
  const name = requestBody?.content['application/json'].schema.$ref?.split('/').at(-1);
  const body = objectShape.safeParse(name === undefined ? undefined : schemas[name]);
  if (!body.success) return [];
  const { properties, required } = body.data;
  return Object.entries(properties).map(([field, schema]) => ({
    name: field,
    place: 'body',
    rule: describeRule(schema, required.includes(field)),
  }));
}

function describeRule(schema: Schema, isRequired: boolean): string {
  const { type, minimum, maximum, maxLength, enum: values, default: fallback } = schema;
  const rules = [
    isRequired ? 'required' : null,
    type === undefined ? null : [type].flat().join(' or '),
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : null,
    maxLength === undefined ? null : `at most ${maxLength.toLocaleString('en-GB')} characters`,
    values ? `one of ${values.join(', ')}` : null,
    fallback === undefined ? null : `default ${fallback}`,
  ];
  return rules.filter((rule) => rule !== null).join(', ');
}
