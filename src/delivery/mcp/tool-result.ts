// What a tool gives back: the structure for programs, the same to read, or one sentence on what went wrong.
import type { CallToolResult } from '@modelcontextprotocol/server';
import { toAppError } from '../../domain/errors.ts';
import type { Log } from '../../ports.ts';

export interface Outcome {
  /** As the HTTP interface gives it. */
  readonly structure: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Runs a tool's work. Whatever it throws becomes a result that tells the model what to do; the log has the cause of what nobody foresaw. */
export async function toolResult(log: Log, tool: string, work: () => Promise<Outcome>): Promise<CallToolResult> {
  try {
    const { structure, text } = await work();
    return { content: [{ type: 'text', text }], structuredContent: { ...structure } };
  } catch (thrown) {
    const fault = toAppError(thrown);
    if (fault.code === 'internal' && !isAbort(thrown)) log('error', 'mcp-tool-failed', { tool, fault: thrown });
    return { content: [{ type: 'text', text: fault.message }], isError: true };
  }
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}
