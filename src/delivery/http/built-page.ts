// The bundle of the chat, as it was built into dist/web/app.
import { readFileSync } from 'node:fs';
import { z } from '@hono/zod-openapi';
import type { ChatBundle } from '../../../web/render-page.ts';
import { addressOf, readStaticFiles } from './read-static-files.ts';
import type { StaticFile } from './read-static-files.ts';

export interface BuiltPage extends ChatBundle {
  readonly files: readonly StaticFile[];
}

/** Whether this file runs as a source or from dist/. */
const usualFolder = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/web/app/' : '../../../web/app/',
  import.meta.url,
);

/** A year, in seconds: a file's name changes with what it holds. */
const cacheControl = 'public, max-age=31536000, immutable';

const manifestSchema = z.object({
  'main.tsx': z.object({ file: z.string(), css: z.array(z.string()).default([]) }),
});

/** @returns null where no bundle was built; the pages then do without. */
export function readBuiltPage(folder: URL = usualFolder): BuiltPage | null {
  let manifest: string;
  try {
    manifest = readFileSync(new URL('manifest.json', folder), 'utf8');
  } catch {
    return null;
  }
  const { file, css } = manifestSchema.parse(JSON.parse(manifest))['main.tsx'];
  return { script: addressOf(file), styles: css.map(addressOf), files: readStaticFiles(folder, cacheControl) };
}
