import { open } from 'node:fs/promises';

/** Waits until what was written to a file, or the entries of a folder, are on disk. */
export async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
