// MCP over HTTP. Nothing is held between requests: each has its own server and its own transport.
import {
  createMcpHandler,
  isLegacyRequest,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import { createMcpServer } from './create-server.ts';
import type { McpParts, McpSession } from './parts.ts';

export interface McpDoor {
  /** Answers one POST whose sender, media type and size were checked before. */
  handle(request: Request, session: McpSession): Promise<Response>;
}

export function createMcpDoor(parts: McpParts): McpDoor {
  const onerror = (): void => parts.log('debug', 'mcp-request-refused');
  return {
    async handle(request, session) {
      if (isBatch(await request.clone().text())) return refuseBatch();
      // Clients of the 2025 revisions first shake hands; those of 2026 say with each request what they can do.
      if (await isLegacyRequest(request)) return answerLegacy(request, parts, session);
      const options = { legacy: 'reject', maxSubscriptions: 0, onerror } as const;
      return createMcpHandler(() => createMcpServer(parts, session), options).fetch(request);
    },
  };
}

/** As JSON in one piece: no stream is left open, and the request ends when its work does. */
async function answerLegacy(request: Request, parts: McpParts, session: McpSession): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = createMcpServer(parts, session);
  await server.connect(transport);
  try {
    return await Promise.race([transport.handleRequest(request), abortOf(session.signal)]);
  } finally {
    await server.close();
  }
}

/** Rejects when nobody waits for the answer any more. */
function abortOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal?.reason);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** A batch holds all its results in memory at once, and one message of it can cancel another, which is then never answered. */
function isBatch(body: string): boolean {
  return body.trimStart().startsWith('[');
}

function refuseBatch(): Response {
  const error = { code: -32_600, message: 'Send one message a request; batches are not taken.' };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 400 });
}
