// Builds, publishes and opens made-up indexes for the tests of this folder.
import { onTestFinished } from 'vitest';
import { buildGeneration, type BuildOptions } from '../../index/build.ts';
import type { GenerationInput } from '../../index/generation-input.ts';
import { openIndex, type OpenedIndex, type OpenOptions } from '../../index/open.ts';
import { publishGeneration } from '../../index/publish.ts';
import { noon, silent } from './made-up-corpus.ts';

/** Gives the id of the generation that now serves. */
export async function ingest(
  indexDir: string,
  input: GenerationInput,
  options: Partial<Pick<BuildOptions, 'files' | 'hnsw' | 'now'>> = {},
): Promise<string> {
  const staged = await buildGeneration(input, { indexDir, now: noon, log: silent, ...options });
  await publishGeneration(staged, { log: silent, ...options });
  return staged.manifest.id;
}

export async function openForTest(indexDir: string, options: Partial<OpenOptions> = {}): Promise<OpenedIndex> {
  const opened = await openIndex(indexDir, { log: silent, ...options });
  onTestFinished(() => opened.index.close());
  return opened;
}
