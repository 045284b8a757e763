// The folder of what people said, open for the one process that serves.
import { constants, existsSync } from 'node:fs';
import { access, open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { AuditEvent } from '../../domain/audit.ts';
import { AppError, systemCodeOf } from '../../domain/errors.ts';
import { makeFolders } from '../../files/make-folders.ts';
import { acquireProcessLock } from '../../files/process-lock.ts';
import type { ProcessLock } from '../../files/process-lock.ts';
import { syncToDisk } from '../../files/sync-to-disk.ts';
import { toOperatorFault } from './data-faults.ts';
import { openStores } from './sqlite-conversations.ts';
import type { DataStores } from './sqlite-conversations.ts';

/** Only the user that Bluelamp runs as may look into it. */
const folderMode = 0o700;
const fileMode = 0o600;

export interface DataFolder extends DataStores {
  /** Closes the stores, and lets another process have the folder. */
  readonly close: () => Promise<void>;
}

export function dataFileOf(dataDir: string): string {
  return join(resolve(dataDir), 'bluelamp.sqlite');
}

export function lockFileOf(dataDir: string): string {
  return join(resolve(dataDir), '.lock');
}

/**
 * Opens the folder, and makes it where there is none.
 * @throws AppError `data-locked` at once when another process serves from it; `data-unwritable`, `data-damaged`, `disk-full` that say what to do.
 */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  const lock = await lockDataFolder(dataDir);
  try {
    const stores = await openDataFile(dataDir);
    const close = async (): Promise<void> => {
      try {
        await stores.conversations.close();
      } finally {
        await lock.release();
      }
    };
    return { ...stores, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Makes the folder where there is none, and keeps other processes out. @throws AppError as `openDataFolder`. */
export async function lockDataFolder(dataDir: string): Promise<ProcessLock> {
  const folder = resolve(dataDir);
  return forOperator(folder, async () => {
    await makeFolders(folder, folderMode);
    await access(folder, constants.W_OK | constants.X_OK);
    return acquireProcessLock(lockFileOf(folder), (pid) => locked(folder, pid));
  });
}

/**
 * Opens the file for one more process beside the one that serves, for a moment: SQLite has them write one after the other.
 * @throws AppError as `openDataFolder`, but for the lock.
 */
export async function openDataFile(dataDir: string): Promise<DataStores> {
  const path = dataFileOf(dataDir);
  return forOperator(path, async () => {
    await makeFile(path);
    await access(path, constants.R_OK | constants.W_OK);
    return openStores(path);
  });
}

/**
 * SQLite gives its other files the rights of this one. A file that is there is not opened: to close it again would take SQLite's
 * locks off it, for the system knows them by process and file.
 */
async function makeFile(path: string): Promise<void> {
  try {
    await (await open(path, 'wx', fileMode)).close();
    await syncToDisk(dirname(path));
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error;
  }
}

/**
 * Tells the audit log of what a command did, beside the process that serves. Where nothing was kept yet there is no log to tell, and a
 * command makes none: it might belong to a user whose files the service may not write.
 * @returns whether there is a log. @throws AppError as `openDataFolder`, but for the lock.
 */
export async function recordBeside(dataDir: string, event: AuditEvent): Promise<boolean> {
  if (!existsSync(dataFileOf(dataDir))) return false;
  const { conversations } = await openDataFile(dataDir);
  try {
    await conversations.record(event);
    return true;
  } finally {
    await conversations.close();
  }
}

async function forOperator<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toOperatorFault(path, error);
  }
}

function locked(folder: string, pid: number): AppError {
  return new AppError(
    'data-locked',
    `Bluelamp already serves from the data folder ${folder} (pid ${pid}). Stop that process, or set BLUELAMP_DATA_DIR to another folder.`,
  );
}
