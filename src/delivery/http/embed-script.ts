// The web component that pages of other sites load. What it asks is admitted or refused as all else that such pages send.
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { webFolder } from './assets.ts';
import type { HttpEnv, HttpParts } from './parts.ts';

export function addEmbedScript(app: Hono<HttpEnv>, { allowedOrigins }: Pick<HttpParts, 'allowedOrigins'>): void {
  const body = readFileSync(new URL('embed/bluelamp-chat.js', webFolder), 'utf8');
  // A browser tells no origin with a script, so it is for all sites or for none but ours. It holds nothing but itself.
  const policy = allowedOrigins.length === 0 ? 'same-origin' : 'cross-origin';
  app.get('/embed.js', (c) =>
    c.body(body, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=600',
      'cross-origin-resource-policy': policy,
    }),
  );
}
