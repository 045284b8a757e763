// Reads one source file into text, or says why it cannot be read.
import { createHash } from 'node:crypto';
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export type Extracted =
  | { readonly kind: 'text'; readonly text: string; readonly sha256: string; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Largest source file that is read, in bytes. */
const largestFile = 20 * 1024 * 1024;
/** More unreadable characters than this share of the text, and it is not text in UTF-8. */
const tolerated = 0.02;

/** Whether a file of this name is a source document. */
export function isSourceFile(name: string): boolean {
  return /\.(?:txt|md|markdown)$/iu.test(name) && !name.startsWith('.');
}

/** The file's text, byte order mark left out and otherwise unchanged. */
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
  return decode(bytes);
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

function decode(bytes: Buffer): Extracted {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { kind: 'refused', reason: 'it is UTF-16; save it as UTF-8' };
  if (bytes.includes(0)) return { kind: 'refused', reason: 'it holds NUL bytes, so it is not plain text' };
  // The decoder drops a byte order mark by itself.
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = countNewReplacements(bytes, text);
  if (broken > text.length * tolerated) return { kind: 'refused', reason: 'it is not UTF-8; save it as UTF-8' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'refused', reason: 'it holds no words' };
  const notes = broken > 0 ? [`${broken} characters are not valid UTF-8 and read as U+FFFD`] : [];
  return { kind: 'text', text, sha256: createHash('sha256').update(bytes).digest('hex'), notes };
}

/** U+FFFD that decoding brought in, beyond those that stand in the file itself. */
function countNewReplacements(bytes: Buffer, text: string): number {
  const count = (value: string): number => value.split('\ufffd').length - 1;
  const own = bytes.toString('latin1').split('\u00ef\u00bf\u00bd').length - 1;
  return Math.max(0, count(text) - own);
}
