// The files that a browser loads with a page, read once when the service starts.
import { readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';

export interface StaticFile {
  readonly address: string;
  readonly type: string;
  readonly cacheControl: string;
  readonly body: Buffer;
}

/** What a browser loads with a page. Files of other kinds are not served. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of a folder, not of those within, that a page loads. No address is ever joined to a path. */
export function readStaticFiles(folder: URL, cacheControl: string): readonly StaticFile[] {
  return readdirSync(folder).flatMap((name): StaticFile[] => {
    const type = types[extname(name)];
    if (type === undefined) return [];
    return [{ address: addressOf(name), type, cacheControl, body: readFileSync(new URL(name, folder)) }];
  });
}

/** Where a file of this name is served. */
export function addressOf(name: string): string {
  return `/assets/${name}`;
}
