// File operations that are on disk when they return. All that an ingest writes goes through here, so that tests can make any one of them fail.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { AppError, systemCodeOf } from '../src/domain/errors.ts';
import { makeFolders } from '../src/files/make-folders.ts';
import { syncToDisk } from '../src/files/sync-to-disk.ts';

export interface DurableFiles {
  makeFolder(path: string): Promise<void>;
  /** Writes the whole file and waits until it is on disk. */
  write(path: string, content: Uint8Array | string): Promise<void>;
  /** Waits until a file that native code wrote, or the entries of a folder, are on disk. */
  sync(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with all in it; no error when it is not there. */
  remove(path: string): Promise<void>;
}

export const diskFiles: DurableFiles = {
  makeFolder: (path) => makeFolders(path),
  write: writeDurably,
  sync: syncToDisk,
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
};

export interface FileFacts {
  readonly bytes: number;
  readonly sha256: string;
}

/** Size and SHA-256 of a file as it reads back. */
export async function factsOf(path: string): Promise<FileFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stream without an encoding yields Buffers.
    const part = chunk as Buffer;
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Runs a step that writes `path`; what goes wrong is thrown as a sentence that names the file and what to do. */
export async function writing<T>(path: string, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof AppError ? error : toWriteError(path, error);
  }
}

/** The fault for a disk that took less than it was given. */
export function diskFull(path: string, cause?: unknown): AppError {
  return new AppError(
    'disk-full',
    `The disk is full: ${path} could not be written in full. Nothing was published and the previous index still serves. Free some space and run \`bluelamp ingest\` again.`,
    { cause },
  );
}

const fullDiskCodes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

function toWriteError(path: string, error: unknown): AppError {
  if (fullDiskCodes.has(systemCodeOf(error))) return diskFull(path, error);
  const message = `${path} could not be written (${String(error)}). Nothing was published and the previous index still serves.`;
  return new AppError('internal', message, { cause: error });
}

async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
