import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that is gone when all tests of the file have run. */
export function temporaryFolderOfFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bluelamp-data-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
