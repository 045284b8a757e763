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
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}
