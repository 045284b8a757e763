// Every file operation of an ingest fails once, one after the other; the index that served must go on serving.
import { truncateSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskFiles, type DurableFiles } from '../../index/durable-files.ts';
import { AppError } from '../../src/domain/errors.ts';
import { makeUpInput, temporaryFolder } from './made-up-corpus.ts';
import { ingest, openForTest } from './published-index.ts';

const faultless = Infinity;

/** Files of which the operation number `failing`, counted from 0, fails with `code`. */
function failingFiles(failing: number, code: string): { files: DurableFiles; calls: string[] } {
  const calls: string[] = [];
  const count = async (call: string): Promise<void> => {
    calls.push(call);
    if (calls.length - 1 === failing) throw Object.assign(new Error(`${code}: made to fail`), { code });
  };
  const files: DurableFiles = {
    makeFolder: (path) => count(`makeFolder ${path}`).then(() => diskFiles.makeFolder(path)),
    write: (path, content) => count(`write ${path}`).then(() => diskFiles.write(path, content)),
    sync: (path) => count(`sync ${path}`).then(() => diskFiles.sync(path)),
    rename: (from, to) => count(`rename ${to}`).then(() => diskFiles.rename(from, to)),
    remove: (path) => count(`remove ${path}`).then(() => diskFiles.remove(path)),
  };
  return { files, calls };
}

async function callsOfAnIngest(): Promise<string[]> {
  const { files, calls } = failingFiles(faultless, '');
  await ingest(temporaryFolder(), makeUpInput(), { files });
  return calls;
}

describe('an ingest of which a file operation fails', () => {
  it('I2: says which file failed and why, and leaves the old generation serving, whichever operation it is', async () => {
    const indexDir = temporaryFolder();
    const first = await ingest(indexDir, makeUpInput());
    const total = (await callsOfAnIngest()).length;
    let failures = 0;
    for (let failing = 0; failing < total; failing += 1) {
      const { files, calls } = failingFiles(failing, 'EIO');
      const error = await ingest(indexDir, makeUpInput({ seed: 2 }), { files }).then(() => null, toError);
      if (error === null) continue; // what fails while pruning is only logged, see below
      failures += 1;
      expect(error).toBeInstanceOf(AppError);
      expect(String(error)).toContain('EIO');
      expect(String(error)).toContain(indexDir);
      const { index, notes } = await openForTest(indexDir);
      expect([index.generation, notes], calls[failing]).toEqual([first, []]);
      expect(readdirSync(join(indexDir, 'versions')), calls[failing]).toEqual([first]);
    }
    expect(failures).toBe(total);
  });

  it('leaves no index where there was none', async () => {
    const total = (await callsOfAnIngest()).length;
    const indexDir = temporaryFolder();
    for (let failing = 0; failing < total; failing += 1) {
      await expect(ingest(indexDir, makeUpInput(), failingFiles(failing, 'EIO'))).rejects.toBeInstanceOf(AppError);
      await expect(openForTest(indexDir)).rejects.toMatchObject({ code: 'index-missing' });
    }
  });

  it('publishes though the old generations cannot be removed', async () => {
    const indexDir = temporaryFolder();
    for (const seed of [1, 2]) await ingest(indexDir, makeUpInput({ seed }));
    const last = (await callsOfAnIngest()).length; // the first operation of pruning comes after all those of publishing
    const third = await ingest(indexDir, makeUpInput({ seed: 3 }), failingFiles(last, 'EIO'));
    expect((await openForTest(indexDir)).index.generation).toBe(third);
    expect(readdirSync(join(indexDir, 'versions'))).toHaveLength(3);
  });

  it('I3: calls a full disk by its name', async () => {
    const indexDir = temporaryFolder();
    const first = await ingest(indexDir, makeUpInput());
    const calls = await callsOfAnIngest();
    for (const [failing, call] of calls.entries()) {
      if (!call.startsWith('write')) continue;
      const { files } = failingFiles(failing, 'ENOSPC');
      await expect(ingest(indexDir, makeUpInput({ seed: 2 }), { files })).rejects.toMatchObject({ code: 'disk-full' });
    }
    expect((await openForTest(indexDir)).index.generation).toBe(first);
  });

  it('F1: notices a graph that hnswlib wrote short without a word', async () => {
    const indexDir = temporaryFolder();
    const first = await ingest(indexDir, makeUpInput());
    for (const share of [0, 0.25, 0.5, 0.999]) {
      const files: DurableFiles = {
        ...diskFiles,
        sync: async (path) => {
          if (path.endsWith('.hnsw')) truncateSync(path, Math.floor(statSync(path).size * share));
          await diskFiles.sync(path);
        },
      };
      const run = ingest(indexDir, makeUpInput({ seed: 2 }), { files });
      await expect(run).rejects.toMatchObject({ code: 'disk-full' });
      await expect(run).rejects.toThrow('vectors.hnsw');
    }
    expect((await openForTest(indexDir)).index.generation).toBe(first);
  });

  it('I4: has every file on disk before the folder gets its name, and the folder before the pointer', async () => {
    const calls = (await callsOfAnIngest()).map((call) =>
      call.replace(/\S*\/(?=[^/]+$)/, '').replace(/g-\d{8}T\S+/, 'id'),
    );
    expect(calls).toEqual([
      'remove .staging-id',
      'makeFolder .staging-id',
      'sync corpus.sqlite',
      'write vectors.f32',
      'sync vectors.hnsw',
      'write manifest.json',
      'sync .staging-id',
      'rename id',
      'sync versions',
      'write CURRENT.new',
      'rename CURRENT',
      expect.stringMatching(/^sync bluelamp-index-/),
    ]);
  });
});

describe('an index folder that cannot be made', () => {
  it('is named in the error', async () => {
    const indexDir = join(temporaryFolder(), 'file');
    await diskFiles.write(indexDir, 'not a folder');
    await expect(ingest(indexDir, makeUpInput())).rejects.toThrow();
    expect(existsSync(indexDir)).toBe(true);
  });
});

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('not an error was thrown');
}
