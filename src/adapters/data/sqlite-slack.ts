// What is kept of Slack: jobs that were acknowledged, by what their repetitions are known, and which thread is which conversation.
import { createHash } from 'node:crypto';
import type Database from 'libsql';
import { z } from 'zod';
import type { KeptJob, SlackStore } from '../../slack-ports.ts';
import { toReaderFault } from './data-faults.ts';
import type { DataWriter } from './data-writer.ts';
import { firstRow, prepareQuery } from './open-database.ts';
import { originalText, storedText } from './stored-text.ts';

const idRow = z.tuple([z.number()]).transform(([id]) => id);
const conversationRow = z.tuple([z.string().transform(originalText)]).transform(([id]) => id);
const jobRow = z
  .tuple([z.number(), z.string().transform(originalText), z.string()])
  .transform(([id, job, received]): KeptJob => ({ id, job, received }));

/** The store over the two connections of the data file, which it leaves open. */
export async function createSqliteSlack(database: Database.Database, writer: DataWriter): Promise<SlackStore> {
  const unfinished = prepareQuery(
    database,
    'select id, job, received from slack_jobs where job is not null order by id',
    jobRow,
  );
  const conversationOf = prepareQuery(
    database,
    'select conversation from slack_threads where thread = ?',
    conversationRow,
  );
  const addJob = await writer.prepare('insert into slack_jobs (job, received) values (?, ?) returning id');
  const addKey = await writer.prepare('insert into slack_seen (key, job) values (?, ?) on conflict do nothing');
  const seen = await writer.prepare('select job from slack_seen where key = ?');
  const finish = await writer.prepare('update slack_jobs set job = null where id = ?');
  const purge = await writer.prepare('delete from slack_jobs where received < ?');
  // A conversation that was removed meanwhile is none that could go on.
  const bind = await writer.prepare(
    `insert into slack_threads (thread, conversation) select ?1, conversation from conversations where conversation = ?2
     on conflict do update set conversation = excluded.conversation`,
  );
  const written = (change: () => void): Promise<void> => guarded(() => writer.write(change));
  return {
    add: ({ keys, job, received }) =>
      guarded(() =>
        writer.writeFirst(() => {
          const digests = keys.map(digestOf);
          if (digests.some((key) => firstRow(seen, idRow, [key]) !== null)) return null;
          const id = firstRow(addJob, idRow, [storedText(job), received]);
          for (const key of digests) addKey.run([key, id]);
          return id;
        }),
      ),
    finish: (id) => written(() => void finish.run([id])),
    unfinished: () => guarded(() => unfinished.all()),
    purge: (before) => written(() => void purge.run([before])),
    conversationOf: (thread) => guarded(() => conversationOf.first(digestOf(thread))),
    bind: (thread, conversationId) => written(() => void bind.run([digestOf(thread), storedText(conversationId)])),
  };
}

/** Channels and people need not be told from the file; to compare is enough. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

async function guarded<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toReaderFault(error);
  }
}
