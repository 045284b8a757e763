// The audit log under hands that should not touch it.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataFileOf, openDataFolder } from '../../../src/adapters/data/data-folder.ts';
import { examineFile } from '../../../src/adapters/data/examine.ts';
import type { AuditVerdict } from '../../../src/domain/audit.ts';
import { seededNumbers, temporaryFolder } from '../../index/made-up-corpus.ts';
import { temporaryFolderOfFile } from '../../temporary-folder.ts';
import { event } from './made-up-turns.ts';

const events = 60;
const triggers = ['audit_is_not_changed', 'audit_is_not_cut'];
const folder = temporaryFolderOfFile();

beforeAll(async () => {
  const { conversations, close } = await openDataFolder(folder);
  for (let n = 1; n <= events; n += 1) await conversations.record(event('view', `c-${n}`));
  await close();
});

/** What the verifier says of a copy of the log that was tampered with. */
function verdictAfter(tamper: (database: Database.Database) => void): AuditVerdict {
  const path = join(temporaryFolder(), 'copy.sqlite');
  copyFileSync(dataFileOf(folder), path);
  const database = new Database(path);
  for (const trigger of triggers) database.exec(`drop trigger ${trigger}`);
  tamper(database);
  database.close();
  return examineFile(path).audit;
}

const anyEvent = (random: () => number): number => 1 + Math.floor(random() * events);

describe('tampering with the audit log', () => {
  it('is refused by the file itself', () => {
    const database = new Database(dataFileOf(folder));
    for (const change of [
      "update audit set entry = '' where sequence = 1",
      'delete from audit',
      "update audit set hash = 'x'",
    ])
      expect(() => database.exec(change)).toThrow('the audit log only grows');
    database.close();
  });

  it('by a change to any event is found, and the event named, in 100 of 100', () => {
    const random = seededNumbers(1);
    for (let round = 0; round < 100; round += 1) {
      const at = anyEvent(random);
      const fields = ['time', 'actor', 'action', 'object', 'outcome', 'requestId', 'sequence'];
      const field = fields[Math.floor(random() * fields.length)] ?? 'time';
      const verdict = verdictAfter((database) =>
        database
          .prepare("update audit set entry = json_set(entry, '$.' || ?, 'mallory') where sequence = ?")
          .run([field, at]),
      );
      expect(verdict).toEqual({ kind: 'broken', at, reason: 'altered' });
    }
  });

  it('by dropping any event is found, and its place named, in 100 of 100', () => {
    const random = seededNumbers(2);
    for (let round = 0; round < 100; round += 1) {
      const at = anyEvent(random);
      const verdict = verdictAfter((database) => database.prepare('delete from audit where sequence = ?').run([at]));
      expect(verdict).toEqual({ kind: 'broken', at, reason: 'missing' });
    }
  });

  it('by dropping one and closing the gap is found, and the place named, in 100 of 100', () => {
    const random = seededNumbers(3);
    for (let round = 0; round < 100; round += 1) {
      const at = anyEvent(random);
      const verdict = verdictAfter((database) => {
        database.prepare('delete from audit where sequence = ?').run([at]);
        // By way of negative numbers, for no two events may have the same at any time.
        database.prepare('update audit set sequence = -sequence where sequence > ?').run([at]);
        database.exec('update audit set sequence = -sequence - 1 where sequence < 0');
      });
      expect(verdict).toEqual({ kind: 'broken', at, reason: at === events ? 'missing' : 'altered' });
    }
  });

  it('by putting two events the other way round is found, and the first of them named, in 100 of 100', () => {
    const random = seededNumbers(4);
    for (let round = 0; round < 100; round += 1) {
      const one = 1 + Math.floor(random() * (events - 1));
      const other = one + 1 + Math.floor(random() * (events - one));
      const verdict = verdictAfter((database) => {
        const swap = database.prepare(
          'update audit set sequence = case sequence when ? then ? else ? end where sequence in (?, ?)',
        );
        const [aside, back] = [-1, -2];
        swap.run([one, aside, back, one, other]);
        swap.run([aside, other, one, aside, back]);
      });
      expect(verdict).toEqual({ kind: 'broken', at: one, reason: 'altered' });
    }
  });

  it('by cutting off its end, or adding to it, is found', () => {
    const cut = verdictAfter((database) => database.exec(`delete from audit where sequence > ${events - 7}`));
    expect(cut).toEqual({ kind: 'broken', at: events - 6, reason: 'missing' });
    const added = verdictAfter((database) =>
      database.exec(`insert into audit select ${events + 1}, entry, hash from audit where sequence = 1`),
    );
    expect(added).toEqual({ kind: 'broken', at: events + 1, reason: 'altered' });
    const emptied = verdictAfter((database) => database.exec('delete from audit'));
    expect(emptied).toEqual({ kind: 'broken', at: 1, reason: 'missing' });
  });

  it('is not seen where there was none', () => {
    expect(verdictAfter(() => undefined)).toMatchObject({ kind: 'sound', events });
  });
});
