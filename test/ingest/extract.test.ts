import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract, isSourceFile } from '../../ingest/extract.ts';
import type { Extracted } from '../../ingest/extract.ts';
import { folderWith } from './temporary-folder.ts';

async function extractBytes(content: string | Uint8Array): Promise<Extracted> {
  return extract(join(folderWith({ 'plan.txt': content }), 'plan.txt'));
}

const refused = (reason: string): Extracted => ({ kind: 'refused', reason });
/** Bytes from a fixed seed, none of them zero. */
const noise = Uint8Array.from({ length: 4096 }, (_, index) => (((index + 1) * 2654435761) % 255) + 1);

describe('reading a source file', () => {
  it('gives its text as it stands, line ends and all, without its byte order mark', async () => {
    const text = 'Trust\r\n\tis “earned” \u{1f46e}\n\n';
    expect(await extractBytes(`\ufeff${text}`)).toMatchObject({ kind: 'text', text, notes: [] });
    expect(await extractBytes(text)).toMatchObject({ kind: 'text', text });
  });

  it('gives equal files equal hashes, and others other ones', async () => {
    const [one, same, other] = await Promise.all(['We act.', 'We act.', 'We act!'].map(extractBytes));
    expect(one).toEqual(same);
    expect(one).not.toMatchObject({ sha256: other?.kind === 'text' ? other.sha256 : '' });
  });

  it.each([
    ['an empty file', '', 'it is empty'],
    ['a file with a byte order mark only', '\ufeff', 'it holds no words'],
    ['white space only', ' \n\t\r\n', 'it holds no words'],
    ['marks only', '--- *** …', 'it holds no words'],
    [
      'what begins as UTF-16 and is not',
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00, 0xd8, 0x41, 0x00]),
      'it begins as UTF-16 does and is not; save it as UTF-8',
    ],
    ['UTF-16 without a mark', Buffer.from('We will act.', 'utf16le'), 'it holds NUL bytes, so it is not plain text'],
    [
      'a PDF that was renamed',
      Buffer.from('%PDF-1.7\n\u0000\u0001 stream'),
      'it holds NUL bytes, so it is not plain text',
    ],
    ['noise', noise, 'it is not UTF-8; save it as UTF-8'],
  ])('refuses %s and says why', async (_, content, reason) => {
    expect(await extractBytes(content)).toEqual(refused(reason));
  });

  const wide = Buffer.from('\ufeffWe will act “now”.', 'utf16le');
  it.each([
    ['UTF-16, little end first', wide, 'We will act “now”.', 'it was read as UTF-16'],
    ['UTF-16, big end first', Buffer.from(wide).swap16(), 'We will act “now”.', 'it was read as UTF-16'],
    [
      'Windows-1252',
      Buffer.from('We\x92ll spend \xa338m \x96 at the caf\xe9.', 'latin1'),
      'We’ll spend £38m – at the café.',
      'it is not UTF-8 and was read as Windows-1252',
    ],
    [
      'Latin-1',
      Buffer.from('Le café est à côté: déjà vu', 'latin1'),
      'Le café est à côté: déjà vu',
      'it is not UTF-8 and was read as Windows-1252',
    ],
  ])('reads %s, and says that it did', async (_, content, text, note) => {
    expect(await extractBytes(content)).toMatchObject({ kind: 'text', text, notes: [note] });
  });

  it('reads a file with a few bad bytes, and notes how many', async () => {
    const content = Buffer.concat([
      Buffer.from('We will act. '.repeat(20)),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(' \ufffd of its own'),
    ]);
    const notes = ['2 characters are not valid UTF-8 and read as U+FFFD'];
    expect(await extractBytes(content)).toMatchObject({ kind: 'text', notes });
  });

  it('does not blame a file for replacement characters that it holds itself', async () => {
    expect(await extractBytes('\ufffd\ufffd\ufffd Trust')).toMatchObject({ kind: 'text', notes: [] });
  });

  it('refuses a folder, a missing file, a dangling link and a pipe without waiting on them', async () => {
    const folder = folderWith();
    mkdirSync(join(folder, 'folder.txt'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const names = ['folder.txt', 'missing.txt', 'link.txt', 'pipe.txt'];
    expect(await Promise.all(names.map((name) => extract(join(folder, name))))).toEqual([
      refused('it is a folder'),
      refused('it cannot be read (ENOENT)'),
      refused('it cannot be read (ENOENT)'),
      refused('it is not a regular file'),
    ]);
  });

  it('refuses a file of more than 20 MiB', async () => {
    const path = join(folderWith({ 'plan.txt': 'We act.' }), 'plan.txt');
    truncateSync(path, 20 * 1024 * 1024 + 1);
    expect(await extract(path)).toEqual(refused('it is larger than 20 MiB'));
  });

  it('takes .txt and .md files for sources, and no others', () => {
    const names = [
      'plan.txt',
      'PLAN.MD',
      'a.markdown',
      'plan.pdf',
      'catalogue.json',
      '.hidden.txt',
      'txt',
      'plan.txt.bak',
    ];
    expect(names.filter(isSourceFile)).toEqual(['plan.txt', 'PLAN.MD', 'a.markdown']);
  });
});
