// Removes what no longer serves: all generations but the last two, and what interrupted runs left behind.
import { join } from 'node:path';
import type { Log } from '../src/ports.ts';
import type { DurableFiles } from './durable-files.ts';
import { generationFolder, listGenerations, listLeftovers, readCurrent, versionsFolder } from './versions.ts';

/** Call only while holding the ingest lock: a staging folder of a running ingest looks like a stale one. Failures are logged, not thrown. */
export async function prune(
  indexDir: string,
  options: { readonly log: Log; readonly files: DurableFiles },
): Promise<void> {
  try {
    for (const path of await superseded(indexDir)) await options.files.remove(path);
  } catch (error) {
    options.log('warn', 'index-not-pruned', { cause: String(error) });
  }
}

/** Keeps the generation that serves and the newest other one, to fall back to. */
async function superseded(indexDir: string): Promise<string[]> {
  const current = await readCurrent(indexDir);
  const [, ...old] = (await listGenerations(indexDir)).filter((id) => id !== current);
  const leftovers = (await listLeftovers(indexDir)).map((name) => join(versionsFolder(indexDir), name));
  return [...old.map((id) => generationFolder(indexDir, id)), ...leftovers];
}
