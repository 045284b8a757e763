// One process at a time, whatever became of the one before.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { acquireProcessLock, holderOf } from '../../src/files/process-lock.ts';
import type { ProcessLock } from '../../src/files/process-lock.ts';
import { temporaryFolder } from '../index/made-up-corpus.ts';

const staleToken = '00000000-0000-4000-8000-000000000000';

/** The pid of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

function writeStaleLock(folder: string, name = '.lock'): void {
  writeFileSync(join(folder, name), JSON.stringify({ pid: deadPid(), started: null, token: staleToken }));
}

const acquire = (folder: string): Promise<ProcessLock> =>
  acquireProcessLock(join(folder, '.lock'), (pid) => new AppError('busy', `held by ${pid}`));

describe('the lock', () => {
  it('is held by the process that took it until that lets go', async () => {
    const folder = temporaryFolder();
    expect(await holderOf(join(folder, '.lock'))).toBeNull();
    const lock = await acquire(folder);
    expect(await holderOf(join(folder, '.lock'))).toBe(process.pid);
    await expect(acquire(folder)).rejects.toMatchObject({ code: 'busy', message: `held by ${process.pid}` });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes to exactly one of many that ask at the same time', async () => {
    const folder = temporaryFolder();
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => acquire(folder)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of a dead process is taken over, by exactly one of many', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const folder = temporaryFolder();
      writeStaleLock(folder);
      const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => acquire(folder)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(readdirSync(folder)).toEqual(['.lock']);
      expect(JSON.parse(readFileSync(join(folder, '.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    }
  });

  it('is taken over though another died while taking it over', async () => {
    const folder = temporaryFolder();
    writeStaleLock(folder);
    writeStaleLock(folder, `.lock.${staleToken}`);
    await acquire(folder);
    expect(readdirSync(folder)).toEqual(['.lock']);
  });

  it('is taken over when its pid now belongs to another process', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.lock'), JSON.stringify({ pid: process.pid, started: '1', token: staleToken }));
    await (await acquire(folder)).release();
  });

  it('is taken over when a power cut left it empty', async () => {
    for (const content of ['', '{', '{"pid":"x"}', `{"pid":1,"started":null,"token":"../../x"}`]) {
      const folder = temporaryFolder();
      writeFileSync(join(folder, '.lock'), content);
      await (await acquire(folder)).release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('goes with all that dead processes left beside it, and nothing that a living one has there', async () => {
    const folder = temporaryFolder();
    const dead = deadPid();
    const living = `.lock.${staleToken}.${process.pid}-.draft`;
    writeFileSync(join(folder, `.lock.${staleToken}.${dead}-.draft`), '');
    writeFileSync(join(folder, `.lock.${staleToken}.${process.pid}-1.draft`), '{');
    writeFileSync(join(folder, living), '');
    writeFileSync(join(folder, '.lockers'), 'are no locks');
    writeStaleLock(folder, `.lock.${staleToken}`);
    writeStaleLock(folder, `.lock.${staleToken}.${staleToken}`);
    const lock = await acquire(folder);
    expect(readdirSync(folder).toSorted()).toEqual(['.lock', living, '.lockers'].toSorted());
    await lock.release();
    expect(readdirSync(folder).toSorted()).toEqual([living, '.lockers'].toSorted());
  });

  it('of another is not released', async () => {
    const folder = temporaryFolder();
    const lock = await acquire(folder);
    writeStaleLock(folder);
    await lock.release();
    expect(existsSync(join(folder, '.lock'))).toBe(true);
  });
});
