// The few files that the pages load: style sheets, scripts and pictures of web/ itself, and the bundle of the chat.
import type { Hono } from 'hono';
import type { HttpEnv, HttpParts } from './parts.ts';
import { readStaticFiles } from './read-static-files.ts';
import { addStaticFile } from './static-file.ts';

/** The folder web/ of the project, whether this file runs as a source or from dist/. */
export const webFolder = new URL(
  import.meta.url.endsWith('.ts') ? '../../../web/' : '../../../../web/',
  import.meta.url,
);

/** Ten minutes, in seconds: these keep their names when they change. */
const cacheControl = 'public, max-age=600';

export function addAssets(app: Hono<HttpEnv>, { built }: Pick<HttpParts, 'built'>): void {
  for (const file of [...readStaticFiles(webFolder, cacheControl), ...(built?.files ?? [])]) addStaticFile(app, file);
}
