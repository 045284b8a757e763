// Whether a data file is whole: its format, its pages, its audit log.
import { access } from 'node:fs/promises';
import type Database from 'libsql';
import { z } from 'zod';
import type { AuditVerdict } from '../../domain/audit.ts';
import { AppError, systemCodeOf } from '../../domain/errors.ts';
import { holderOf } from '../../files/process-lock.ts';
import { verifyAuditLog } from './audit-log.ts';
import { dataFileOf, lockFileOf } from './data-folder.ts';
import { toOperatorFault } from './data-faults.ts';
import { checkVersion } from './migrations.ts';
import { openForReading, prepareQuery } from './open-database.ts';

export interface DataFacts {
  /** Version of the format. */
  readonly version: number;
  readonly conversations: number;
  readonly turns: number;
  readonly audit: AuditVerdict;
}

/** @param name what it is called in the error. @throws AppError `data-damaged` for a file that is not whole, newer, or not ours. */
export function examineFile(path: string, name = path): DataFacts {
  try {
    const database = openForReading(path);
    try {
      return examine(database, name);
    } finally {
      database.close();
    }
  } catch (error) {
    throw toOperatorFault(name, error);
  }
}

function examine(database: Database.Database, name: string): DataFacts {
  const version = checkVersion(database, name);
  if (version === 0) throw new AppError('data-damaged', `${name} is empty.`);
  const faults = prepareQuery(database, 'pragma integrity_check(1)', z.tuple([z.string()])).first();
  if (faults?.[0] !== 'ok') {
    throw new AppError('data-damaged', `${name} is damaged (${faults?.[0] ?? 'it cannot be checked'}).`);
  }
  const count = (table: 'conversations' | 'turns'): number =>
    prepareQuery(database, `select count(*) from ${table}`, z.tuple([z.number()])).first()?.[0] ?? 0;
  return {
    version,
    conversations: count('conversations'),
    turns: count('turns'),
    audit: verifyAuditLog(database),
  };
}

/** What stands in a data folder; null where nothing was kept yet. @throws AppError `data-damaged`, `data-unwritable`. */
export async function examineDataFolder(dataDir: string): Promise<DataFacts | null> {
  const path = dataFileOf(dataDir);
  try {
    await access(path);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw toOperatorFault(path, error);
  }
  return examineFile(path);
}

/** The process that serves from the folder; null where none does. */
export function servingProcessOf(dataDir: string): Promise<number | null> {
  return holderOf(lockFileOf(dataDir));
}

/** What is wrong with an audit log, in words. */
export function brokenAudit({ at, reason }: Extract<AuditVerdict, { kind: 'broken' }>): string {
  const what = reason === 'missing' ? `event ${at} is missing` : `event ${at} was altered`;
  return `its audit log does not hold together: ${what}. Everything before it is as it was written`;
}
