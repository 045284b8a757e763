// Backup while serving, and restore on another machine.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp, restore } from '../../../src/adapters/data/backup.ts';
import { dataFileOf, openDataFolder } from '../../../src/adapters/data/data-folder.ts';
import { examineDataFolder } from '../../../src/adapters/data/examine.ts';
import { temporaryFolder } from '../../index/made-up-corpus.ts';
import { compiled } from '../../program.ts';
import { event, newTurn } from './made-up-turns.ts';

const writer = compiled(new URL('fixtures/turn-writer.mts', import.meta.url));
const restored = event('restore');

/** A data folder with so many turns in one conversation. */
async function folderWith(turns: number): Promise<string> {
  const dataDir = temporaryFolder();
  const folder = await openDataFolder(dataDir);
  for (let n = 1; n <= turns; n += 1)
    await folder.conversations.add(newTurn({ messageId: `m-${n}`, begins: n === 1 }), event('ask', `m-${n}`));
  await folder.close();
  return dataDir;
}

describe('a backup', () => {
  it('taken while another process writes holds all that was acknowledged before it began, and restores whole', async () => {
    const dataDir = temporaryFolder();
    const child = spawn(process.execPath, [writer, dataDir, 'c-1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let acknowledged = 0;
    const enough = new Promise<void>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith('turn ')) acknowledged += 1;
        if (acknowledged === 30) resolve();
      });
    });
    await enough;
    for (let copy = 0; copy < 5; copy += 1) {
      const file = join(temporaryFolder(), 'copy.sqlite');
      const before = acknowledged;
      const facts = await backUp(dataDir, file);
      expect(facts.turns).toBeGreaterThanOrEqual(before);
      expect(facts.audit).toMatchObject({ kind: 'sound' });
      const elsewhere = join(temporaryFolder(), 'data');
      expect(await restore(file, elsewhere, restored)).toEqual(facts);
      const folder = await openDataFolder(elsewhere);
      const conversation = await folder.conversations.read({ conversationId: 'c-1', owner: 'ann' });
      expect(conversation?.turns.map(({ messageId }) => messageId)).toEqual(
        Array.from({ length: facts.turns }, (_, n) => `c-1-${n + 1}`),
      );
      await folder.close();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  it('may be read by its own user alone, and holds nothing that was erased', async () => {
    const dataDir = await folderWith(2);
    const folder = await openDataFolder(dataDir);
    await folder.conversations.add(
      newTurn({ conversationId: 'c-2', messageId: 'm-9', question: 'nine crowns' }),
      event('ask'),
    );
    await folder.conversations.remove({ conversationId: 'c-2', owner: 'ann' }, event('delete'));
    const file = join(temporaryFolder(), 'copy.sqlite');
    await backUp(dataDir, file);
    await folder.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes('nine crowns')).toBe(false);
    expect(readdirSync(join(file, '..'))).toEqual(['copy.sqlite']);
  });

  it('overwrites nothing, and says when there is nothing to copy', async () => {
    const dataDir = await folderWith(1);
    const file = join(temporaryFolder(), 'letter');
    writeFileSync(file, 'a letter');
    await expect(backUp(dataDir, file)).rejects.toMatchObject({
      code: 'wrong-use',
      message: expect.stringContaining(file),
    });
    expect(readFileSync(file, 'utf8')).toBe('a letter');
    await expect(backUp(join(dataDir, 'none'), `${file}.2`)).rejects.toMatchObject({ code: 'not-found' });
    await expect(backUp(dataDir, join(file, 'below'))).rejects.toMatchObject({ code: 'data-unwritable' });
    expect(readdirSync(join(file, '..'))).toEqual(['letter']);
  });

  it('of a log that was tampered with is written all the same, and the matter is named', async () => {
    const dataDir = await folderWith(5);
    tamper(dataFileOf(dataDir));
    const file = join(temporaryFolder(), 'copy.sqlite');
    await expect(backUp(dataDir, file)).rejects.toMatchObject({
      code: 'data-damaged',
      message: expect.stringMatching(/was written, but its audit log does not hold together: event 3 was altered/u),
    });
    expect(existsSync(file)).toBe(true);
  });
});

function tamper(path: string): void {
  const database = new Database(path);
  database.exec(
    "drop trigger audit_is_not_changed; update audit set entry = replace(entry, 'ann', 'bob') where sequence = 3",
  );
  database.close();
}

describe('a restore', () => {
  it('goes into an empty folder only, and tells the audit log', async () => {
    const file = join(temporaryFolder(), 'copy.sqlite');
    const dataDir = await folderWith(3);
    await backUp(dataDir, file);
    await expect(restore(file, dataDir, restored)).rejects.toMatchObject({
      code: 'wrong-use',
      message: expect.stringContaining('is not overwritten'),
    });
    const elsewhere = temporaryFolder();
    await restore(file, elsewhere, restored);
    expect(readdirSync(elsewhere)).not.toContain('.lock');
    expect(statSync(dataFileOf(elsewhere)).mode & 0o777).toBe(0o600);
    const folder = await openDataFolder(elsewhere);
    expect(await folder.conversations.eventsAfter(3, 9)).toMatchObject([{ action: 'restore' }]);
    await folder.close();
  });

  it('refuses a folder in which the write-ahead log of another file was left', async () => {
    const file = join(temporaryFolder(), 'copy.sqlite');
    await backUp(await folderWith(1), file);
    const elsewhere = temporaryFolder();
    writeFileSync(`${dataFileOf(elsewhere)}-wal`, 'left behind');
    await expect(restore(file, elsewhere, restored)).rejects.toMatchObject({ code: 'wrong-use' });
    expect(existsSync(dataFileOf(elsewhere))).toBe(false);
  });

  it('refuses while a process serves from the folder', async () => {
    const file = join(temporaryFolder(), 'copy.sqlite');
    await backUp(await folderWith(1), file);
    const elsewhere = temporaryFolder();
    const folder = await openDataFolder(elsewhere);
    await expect(restore(file, elsewhere, restored)).rejects.toMatchObject({ code: 'data-locked' });
    await folder.close();
  });

  const spoiled: Readonly<Record<string, (file: string) => void>> = {
    'cut short': (file) => writeFileSync(file, readFileSync(file).subarray(0, 9000)),
    'overwritten in part': (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 8192, 12_288)),
    empty: (file) => writeFileSync(file, ''),
    'not ours': (file) => writeFileSync(file, 'a letter to the harbour master'.repeat(100)),
    'tampered with': tamper,
  };

  it.each(Object.entries(spoiled))('of a copy that is %s leaves the folder empty', async (_how, spoil) => {
    const folder = temporaryFolder();
    const [file, copy] = [join(folder, 'whole.sqlite'), join(folder, 'spoiled.sqlite')];
    await backUp(await folderWith(20), file);
    copyFileSync(file, copy);
    spoil(copy);
    const elsewhere = join(folder, 'data');
    mkdirSync(elsewhere);
    await expect(restore(copy, elsewhere, restored)).rejects.toMatchObject({
      code: 'data-damaged',
      message: expect.stringContaining(copy),
    });
    expect(readdirSync(elsewhere)).toEqual([]);
    await expect(restore(`${copy}.none`, elsewhere, restored)).rejects.toMatchObject({ code: 'not-found' });
    await restore(file, elsewhere, restored);
    expect(await examineDataFolder(elsewhere)).toMatchObject({ turns: 20, audit: { kind: 'sound', events: 21 } });
  });
});
