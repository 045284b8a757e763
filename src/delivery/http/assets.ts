// The few files that the pages load. They are read once, by names that stand here; no address is ever joined to a path.
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { HttpEnv, HttpParts } from './parts.ts';
import { addStaticFile } from './static-file.ts';

/** The folder web/ of the project, whether this file runs as a source or from dist/. */
export const webFolder = new URL(
  import.meta.url.endsWith('.ts') ? '../../../web/' : '../../../../web/',
  import.meta.url,
);

const assets = [
  { name: 'styles.css', type: 'text/css; charset=utf-8' },
  { name: 'asking.css', type: 'text/css; charset=utf-8' },
  { name: 'guide.css', type: 'text/css; charset=utf-8' },
  { name: 'reader.css', type: 'text/css; charset=utf-8' },
  { name: 'register.css', type: 'text/css; charset=utf-8' },
  { name: 'reading.css', type: 'text/css; charset=utf-8' },
  { name: 'insight.css', type: 'text/css; charset=utf-8' },
  { name: 'reader.js', type: 'text/javascript; charset=utf-8' },
  { name: 'lamp.svg', type: 'image/svg+xml' },
] as const;

export function addAssets(app: Hono<HttpEnv>, { built }: Pick<HttpParts, 'built'>): void {
  for (const { name, type } of assets) {
    const body = readFileSync(new URL(name, webFolder));
    addStaticFile(app, { address: `/assets/${name}`, type, cacheControl: 'public, max-age=600', body });
  }
  for (const file of built?.files ?? []) addStaticFile(app, file);
}
