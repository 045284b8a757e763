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
  const atOnce = createBatch((work) => writer.writeFirst(work));
  const inOne = createBatch((work) => writer.write(work));
  const together = <Result>(change: () => Result): Promise<Result> => guarded(() => inOne(change));
  return {
    add: ({ keys, job, received }) =>
      guarded(() =>
        atOnce(() => {
          const digests = keys.map(digestOf);
          if (digests.some((key) => firstRow(seen, idRow, [key]) !== null)) return null;
          const id = firstRow(addJob, idRow, [storedText(job), received]);
          for (const key of digests) addKey.run([key, id]);
          return id;
        }),
      ),
    finish: (id) => together(() => void finish.run([id])),
    unfinished: () => guarded(() => unfinished.all()),
    purge: (before) => guarded(() => writer.write(() => void purge.run([before]))),
    conversationOf: (thread) => guarded(() => conversationOf.first(digestOf(thread))),
    bind: (thread, conversationId) => together(() => void bind.run([digestOf(thread), storedText(conversationId)])),
  };
}

/**
 * Has changes that wait for their turn written in one piece, for each piece waits for the disk: thirty messages of one moment are on it
 * after two or three such waits. They are made or fail together.
 */
function createBatch(writeAll: DataWriter['write']): <Result>(change: () => Result) => Promise<Result> {
  let open: (() => void)[] | null = null;
  let written: Promise<void> = Promise.resolve();
  return async <Result>(change: () => Result): Promise<Result> => {
    const made: Result[] = [];
    const step = (): void => void made.push(change());
    if (open === null) {
      const steps = [step];
      open = steps;
      const write = writeAll(() => {
        open = null;
        for (const each of steps) each();
      });
      // Where nothing could be begun, the next one begins afresh.
      written = write.finally(() => {
        if (open === steps) open = null;
      });
    } else open.push(step);
    await written;
    const [result] = made;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the step has run, for what is awaited runs every one; void is undefined.
    return result as Result;
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
