// The shape of the data file, as the steps that led to it. A step that was released is never changed; a change is a new step.
import type Database from 'libsql';
import { AppError } from '../../domain/errors.ts';

/** Marks a file as ours in its header: `BLMP` in ASCII. */
const applicationId = 0x42_4c_4d_50;

/**
 * 1: conversations with their turns and what these quote, feedback, and the audit log, which can only grow.
 * Answers are kept as JSON in the shape of the contract: where a field that every answer must have is added to that, a step adds it here.
 */
const first = `
  pragma application_id = ${applicationId};
  create table conversations (
    id integer primary key, conversation text not null unique, owner text not null,
    created text not null, last text not null
  ) strict;
  create index conversations_by_last on conversations (last);
  create table turns (
    id integer primary key autoincrement, conversation integer not null references conversations on delete cascade,
    message text not null unique, client_message text, question text not null, filters text not null, time text not null,
    status text not null, generation text not null, answer text not null, found text not null
  ) strict;
  create index turns_by_conversation on turns (conversation, id);
  create index turns_by_client_message on turns (client_message) where client_message is not null;
  create table citations (
    turn integer not null references turns on delete cascade, n integer not null, document text not null, passage text not null,
    start_at integer not null, end_at integer not null, primary key (turn, n)
  ) strict, without rowid;
  create table feedback (
    turn integer primary key references turns on delete cascade, verdict text not null, reason text, comment text,
    time text not null
  ) strict;
  create table audit (sequence integer primary key, entry text not null, hash text not null) strict;
  create table audit_head (
    only_one integer primary key check (only_one = 1), sequence integer not null, hash text not null
  ) strict;
  create trigger audit_is_not_changed before update on audit begin select raise(abort, 'the audit log only grows'); end;
  create trigger audit_is_not_cut before delete on audit begin select raise(abort, 'the audit log only grows'); end;
`;

/**
 * 2: what Slack sent and is not answered yet, by what its repetitions are known, and the conversation that each thread is. Keys and
 * threads are digests. A job that is done keeps its row, without its content, for as long as repetitions may come.
 */
const second = `
  create table slack_jobs (id integer primary key autoincrement, job text, received text not null) strict;
  create index slack_jobs_by_received on slack_jobs (received);
  create table slack_seen (key text primary key, job integer not null references slack_jobs on delete cascade) strict, without rowid;
  create index slack_seen_by_job on slack_seen (job);
  create table slack_threads (
    thread text primary key, conversation text not null references conversations (conversation) on delete cascade
  ) strict, without rowid;
  create index slack_threads_by_conversation on slack_threads (conversation);
`;

/** 3: what of a language model was spent on the day, so that a restart does not begin it anew. Accounts are digests of readers. */
const third = `
  create table model_spending (
    day text not null, account text not null, tokens integer not null, primary key (day, account)
  ) strict, without rowid;
`;

/** Step n, counted from 1, makes version n of the file out of the one before. */
export const migrations: readonly string[] = [first, second, third];

/**
 * Brings the file to the newest version, all steps or none. A file that is up to date is not written to.
 * @param steps for tests; those of this program by default.
 * @throws AppError `data-damaged` for a file that is newer, or not ours; it is left as it is.
 */
export function migrate(database: Database.Database, path: string, steps = migrations): void {
  const version = checkVersion(database, path, steps);
  if (version === steps.length) return;
  database.exec('begin immediate');
  try {
    // Another process may have been quicker.
    for (const step of steps.slice(numberOf(database, 'user_version'))) database.exec(step);
    database.exec(`pragma user_version = ${steps.length}`);
    database.exec('commit');
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}

/** @returns the version of the file, 0 for an empty one. @throws AppError `data-damaged` for one that this program cannot read. */
export function checkVersion(database: Database.Database, path: string, steps = migrations): number {
  const version = numberOf(database, 'user_version');
  const isEmpty = numberOf(database, 'page_count') === 0 || (version === 0 && !hasTables(database));
  if (!isEmpty && numberOf(database, 'application_id') !== applicationId) {
    throw new AppError('data-damaged', `${path} is no file of Bluelamp's. Move it away, then try again.`);
  }
  if (version > steps.length) {
    throw new AppError(
      'data-damaged',
      `${path} was written by a newer version of Bluelamp (its format is ${version}, this version knows ${steps.length}). Start that version, or restore a backup made with this one.`,
    );
  }
  return version;
}

function hasTables(database: Database.Database): boolean {
  return database.prepare('select 1 from sqlite_schema limit 1').raw().get([]) !== undefined;
}

function numberOf(database: Database.Database, pragma: string): number {
  const row: unknown = database.prepare(`pragma ${pragma}`).raw().get([]);
  return Array.isArray(row) ? Number(row[0]) : Number.NaN;
}
