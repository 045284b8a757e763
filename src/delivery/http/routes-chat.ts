// The way from a request to a chat connection. Whatever may be refused is refused before the upgrade.
import { upgradeWebSocket } from '@hono/node-server';
import type { Hono, MiddlewareHandler } from 'hono';
import { callerOf, requireCaller } from './callers.ts';
import type { HttpEnv, HttpParts } from './parts.ts';
import { refuse } from './refusal.ts';
import type { OpenChat } from '../ws/chat-door.ts';

/** The only address that upgrades. */
export const chatPath = '/api/chat';

export function addChatRoute(app: Hono<HttpEnv>, { chat }: HttpParts): void {
  const upgrade = upgradeWebSocket((c) => {
    const caller = callerOf(c);
    chat.requireOpen();
    let open: OpenChat | null = null;
    return {
      onOpen: (_event, { raw }) => void (open = chat.open(raw, caller, c.env.incoming?.socket)),
      onMessage: ({ data }) => open?.receive(data),
      onClose: () => open?.closed(),
    };
  });
  app.get(chatPath, requireCaller, requireUpgrade, upgrade);
}

const requireUpgrade: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (c.req.header('upgrade')?.toLowerCase() === 'websocket') return next();
  c.header('upgrade', 'websocket');
  const message = 'This address takes WebSocket connections only.';
  return refuse(c, { status: 426, code: 'upgrade-required', message });
};
