// How every tool is offered and answered: the structure for programs, the same to read, or one sentence on what went wrong.
import type { CallToolResult, McpServer, ServerContext, StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { AppError, toAppError } from '../../domain/errors.ts';
import type { McpParts } from './parts.ts';

export interface ToolOutcome {
  /** As the HTTP interface gives it. */
  readonly structure: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface ToolDescription<Given> {
  readonly name: string;
  readonly title: string;
  /** Written for a model that chooses among tools. */
  readonly description: string;
  readonly input: z.ZodType<Given>;
  readonly output: z.ZodObject;
  readonly run: (given: Given, context: ServerContext) => Promise<ToolOutcome>;
}

/** A tool changes nothing, and looks at nothing outside Bluelamp. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** What `run` throws becomes a result that tells the model what to do; the log has the cause of what nobody foresaw. */
export function addTool<Given>(server: McpServer, { log }: McpParts, tool: ToolDescription<Given>): void {
  const { name, title, description, input, output: outputSchema, run } = tool;
  const config = { title, description, inputSchema: unchecked(input), outputSchema, annotations };
  server.registerTool(name, config, async (given, context): Promise<CallToolResult> => {
    try {
      const { structure, text } = await run(parsed(input, given), context);
      return { content: [{ type: 'text', text }], structuredContent: { ...structure } };
    } catch (thrown) {
      const fault = toAppError(thrown);
      if (fault.code === 'internal' && !isAbort(thrown)) log('error', 'mcp-tool-failed', { tool: name, fault: thrown });
      return { content: [{ type: 'text', text: fault.message }], isError: true };
    }
  });
}

/** Described to clients as it is, but checked by us: the library would put words of its own before each sentence of the schema. */
function unchecked(schema: z.ZodType): StandardSchemaWithJSON<unknown, unknown> {
  return { '~standard': { ...schema['~standard'], validate: (value) => ({ value }) } };
}

/** @throws AppError `invalid-request` with the schema's own sentence. */
function parsed<Given>(schema: z.ZodType<Given>, given: unknown): Given {
  const result = schema.safeParse(given ?? {});
  if (result.success) return result.data;
  throw new AppError('invalid-request', result.error.issues[0]?.message ?? 'The arguments cannot be understood.');
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
