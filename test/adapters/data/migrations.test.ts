// The format of the data file over time: older ones are brought forward, newer ones are left alone.
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, it } from 'vitest';
import { dataFileOf, openDataFolder } from '../../../src/adapters/data/data-folder.ts';
import { examineFile } from '../../../src/adapters/data/examine.ts';
import { migrate, migrations } from '../../../src/adapters/data/migrations.ts';
import { temporaryFolder } from '../../index/made-up-corpus.ts';

const noon = '2024-05-06T12:00:00.000Z';

/** A data folder with the file that an older version left. */
function folderOfVersion(version: number): string {
  const dataDir = temporaryFolder();
  const database = new Database(dataFileOf(dataDir));
  database.exec(readFileSync(new URL(`fixtures/data-${version}.sql`, import.meta.url), 'utf8'));
  database.close();
  return dataDir;
}

it.each(migrations.map((_, at) => at + 1))(
  'reads all that version %i kept, and goes on from there',
  async (version) => {
    const dataDir = folderOfVersion(version);
    const folder = await openDataFolder(dataDir);
    const { conversations } = folder;
    expect(await conversations.read({ conversationId: 'c-1', owner: 'ann' })).toMatchObject({
      created: noon,
      last: noon,
      turns: [
        {
          messageId: 'm-1',
          question: 'How many lamps?',
          filters: {},
          feedback: null,
          answer: { citations: [{ n: 1 }] },
        },
        {
          messageId: 'm-2',
          question: '"Quoted", with a \0 and half a pair \ud83d',
          filters: { from: 2020, to: 2022 },
          time: '2024-05-06T11:59:00.000Z',
          feedback: { verdict: 'unhelpful', reason: 'not it', comment: null, time: '2024-05-06T12:30:00.000Z' },
        },
      ],
    });
    expect(await conversations.history({ conversationId: 'c-2', owner: 'bob' }, 8)).toMatchObject([
      { cited: [{ start: 10, end: 39 }] },
    ]);
    expect(await conversations.verifyAudit()).toMatchObject({ kind: 'sound', events: 4 });
    await conversations.record({
      time: noon,
      actor: 'bob',
      action: 'view',
      object: 'c-2',
      outcome: 'done',
      requestId: null,
    });
    expect(await conversations.verifyAudit()).toMatchObject({ kind: 'sound', events: 5 });
    await folder.close();
    expect(examineFile(dataFileOf(dataDir)).version).toBe(migrations.length);
  },
);

it('a file of the oldest version comes to the same tables as a new one', async () => {
  const [old, fresh] = [folderOfVersion(1), temporaryFolder()];
  const schemaOf = async (dataDir: string): Promise<unknown> => {
    await (await openDataFolder(dataDir)).close();
    const database = new Database(dataFileOf(dataDir));
    const rows = database.prepare('select name, sql from sqlite_schema order by name').raw().all([]);
    database.close();
    return JSON.parse(
      JSON.stringify(rows)
        .replaceAll(/\s+|\\n/gu, ' ')
        .replaceAll(/ +/gu, ' '),
    );
  };
  expect(await schemaOf(old)).toEqual(await schemaOf(fresh));
});

it('a newer file is refused in a sentence, and not touched', async () => {
  const dataDir = folderOfVersion(1);
  const path = dataFileOf(dataDir);
  const database = new Database(path);
  database.exec(`pragma user_version = ${migrations.length + 1}`);
  database.close();
  const before = readFileSync(path);
  await expect(openDataFolder(dataDir)).rejects.toMatchObject({
    code: 'data-damaged',
    message: expect.stringMatching(/was written by a newer version of Bluelamp .*Start that version/u),
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('a step that fails leaves the file at the version it had', () => {
  const path = join(temporaryFolder(), 'copy.sqlite');
  copyFileSync(dataFileOf(folderOfVersion(1)), path);
  const database = new Database(path);
  const steps = [
    ...migrations.slice(0, 1),
    "alter table turns add column mood text; insert into turns (mood) values ('low')",
  ];
  expect(() => migrate(database, path, steps)).toThrow('NOT NULL');
  expect(database.prepare('pragma user_version').raw().get([])).toEqual([1]);
  expect(() => database.prepare('select mood from turns')).toThrow('no such column');
  migrate(database, path, [...migrations.slice(0, 1), 'alter table turns add column mood text']);
  expect(database.prepare('pragma user_version').raw().get([])).toEqual([2]);
  expect(database.prepare('select count(*), count(mood) from turns').raw().get([])).toEqual([3, 0]);
  database.close();
});
