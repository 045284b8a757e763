// Builds the index over the real documents with the real model, once for all the tests of quality.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { ingestFolder } from './open-index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built index over the real documents. */
    corpusIndexDir: string;
  }
}

const corpusDir = fileURLToPath(new URL('../../corpus', import.meta.url));

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const indexDir = await mkdtemp(join(tmpdir(), 'bluelamp-quality-'));
  await ingestFolder(corpusDir, indexDir);
  provide('corpusIndexDir', indexDir);
  return () => rm(indexDir, { recursive: true, force: true });
}
