// The data file, opened so that what is committed is on disk.
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import type { z } from 'zod';
import { migrate } from './migrations.ts';

/** Milliseconds to wait for another process that writes: an ingest or a backup has the file for a few. */
export const busyLimit = 1000;
/** Bytes that the write-ahead log keeps on disk once its content is in the file itself. */
const journalLimit = 16 * 2 ** 20;

/**
 * - `synchronous = full`: a commit returns when the write-ahead log is on disk.
 * - `foreign_keys`: what hangs on a conversation goes with it.
 * - `secure_delete`: what was erased is overwritten, not only unlinked.
 */
export const settings = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma secure_delete = on;
  pragma journal_size_limit = ${journalLimit};
`;

/** Makes the file where there is none, brings it up to date, and opens it to read what is committed. @throws what SQLite throws; as `migrate`. */
export function openDatabase(path: string): Database.Database {
  const database = new Database(path, { timeout: busyLimit });
  try {
    migrate(database, path);
    database.exec(settings);
    // A file that cannot be written would be opened for reading only, without a word.
    database.exec('begin immediate; rollback; pragma query_only = on');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens the file so that nothing in it can change. libsql ignores its `readonly` option and creates what is missing. */
export function openForReading(path: string): Database.Database {
  return new Database(`${pathToFileURL(path).href}?mode=ro`, { timeout: busyLimit });
}

export type Value = string | number | null;

/** The part of a prepared statement that is used here. */
export interface Statement {
  /** The first row; undefined where there is none. */
  get(values: readonly Value[]): unknown;
  run(values: readonly Value[]): { readonly changes: number; readonly lastInsertRowid: number };
}

export interface Query<Row> {
  first(...values: readonly Value[]): Row | null;
  all(...values: readonly Value[]): Row[];
}

/** A prepared statement and the shape of its rows. */
export function prepareQuery<Row>(database: Database.Database, sql: string, row: z.ZodType<Row>): Query<Row> {
  const statement = database.prepare(sql).raw();
  return {
    first: (...values) => firstRow(statement, row, values),
    all: (...values) => statement.all([...values]).map((found) => row.parse(found)),
  };
}

/** The first row of a statement, in its shape; null where there is none. */
export function firstRow<Row>(
  statement: Pick<Statement, 'get'>,
  row: z.ZodType<Row>,
  values: readonly Value[],
): Row | null {
  const found = statement.get([...values]);
  return found === undefined ? null : row.parse(found);
}
