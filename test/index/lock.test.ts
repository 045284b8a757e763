// I8: one ingest at a time.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireIngestLock } from '../../index/lock.ts';
import { temporaryFolder } from './made-up-corpus.ts';

const staleToken = '00000000-0000-4000-8000-000000000000';

/** The pid of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function writeStaleLock(indexDir: string, name = '.lock'): void {
  writeFileSync(join(indexDir, name), JSON.stringify({ pid: deadPid(), started: null, token: staleToken }));
}

describe('the ingest lock', () => {
  it('turns a second ingest away at once and names the process that holds it', async () => {
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

  it('goes to exactly one of many that ask at the same time', async () => {
    const indexDir = temporaryFolder();
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => acquireIngestLock(indexDir)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of a dead process is taken over, by exactly one of many', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const indexDir = temporaryFolder();
      writeStaleLock(indexDir);
      const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => acquireIngestLock(indexDir)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(readdirSync(indexDir)).toEqual(['.lock']);
      expect(JSON.parse(readFileSync(join(indexDir, '.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    }
  });

  it('is taken over though another died while taking it over', async () => {
    const indexDir = temporaryFolder();
    writeStaleLock(indexDir);
    writeStaleLock(indexDir, `.lock.${staleToken}`);
    await acquireIngestLock(indexDir);
    expect(readdirSync(indexDir)).toEqual(['.lock']);
  });

  it('is taken over when its pid now belongs to another process', async () => {
    const indexDir = temporaryFolder();
    writeFileSync(join(indexDir, '.lock'), JSON.stringify({ pid: process.pid, started: '1', token: staleToken }));
    await (await acquireIngestLock(indexDir)).release();
  });

  it('is taken over when a power cut left it empty', async () => {
    for (const content of ['', '{', '{"pid":"x"}', `{"pid":1,"started":null,"token":"../../x"}`]) {
      const indexDir = temporaryFolder();
      writeFileSync(join(indexDir, '.lock'), content);
      await (await acquireIngestLock(indexDir)).release();
      expect(readdirSync(indexDir)).toEqual([]);
    }
  });

  it('of another is not released', async () => {
    const indexDir = temporaryFolder();
    const lock = await acquireIngestLock(indexDir);
    writeStaleLock(indexDir);
    await lock.release();
    expect(existsSync(join(indexDir, '.lock'))).toBe(true);
  });
});
