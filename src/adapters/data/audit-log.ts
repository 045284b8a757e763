// The audit log in its table: events are added to the end of the chain, read in order, and verified.
import type Database from 'libsql';
import { z } from 'zod';
import { auditActions, auditOutcomes } from '../../domain/audit.ts';
import type { AuditEvent, AuditVerdict, RecordedEvent } from '../../domain/audit.ts';
import { emptyHead, linkAfter, verifyChain } from './audit-chain.ts';
import type { Head, Link } from './audit-chain.ts';
import type { DataWriter } from './data-writer.ts';
import { firstRow, prepareQuery } from './open-database.ts';

const eventSchema = z.object({
  sequence: z.int(),
  time: z.string(),
  actor: z.string(),
  action: z.enum(auditActions),
  object: z.string().nullable(),
  outcome: z.enum(auditOutcomes),
  requestId: z.string().nullable(),
  count: z.int().optional(),
});
const linkRow = z
  .tuple([z.number(), z.string(), z.string()])
  .transform(([sequence, entry, hash]): Link => ({ sequence, entry, hash }));
const headRow = z.tuple([z.number(), z.string()]).transform(([sequence, hash]): Head => ({ sequence, hash }));

const headQuery = 'select sequence, hash from audit_head';
const linksQuery = 'select sequence, entry, hash from audit order by sequence';

/** @returns what adds an event; within a piece of work of the writer's, so that the chain does not fork. */
export async function prepareAppend(writer: DataWriter): Promise<(event: AuditEvent) => void> {
  const head = await writer.prepare(headQuery);
  const add = await writer.prepare('insert into audit (sequence, entry, hash) values (?, ?, ?)');
  const setHead = await writer.prepare(
    'insert into audit_head (only_one, sequence, hash) values (1, ?, ?) on conflict do update set sequence = excluded.sequence, hash = excluded.hash',
  );
  return (event) => {
    const { sequence, entry, hash } = linkAfter(firstRow(head, headRow, []) ?? emptyHead, event);
    add.run([sequence, entry, hash]);
    setHead.run([sequence, hash]);
  };
}

/** @returns what reads events in order, from the one after `sequence`. */
export function prepareEvents(database: Database.Database): (sequence: number, limit: number) => RecordedEvent[] {
  const after = prepareQuery(
    database,
    'select sequence, entry, hash from audit where sequence > ? order by sequence limit ?',
    linkRow,
  );
  return (sequence, limit) => after.all(sequence, limit).map(({ entry }) => eventSchema.parse(JSON.parse(entry)));
}

/** Follows the chain, in one view of the file. */
export function verifyAuditLog(database: Database.Database): AuditVerdict {
  database.exec('begin');
  try {
    const head = prepareQuery(database, headQuery, headRow).first() ?? emptyHead;
    return verifyChain(linksOf(database), head);
  } finally {
    database.exec('rollback');
  }
}

/** One by one, for a log may be longer than memory has room for. */
function* linksOf(database: Database.Database): Generator<Link> {
  for (const row of database.prepare(linksQuery).raw().iterate([])) yield linkRow.parse(row);
}
