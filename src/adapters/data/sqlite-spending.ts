// What of a language model was spent on the day, by digests of the readers.
import { createHash } from 'node:crypto';
import type Database from 'libsql';
import { z } from 'zod';
import type { SpendingStore, SpentTokens } from '../../ports.ts';
import { toReaderFault } from './data-faults.ts';
import type { DataWriter } from './data-writer.ts';
import { prepareQuery } from './open-database.ts';

const row = z
  .tuple([z.string(), z.string(), z.number()])
  .transform(([day, account, tokens]): SpentTokens => ({ day, account, tokens }));

/** The store over the two connections of the data file, which it leaves open. */
export async function createSqliteSpending(database: Database.Database, writer: DataWriter): Promise<SpendingStore> {
  const ofDay = prepareQuery(database, 'select day, account, tokens from model_spending where day = ?', row);
  const add = await writer.prepare(
    `insert into model_spending (day, account, tokens) values (?, ?, ?)
     on conflict do update set tokens = tokens + excluded.tokens`,
  );
  const forget = await writer.prepare('delete from model_spending where day < ?');
  return {
    accountOf: (reader) => createHash('sha256').update(reader).digest('base64url'),
    spentOn: (day) => guarded(() => ofDay.all(day)),
    add: (spent) =>
      guarded(() =>
        writer.write(() => {
          for (const { day, account, tokens } of spent) add.run([day, account, tokens]);
          const latest = spent
            .map(({ day }) => day)
            .toSorted()
            .at(-1);
          if (latest !== undefined) forget.run([latest]);
        }),
      ),
  };
}

async function guarded<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toReaderFault(error);
  }
}
