// A file that is kept in memory and served compressed to whoever can read that.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import type { HttpEnv } from './parts.ts';
import type { StaticFile } from './read-static-files.ts';

/** Nine parts of ten of what the slowest setting saves, in a tenth of its time. */
const brotliQuality = 9;

/** Compresses it once, here. */
export function addStaticFile(app: Hono<HttpEnv>, { address, type, cacheControl, body }: StaticFile): void {
  const encoded = {
    br: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
    gzip: gzipSync(body),
  };
  app.get(address, (c) => {
    const headers = { 'content-type': type, 'cache-control': cacheControl, vary: 'accept-encoding' };
    const encoding = encodingFor(c);
    if (encoding === null) return c.body(new Uint8Array(body), 200, headers);
    return c.body(new Uint8Array(encoded[encoding]), 200, { ...headers, 'content-encoding': encoding });
  });
}

/** What is refused by a quality of 0 is asked for by nobody in practice; such a client gets the file as it is. */
function encodingFor(c: Context<HttpEnv>): 'br' | 'gzip' | null {
  const accepted = (c.req.header('accept-encoding') ?? '').split(',').map((each) => each.trim().toLowerCase());
  if (accepted.some((each) => /;\s*q=0(?:\.0*)?$/u.test(each))) return null;
  const names = accepted.map((each) => each.split(';')[0]);
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null;
}
