// Folders that are made where they can be, and a clear end where they cannot.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolders } from '../../src/files/make-folders.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bluelamp-folders-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('making folders', () => {
  it('makes all that are missing, with the rights asked for, and leaves what is there', async () => {
    const path = join(folder, 'one', 'two', 'three');
    await Promise.all([makeFolders(path, 0o700), makeFolders(path, 0o700), makeFolders(join(folder, 'one'), 0o700)]);
    await makeFolders(path);
    for (const made of [path, join(folder, 'one')]) expect((await stat(made)).mode & 0o777).toBe(0o700);
  });

  it('ends with the cause below a file, and below a folder that takes no entries', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(makeFolders(join(folder, 'file', 'below', 'it'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(makeFolders('/proc/no-such-process/below/it')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
