// What the MCP channel is made of; whoever composes the program hands it in.
import type { Asks } from '../../admission/asks.ts';
import type { Caller } from '../../admission/caller.ts';
import type { Log, PassageIndex } from '../../ports.ts';

export interface McpParts {
  readonly asks: Asks;
  /** The generation that serves at this moment, held open until it is released. */
  readonly lease: () => { readonly index: PassageIndex; readonly release: () => void };
  /** The whole address under which the reader shows a span of a document. */
  readonly permalink: (place: { readonly documentId: string; readonly start: number; readonly end: number }) => string;
  readonly log: Log;
}

/** On whose behalf one server works, and until when. */
export interface McpSession {
  readonly caller: Caller;
  /** For the audit log. */
  readonly requestId: string;
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal;
}

/** The index that serves now, for one piece of work. */
export async function withIndex<Result>(
  { lease }: McpParts,
  work: (index: PassageIndex) => Promise<Result>,
): Promise<Result> {
  const { index, release } = lease();
  try {
    return await work(index);
  } finally {
    release();
  }
}
