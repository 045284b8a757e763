// The one connection that writes. Commits wait for the disk on another thread, so that nobody who only reads or asks waits with them.
import Database from 'libsql/promise';
import { busyLimit, settings } from './open-database.ts';
import type { Statement } from './open-database.ts';

export interface DataWriter {
  /** A statement for use within `write`; its rows are arrays. */
  prepare(sql: string): Promise<Statement>;
  /**
   * All that `work` does, or nothing, is on disk when the promise resolves. One piece of work follows the other, in the order of the calls;
   * those that wait at the same time share one wait for the disk.
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

/** A change that waits for its turn. */
interface Piece {
  /** Makes the change. @returns what tells its caller of it, once it is on disk. */
  readonly make: () => () => void;
  readonly refuse: (error: unknown) => void;
}

/** Something to be done between transactions. */
interface Command {
  readonly command: () => Promise<void>;
}

/** Changes that share a wait for the disk: some ten milliseconds of work, and it is done on the thread that answers. */
const mostTogether = 32;

/** @param path of a file that `openDatabase` has brought up to date. */
export async function openWriter(path: string): Promise<DataWriter> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these are its methods, and the tests use each.
  const connection = new Database(path, { timeout: busyLimit }) as unknown as Connection;
  await connection.exec(settings);
  const line = createLine(await prepareTogether(connection));
  const inTurn = (command: () => Promise<unknown>): Promise<void> =>
    new Promise((resolve, reject) => {
      line.add({ command: () => command().then(() => resolve(), reject) });
    });
  return {
    async prepare(sql) {
      const statement = await connection.prepare(sql);
      return statement.reader ? statement.raw() : statement;
    },
    write: (work) => new Promise((resolve, refuse) => line.add({ make: making(work, resolve), refuse })),
    writeFirst: (work) => new Promise((resolve, refuse) => line.addUrgent({ make: making(work, resolve), refuse })),
    run: (sql) => inTurn(() => connection.exec(sql)),
    close: () => inTurn(async () => connection.close()),
  };
}

function making<Result>(work: () => Result, resolve: (result: Result) => void): Piece['make'] {
  return () => {
    const result = work();
    return () => resolve(result);
  };
}

interface Line {
  add(next: Piece | Command): void;
  /** Goes before all that waits. */
  addUrgent(piece: Piece): void;
}

/** Works off what waits, one batch of changes or one command after the other. */
function createLine(writeTogether: (pieces: readonly Piece[]) => Promise<void>): Line {
  const urgent: Piece[] = [];
  const waiting: (Piece | Command)[] = [];
  let isAtWork = false;
  const workOff = async (): Promise<void> => {
    isAtWork = true;
    // What is added at the same moment goes together.
    await Promise.resolve();
    while (urgent.length > 0 || waiting.length > 0) {
      const [first] = urgent.length > 0 ? urgent : waiting;
      if (first && 'command' in first) {
        waiting.shift();
        await first.command();
      } else await writeTogether(urgent.length > 0 ? urgent.splice(0, mostTogether) : takePieces(waiting));
    }
    isAtWork = false;
  };
  const begin = (): void => {
    if (!isAtWork) void workOff();
  };
  return {
    add(next) {
      waiting.push(next);
      begin();
    },
    addUrgent(piece) {
      urgent.push(piece);
      begin();
    },
  };
}

/** Takes out the changes that stand before the next command. */
function takePieces(waiting: (Piece | Command)[]): Piece[] {
  const pieces: Piece[] = [];
  for (const next of waiting) {
    if ('command' in next || pieces.length === mostTogether) break;
    pieces.push(next);
  }
  waiting.splice(0, pieces.length);
  return pieces;
}

/** @returns what makes changes in one transaction; one that fails leaves the others as they are. */
async function prepareTogether(connection: Connection): Promise<(pieces: readonly Piece[]) => Promise<void>> {
  const mark = await connection.prepare('savepoint piece');
  const release = await connection.prepare('release piece');
  const undo = await connection.prepare('rollback to piece');
  const makeOne = ({ make, refuse }: Piece): (() => void) => {
    mark.run([]);
    try {
      const tell = make();
      release.run([]);
      return tell;
    } catch (error) {
      // SQLite may have rolled everything back by itself, as it does on a full disk.
      if (!connection.inTransaction) throw error;
      undo.run([]);
      release.run([]);
      return () => refuse(error);
    }
  };
  return async (pieces) => {
    try {
      await connection.exec('begin immediate');
      const tellings = pieces.map(makeOne);
      await connection.exec('commit');
      for (const tell of tellings) tell();
    } catch (error) {
      if (connection.inTransaction) await connection.exec('rollback').catch(() => undefined);
      for (const { refuse } of pieces) refuse(error);
    }
  };
}
