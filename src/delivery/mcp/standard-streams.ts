// MCP over standard input and output, for the one program that started this one. Standard output carries nothing else.
import { once } from 'node:events';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer } from './create-server.ts';
import type { McpParts, McpSession } from './parts.ts';

export interface McpConnection {
  /** Resolves when the other program has closed its end. */
  readonly ended: Promise<void>;
  /** Stops what is under way and lets the streams go. */
  close(): Promise<void>;
}

export function serveStandardStreams(parts: McpParts, session: McpSession): McpConnection {
  const { stdin } = process;
  const ended = Promise.race([once(stdin, 'end'), once(stdin, 'close')]).then(() => undefined);
  const onerror = ({ message }: Error): void => parts.log('debug', 'mcp-message-refused', { length: message.length });
  const handle = serveStdio(() => createMcpServer(parts, session), { onerror });
  return { ended, close: () => handle.close() };
}
