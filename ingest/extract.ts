// Reads one source file into text, or says why it cannot be read.
import { createHash } from 'node:crypto';
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { clean } from './clean.ts';
import type { SourceFormat } from './clean.ts';
import { decode } from './decode.ts';

export type Extracted =
  | { readonly kind: 'text'; readonly text: string; readonly sha256: string; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Largest source file that is read, in bytes. */
const largestFile = 20 * 1024 * 1024;
/** Whether a file of this name is a source document. */
export function isSourceFile(name: string): boolean {
  return /\.(?:txt|md|markdown)$/iu.test(name) && !name.startsWith('.');
}

/** The file's words as `clean` leaves them; a file without markup or odd characters is unchanged but for its byte order mark. */
export async function extract(path: string): Promise<Extracted> {
  let bytes: Buffer;
  try {
    if (await leadsOutside(path)) return { kind: 'refused', reason: 'it is a link to a file outside the folder' };
    const facts = await stat(path);
    // Reading a pipe would wait for ever.
    if (!facts.isFile())
      return { kind: 'refused', reason: facts.isDirectory() ? 'it is a folder' : 'it is not a regular file' };
    if (facts.size > largestFile) return { kind: 'refused', reason: 'it is larger than 20 MiB' };
    bytes = await readFile(path);
  } catch (cause) {
    return { kind: 'refused', reason: unreadable(cause) };
  }
  if (bytes.length === 0) return { kind: 'refused', reason: 'it is empty' };
  return read(bytes, { isMarkdown: /\.(?:md|markdown)$/iu.test(path) });
}

/** A link could show any file of the machine to whoever may ask. */
async function leadsOutside(path: string): Promise<boolean> {
  if (!(await lstat(path)).isSymbolicLink()) return false;
  return dirname(await realpath(path)) !== (await realpath(dirname(path)));
}

function unreadable(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';
  if (code === 'EACCES' || code === 'EPERM') return 'its permissions do not allow it to be read';
  return `it cannot be read (${code})`;
}

/** The words of the bytes, and all that was done to have them, so that an operator can put the source right. */
function read(bytes: Buffer, format: SourceFormat): Extracted {
  const decoded = decode(bytes);
  if (decoded.kind === 'refused') return decoded;
  const { text, notes } = clean(decoded.text, format);
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'refused', reason: 'it holds no words' };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'text', text, sha256, notes: [...decoded.notes, ...notes] };
}
