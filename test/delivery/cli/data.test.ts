// The commands that look after what is kept of conversations.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { beforeAll, expect, it } from 'vitest';
import { dataFileOf, openDataFolder } from '../../../src/adapters/data/data-folder.ts';
import { event, newTurn } from '../../adapters/data/made-up-turns.ts';
import { corpusFolder, run, temporaryFolder } from './real-command.ts';

const folder = temporaryFolder();
const dataDir = join(folder, 'data');
const environment = { BLUELAMP_DATA_DIR: dataDir };
const file = join(folder, 'copy.sqlite');

beforeAll(async () => {
  const opened = await openDataFolder(dataDir);
  for (let n = 1; n <= 3; n += 1)
    await opened.conversations.add(newTurn({ messageId: `m-${n}`, begins: n === 1 }), event('ask', `m-${n}`));
  await opened.close();
});

it('backup writes a file that restore puts into an empty folder, and neither overwrites anything', async () => {
  const written = await run(['backup', file], environment);
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(written.stdout).toMatch(
    /^Wrote \S+copy\.sqlite: format \d+, 1 conversation, 3 answers, 3 audit events, chain [0-9a-f]{12}\.\n$/u,
  );
  const again = await run(['backup', file], environment);
  expect(again.code).toBe(2);
  expect(again.stderr).toContain('is not overwritten');

  const over = await run(['restore', file], environment);
  expect(over.code).toBe(2);
  expect(over.stderr).toContain('is not overwritten');
  const elsewhere = { BLUELAMP_DATA_DIR: join(temporaryFolder(), 'new') };
  const restored = await run(['restore', file], elsewhere);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout).toContain('1 conversation, 3 answers, 3 audit events');
  const { stdout } = await run(['doctor'], { ...elsewhere, PORT: '0' });
  expect(stdout).toMatch(/^ok {4}The data file is whole: .* 3 answers, 4 audit events/mu);
});

it('backup ends with 3 where nothing was kept yet, and restore where there is no such file', async () => {
  const empty = { BLUELAMP_DATA_DIR: join(temporaryFolder(), 'none') };
  const [backup, restore] = await Promise.all([
    run(['backup', join(folder, 'nothing.sqlite')], empty),
    run(['restore', join(folder, 'nothing.sqlite')], empty),
  ]);
  expect([backup.code, restore.code]).toEqual([3, 3]);
  expect(backup.stderr).toMatch(/^Nothing was kept in [^\n]+\n$/u);
  expect(restore.stderr).toMatch(/^There is no file [^\n]+\n$/u);
  expect(existsSync(empty.BLUELAMP_DATA_DIR)).toBe(false);
});

it('doctor names the first event of the audit log that was tampered with, and ends with 1', async () => {
  const tampered = join(temporaryFolder(), 'data');
  mkdirSync(tampered);
  copyFileSync(dataFileOf(dataDir), dataFileOf(tampered));
  const database = new Database(dataFileOf(tampered));
  database.exec('drop trigger audit_is_not_cut; delete from audit where sequence = 2');
  database.close();
  const { code, stdout } = await run(['doctor'], { BLUELAMP_DATA_DIR: tampered, PORT: '0' });
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^fail {2}The audit log does not hold together from event 2 on \(missing\)\. .*bluelamp restore FILE/mu,
  );
});

it('ingest is told to the audit log of a folder that is in use, whether it went well or not', async () => {
  const opened = await openDataFolder(dataDir);
  const before = await opened.conversations.eventsAfter(0, 100);
  const indexDir = { BLUELAMP_INDEX_DIR: join(temporaryFolder(), 'index') };
  const done = await run(['ingest', corpusFolder()], { ...environment, ...indexDir });
  const failed = await run(['ingest', '/nowhere/at/all'], { ...environment, ...indexDir });
  expect([done.code, failed.code]).toEqual([0, 1]);
  const told = await opened.conversations.eventsAfter(before.length, 100);
  expect(told.map(({ actor, action, object, outcome }) => [actor, action, object, outcome])).toEqual([
    [`operator ${process.getuid?.()}`, 'ingest', expect.stringMatching(/^g-/u), 'done'],
    [`operator ${process.getuid?.()}`, 'ingest', null, 'failed'],
  ]);
  expect(await opened.conversations.verifyAudit()).toMatchObject({ kind: 'sound' });
  await opened.close();
});
