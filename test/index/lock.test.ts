// I8: one ingest at a time.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acquireIngestLock } from '../../index/lock.ts';
import { temporaryFolder } from './made-up-corpus.ts';

it('turns a second ingest away at once, names the process of the first, and leaves nothing behind', async () => {
  const indexDir = join(temporaryFolder(), 'not', 'there', 'yet');
  const lock = await acquireIngestLock(indexDir);
  await expect(acquireIngestLock(indexDir)).rejects.toMatchObject({
    code: 'index-locked',
    message: expect.stringContaining(`An ingest is already running (pid ${process.pid})`),
  });
  await lock.release();
  await (await acquireIngestLock(indexDir)).release();
  expect(readdirSync(indexDir)).toEqual([]);
});
