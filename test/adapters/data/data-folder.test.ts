// The data folder: who may have it, what it looks like, and what is said when it cannot be had.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dataFileOf, openDataFolder } from '../../../src/adapters/data/data-folder.ts';
import { examineDataFolder, servingProcessOf } from '../../../src/adapters/data/examine.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { temporaryFolder } from '../../index/made-up-corpus.ts';
import { asNobody } from './as-nobody.ts';
import { compiled } from '../../program.ts';
import { event, newTurn } from './made-up-turns.ts';

const writer = compiled(new URL('fixtures/turn-writer.mts', import.meta.url));

async function faultOf(work: Promise<unknown>): Promise<AppError> {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof AppError) return thrown;
  throw new Error(`it gave ${String(thrown)}`);
}

async function writeOneTurn(dataDir: string): Promise<void> {
  const folder = await openDataFolder(dataDir);
  await folder.conversations.add(newTurn(), event('ask'));
  await folder.close();
}

describe('D7: a second process on one data folder', () => {
  it('is turned away with the pid of the first, and has the folder when that was killed', async () => {
    const dataDir = temporaryFolder();
    const first = spawn(process.execPath, [writer, dataDir, 'c-1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void first.kill('SIGKILL'));
    await once(first.stdout, 'data');
    const { code, message } = await faultOf(openDataFolder(dataDir));
    expect(code).toBe('data-locked');
    expect(message).toContain(`pid ${first.pid}`);
    expect(message).toContain(dataDir);
    expect(await servingProcessOf(dataDir)).toBe(first.pid);
    first.kill('SIGKILL');
    await once(first, 'close');
    expect(await servingProcessOf(dataDir)).toBeNull();
    await (await openDataFolder(dataDir)).close();
  });

  it('that could not open the file leaves the folder to others', async () => {
    const dataDir = temporaryFolder();
    writeFileSync(dataFileOf(dataDir), 'This is a letter to the harbour master, and no database at all.'.repeat(20));
    expect((await faultOf(openDataFolder(dataDir))).code).toBe('data-damaged');
    rmSync(dataFileOf(dataDir));
    await (await openDataFolder(dataDir)).close();
  });
});

describe('a data folder', () => {
  it('is made with the folders above it, for its own user alone, and holds the lock no longer than it is open', async () => {
    const dataDir = join(temporaryFolder(), 'not', 'there', 'yet');
    await writeOneTurn(dataDir);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(dataDir))
      expect([name, statSync(join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600]);
    expect(readdirSync(dataDir)).not.toContain('.lock');
    expect(await examineDataFolder(dataDir)).toMatchObject({ conversations: 1, turns: 1, audit: { events: 1 } });
  });

  it('keeps nothing of what was erased: not in its file, and not in the write-ahead log', async () => {
    const dataDir = temporaryFolder();
    const folder = await openDataFolder(dataDir);
    const secret = 'the harbour master owes nine crowns';
    await folder.conversations.add(newTurn({ question: secret }), event('ask', 'm-1'));
    const holding = (): string[] =>
      readdirSync(dataDir).filter((name) => readFileSync(join(dataDir, name)).includes(secret));
    expect(holding()).not.toEqual([]);
    await folder.conversations.remove({ conversationId: 'c-1', owner: 'ann' }, event('delete', 'c-1'));
    expect(holding()).toEqual([]);
    await folder.conversations.add(newTurn({ question: secret }), event('ask', 'm-1'));
    const purge = (): Promise<number> => folder.conversations.purge('2030-01-01T00:00:00.000Z', event('purge'));
    expect([await purge(), await purge()]).toEqual([1, 0]);
    expect(holding()).toEqual([]);
    await folder.close();
  });
});

describe('D2: a data folder that cannot be written', () => {
  const sentence = (path: string): RegExp =>
    new RegExp(
      `^${path}[^\\n]* cannot be written \\((?:EACCES|ENOTDIR|EEXIST|SQLITE_CANTOPEN)\\)\\. .*BLUELAMP_DATA_DIR`,
      'u',
    );

  it('is named, with what to do: read-only', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    mkdirSync(dataDir, { mode: 0o555 });
    chmodSync(join(dataDir, '..'), 0o755);
    const { code, message } = await asNobody(() => faultOf(openDataFolder(dataDir)));
    expect(code).toBe('data-unwritable');
    expect(message).toMatch(sentence(dataDir));
  });

  it("is named, with what to do: another's file in it, or a file of ours that may only be read", async () => {
    const writtenIn = temporaryFolder();
    await writeOneTurn(writtenIn);
    // Copied, for SQLite tidies up after a connection when that is collected, which may be while the folder is opened again.
    const dataDir = temporaryFolder();
    copyFileSync(dataFileOf(writtenIn), dataFileOf(dataDir));
    for (const end of ['-wal', '-shm']) writeFileSync(`${dataFileOf(dataDir)}${end}`, '', { mode: 0o600 });
    chmodSync(dataDir, 0o777);
    chmodSync(dataFileOf(dataDir), 0o444);
    const { code, message } = await asNobody(() => faultOf(openDataFolder(dataDir)));
    expect(code).toBe('data-unwritable');
    expect(message).toMatch(sentence(dataFileOf(dataDir)));
    expect(readdirSync(dataDir)).not.toContain('.lock');
  });

  it('is named, with what to do: a folder where the file should be', async () => {
    const dataDir = temporaryFolder();
    mkdirSync(dataFileOf(dataDir));
    const { code, message } = await faultOf(openDataFolder(dataDir));
    expect(code).toBe('data-unwritable');
    expect(message).toMatch(sentence(dataFileOf(dataDir)));
  });

  it('is named, with what to do: a file where the folder should be', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, 'no folder');
    const { code, message } = await faultOf(openDataFolder(path));
    expect(code).toBe('data-unwritable');
    expect(message).toMatch(sentence(path));
  });
});

describe('a file that is not ours', () => {
  it('is left as it is: of another program', async () => {
    const dataDir = temporaryFolder();
    const database = new Database(dataFileOf(dataDir));
    database.exec('create table harbours (name text); insert into harbours values (1)');
    database.close();
    const before = readFileSync(dataFileOf(dataDir));
    const { code, message } = await faultOf(openDataFolder(dataDir));
    expect(code).toBe('data-damaged');
    expect(message).toContain("no file of Bluelamp's");
    expect(readFileSync(dataFileOf(dataDir)).equals(before)).toBe(true);
  });

  it('is refused when damaged, in a sentence that says how to mend it', async () => {
    const dataDir = temporaryFolder();
    await writeOneTurn(dataDir);
    const content = readFileSync(dataFileOf(dataDir));
    writeFileSync(dataFileOf(dataDir), content.fill(0xa5, 0, 4096));
    const { code, message } = await faultOf(openDataFolder(dataDir));
    expect(code).toBe('data-damaged');
    expect(message).toContain('bluelamp restore FILE');
    expect((await faultOf(examineDataFolder(dataDir))).code).toBe('data-damaged');
  });
});
