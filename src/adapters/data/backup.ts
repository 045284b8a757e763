// A copy of the data file while it is served from, and the way back from a copy.
import { access, chmod, copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError, systemCodeOf } from '../../domain/errors.ts';
import type { AuditEvent } from '../../domain/audit.ts';
import { syncToDisk } from '../../files/sync-to-disk.ts';
import { dataFileOf, lockDataFolder, openDataFile } from './data-folder.ts';
import { toOperatorFault } from './data-faults.ts';
import { brokenAudit, examineFile } from './examine.ts';
import type { DataFacts } from './examine.ts';
import { openForReading } from './open-database.ts';

/** Copies hold what people said: only whoever made one may read it. */
const fileMode = 0o600;

/**
 * Writes a copy as of one moment, whether the folder is being served from or not. What was deleted is not in it.
 * @throws AppError `not-found` where nothing was kept yet, `wrong-use` where `file` exists, `disk-full`, `data-unwritable`, and `data-damaged`,
 * after writing the copy, when its audit log is broken.
 */
export async function backUp(dataDir: string, file: string): Promise<DataFacts> {
  const from = dataFileOf(dataDir);
  if (!(await exists(from))) throw new AppError('not-found', `Nothing was kept in ${dirname(from)} yet.`);
  const facts = await published(resolve(file), async (draft) => {
    // SQLite takes an empty file for none, and leaves its rights.
    await (await open(draft, 'wx', fileMode)).close();
    const database = openForReading(from);
    try {
      database.prepare('vacuum into ?').run([draft]);
    } finally {
      database.close();
    }
    return examineFile(draft, file);
  });
  if (facts.audit.kind === 'broken')
    throw new AppError('data-damaged', `${file} was written, but ${brokenAudit(facts.audit)}.`);
  return facts;
}

/**
 * Puts a copy into a data folder that holds none yet, and tells the audit log of it.
 * @param event what the log is told.
 * @throws AppError `wrong-use` where there is something already, `data-locked`, `not-found`, `data-damaged` when the copy is not whole.
 */
export async function restore(file: string, dataDir: string, event: AuditEvent): Promise<DataFacts> {
  const from = resolve(file);
  if (!(await exists(from))) throw new AppError('not-found', `There is no file ${from}.`);
  const lock = await lockDataFolder(dataDir);
  try {
    await refuseLeftOver(dataFileOf(dataDir));
    const facts = await published(dataFileOf(dataDir), async (draft) => {
      await copyFile(from, draft);
      await chmod(draft, fileMode);
      return examineCopy(draft, from);
    });
    const { conversations: store } = await openDataFile(dataDir);
    await store.record(event);
    await store.close();
    return facts;
  } finally {
    await lock.release();
  }
}

/** SQLite would take the write-ahead log of a file that was moved away for one of the copy's. @throws AppError `wrong-use`. */
async function refuseLeftOver(path: string): Promise<void> {
  await refuseExisting(path);
  const journal = `${path}-wal`;
  if ((await exists(journal)) && (await stat(journal)).size > 0)
    throw new AppError('wrong-use', `${journal} was left behind. Move it away, to the file that it belongs to.`);
}

async function refuseExisting(path: string): Promise<void> {
  if (await exists(path))
    throw new AppError('wrong-use', `${path} exists already, and is not overwritten. Move it away, or name another.`);
}

/** @throws AppError `data-damaged`, which names the file that was copied. */
function examineCopy(draft: string, from: string): DataFacts {
  const facts = examineFile(draft, from);
  if (facts.audit.kind === 'sound') return facts;
  throw new AppError('data-damaged', `${from} is not restored, for ${brokenAudit(facts.audit)}.`);
}

/** The file appears whole, and on disk, or not at all. @throws AppError `wrong-use` where it exists. */
async function published<Result>(path: string, write: (draft: string) => Promise<Result>): Promise<Result> {
  await refuseExisting(path);
  const draft = `${path}.${process.pid}.draft`;
  try {
    const result = await write(draft);
    await syncToDisk(draft);
    await rename(draft, path);
    await syncToDisk(dirname(path));
    return result;
  } catch (error) {
    throw toOperatorFault(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false;
    throw toOperatorFault(path, error);
  }
}
