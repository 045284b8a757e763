// The one connection that writes. Commits wait for the disk on another thread, so that nobody who only reads or asks waits with them.
import Database from 'libsql/promise';
import { busyLimit, settings } from './open-database.ts';
import type { Statement } from './open-database.ts';

export interface DataWriter {
  /** A statement for use within `write`; its rows are arrays. */
  prepare(sql: string): Promise<Statement>;
  /**
   * All that `work` does, or nothing, is on disk when the promise resolves. One piece of work follows the other, in the order of the calls.
   * @returns what `work` returns. @throws what `work` or SQLite throws.
   */
  write<Result>(work: () => Result): Promise<Result>;
  /** As `write`, and before all that waits: somebody is to be told within half a second that it is on disk. */
  writeFirst<Result>(work: () => Result): Promise<Result>;
  /** Runs a command that is no part of a piece of work, when its turn comes. */
  run(sql: string): Promise<void>;
  /** Closes the connection when all that was begun has ended. */
  close(): Promise<void>;
}

/** What is used here of libsql's other interface, which comes without types that tell. */
interface Connection {
  readonly inTransaction: boolean;
  prepare(sql: string): Promise<Statement & { readonly reader: boolean; raw(): Statement }>;
  exec(sql: string): Promise<unknown>;
  close(): void;
}

/** @param path of a file that `openDatabase` has brought up to date. */
export async function openWriter(path: string): Promise<DataWriter> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these are its methods, and the tests use each.
  const connection = new Database(path, { timeout: busyLimit }) as unknown as Connection;
  await connection.exec(settings);
  let before: Promise<unknown> = Promise.resolve();
  const urgent: (() => Promise<void>)[] = [];
  const doUrgent = async (): Promise<void> => {
    for (let next = urgent.shift(); next; next = urgent.shift()) await next();
  };
  const inTurn = <Result>(step: () => Promise<Result>): Promise<Result> => {
    const result = before.then(doUrgent).then(step);
    before = result.catch(() => undefined);
    return result;
  };
  return {
    async prepare(sql) {
      const statement = await connection.prepare(sql);
      return statement.reader ? statement.raw() : statement;
    },
    write: (work) => inTurn(() => transaction(connection, work)),
    writeFirst: (work) =>
      new Promise((resolve, reject) => {
        urgent.push(() => transaction(connection, work).then(resolve, reject));
        void inTurn(async () => undefined);
      }),
    run: (sql) => inTurn(async () => void (await connection.exec(sql))),
    close: () => inTurn(async () => connection.close()),
  };
}

async function transaction<Result>(connection: Connection, work: () => Result): Promise<Result> {
  await connection.exec('begin immediate');
  try {
    const result = work();
    await connection.exec('commit');
    return result;
  } catch (error) {
    // SQLite may have rolled back by itself, as it does on a full disk.
    if (connection.inTransaction) await connection.exec('rollback');
    throw error;
  }
}
