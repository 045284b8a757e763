// The few files that the pages load. They are read once, by names that stand here; no address is ever joined to a path.
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { HttpEnv } from './parts.ts';

/** The folder web/ of the project, whether this file runs as a source or from dist/. */
export const webFolder = new URL(
  import.meta.url.endsWith('.ts') ? '../../../web/' : '../../../../web/',
  import.meta.url,
);

const assets = [
  { name: 'styles.css', type: 'text/css; charset=utf-8' },
  { name: 'lamp.svg', type: 'image/svg+xml' },
] as const;

export function addAssets(app: Hono<HttpEnv>): void {
  for (const { name, type } of assets) {
    const body = readFileSync(new URL(name, webFolder), 'utf8');
    app.get(`/assets/${name}`, (c) =>
      c.body(body, 200, { 'content-type': type, 'cache-control': 'public, max-age=600' }),
    );
  }
}
