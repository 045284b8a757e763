// The bundle of the chat, as it was built into dist/web/app.
import { readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { z } from '@hono/zod-openapi';
import type { ChatBundle } from '../../../web/render-page.ts';

export interface StaticFile {
  readonly address: string;
  readonly type: string;
  readonly cacheControl: string;
  readonly body: Buffer;
}

export interface BuiltPage extends ChatBundle {
  readonly files: readonly StaticFile[];
}

/** Whether this file runs as a source or from dist/. */
const usualFolder = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/web/app/' : '../../../web/app/',
  import.meta.url,
);

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

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
  const files = readdirSync(folder).flatMap((name): StaticFile[] => {
    const type = types[extname(name)];
    if (type === undefined) return [];
    return [{ address: addressOf(name), type, cacheControl, body: readFileSync(new URL(name, folder)) }];
  });
  return { script: addressOf(file), styles: css.map(addressOf), files };
}

function addressOf(name: string): string {
  return `/assets/${name}`;
}
