// MCP over standard input and output, for the one program that started this one. Standard output carries nothing else.
import { PassThrough } from 'node:stream';
import { isJSONRPCNotification, isJSONRPCRequest, isJSONRPCResponse } from '@modelcontextprotocol/server';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { createMcpServer } from './create-server.ts';
import type { McpParts, McpSession } from './parts.ts';

export interface McpConnection {
  /** Resolves when the other program has closed its end and has its answers. */
  readonly ended: Promise<void>;
  /** Stops what is under way and lets the streams go. */
  close(): Promise<void>;
}

/** Milliseconds in which requests under way may be answered once standard input has ended. */
const drainGrace = 5_000;

export function serveStandardStreams(parts: McpParts, session: McpSession): McpConnection {
  const input = new PassThrough();
  const transport = new StdioServerTransport(input, process.stdout);
  const onerror = (): void => parts.log('debug', 'mcp-message-refused');
  const handle = serveStdio(() => createMcpServer(parts, session), { transport, onerror, maxSubscriptions: 0 });
  const idle = watchRequests(transport);
  // The transport drops what it is asked as soon as its input ends. A shell's pipe ends with the last question, so it is not told yet.
  process.stdin.pipe(input, { end: false });
  const ended = new Promise<void>((resolve) => {
    const finish = (): void => {
      setTimeout(resolve, drainGrace).unref();
      // By then what came last has been read.
      setImmediate(() => void idle().then(resolve));
    };
    process.stdin.once('end', finish).once('close', finish).once('error', finish);
  });
  const close = async (): Promise<void> => {
    process.stdin.unpipe(input).destroy();
    await handle.close();
  };
  return { ended, close };
}

/** @returns what resolves when every request that came so far is answered, or cancelled. */
function watchRequests(transport: StdioServerTransport): () => Promise<void> {
  const open = new Set<string | number>();
  let noteIdle: (() => void) | null = null;
  const settle = (id: unknown): void => {
    if (typeof id === 'string' || typeof id === 'number') open.delete(id);
    if (open.size === 0) noteIdle?.();
  };
  const receive = transport.onmessage;
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a transport is listened to by this property alone.
  transport.onmessage = (message: JSONRPCMessage) => {
    if (isJSONRPCRequest(message)) open.add(message.id);
    if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled')
      settle(message.params?.['requestId']);
    receive?.(message);
  };
  const send = transport.send.bind(transport);
  transport.send = async (message) => {
    await send(message);
    if (isJSONRPCResponse(message)) settle(message.id);
  };
  return () =>
    new Promise((resolve) => {
      noteIdle = resolve;
      if (open.size === 0) resolve();
    });
}
