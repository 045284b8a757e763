// Where other assistants connect. Not part of the OpenAPI document: MCP describes itself to its clients.
import type { Hono } from 'hono';
import { callerOf, requireCaller } from './callers.ts';
import { limitBody, requireJson } from './guards.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

export function addMcpRoute(app: Hono<HttpEnv>, { mcp }: Pick<HttpParts, 'mcp'>): void {
  app.post('/mcp', requireCaller, requireJson, limitBody, async (c) => {
    const { signal } = c.req.raw;
    return mcp.handle(c.req.raw, { caller: callerOf(c), requestId: c.get('requestId'), signal });
  });
}
