// Folders made one by one, from the first that is missing.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCodeOf } from '../domain/errors.ts';

/**
 * Makes the folder and those above it that are missing; does nothing where it is there already. Node's own recursive `mkdir` never
 * ends below a folder that is there and takes no entries, as those of /proc do.
 * @param path absolute, or relative to the working folder. @param mode rights of the folders that are made.
 * @throws the system's error of the folder that could not be made.
 */
export async function makeFolders(path: string, mode?: number): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    const code = systemCodeOf(error);
    // What is there but no folder shows at its first use, with its own name in the error.
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolders(dirname(path), mode);
    await makeLast(path, mode);
  }
}

async function makeLast(path: string, mode: number | undefined): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    // Another process may have made it in between.
    if (systemCodeOf(error) !== 'EEXIST') throw error;
  }
}
