// One ingest at a time.
import { join } from 'node:path';
import { AppError } from '../src/domain/errors.ts';
import { makeFolders } from '../src/files/make-folders.ts';
import { acquireProcessLock } from '../src/files/process-lock.ts';
import type { ProcessLock } from '../src/files/process-lock.ts';
import { writing } from './durable-files.ts';

/** @throws AppError `index-locked` at once when a living process holds the lock; that of a dead one is taken over. */
export async function acquireIngestLock(indexDir: string): Promise<ProcessLock> {
  await writing(indexDir, () => makeFolders(indexDir));
  const path = join(indexDir, '.lock');
  return writing(path, () => acquireProcessLock(path, locked));
}

function locked(pid: number): AppError {
  return new AppError(
    'index-locked',
    `An ingest is already running (pid ${pid}). Wait until it has finished, then try again.`,
  );
}
