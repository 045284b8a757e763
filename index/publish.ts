// Makes a staged generation the one that serves: verify it from disk, move it into place, then switch the pointer.
import type { Log } from '../src/ports.ts';
import { AppError } from '../src/domain/errors.ts';
import type { StagedGeneration } from './build.ts';
import { missedCanary } from './canaries.ts';
import { diskFiles, writing, type DurableFiles } from './durable-files.ts';
import { openGeneration } from './generation.ts';
import { loadHnsw, type HnswLibrary } from './hnsw.ts';
import { verifyGeneration } from './manifest.ts';
import { prune } from './prune.ts';
import { currentFile, generationFolder, readCurrent, versionsFolder } from './versions.ts';

export interface PublishOptions {
  readonly log: Log;
  readonly files?: DurableFiles;
  readonly hnsw?: HnswLibrary | null;
}

/**
 * Publishes `staged`. A failure at any step changes nothing that a reader can see: the generation that served goes on serving.
 * @throws AppError `index-damaged` when the staged files do not read back as written, `disk-full` or `internal`.
 */
export async function publishGeneration(staged: StagedGeneration, options: PublishOptions): Promise<void> {
  const files = options.files ?? diskFiles;
  const { indexDir, manifest } = staged;
  const previous = await readCurrent(indexDir);
  try {
    await verifyStaged(staged, options);
    await moveIntoPlace(staged, files);
    await pointTo(indexDir, manifest.id, files);
  } catch (error) {
    await undo(staged, previous, files).catch(() =>
      options.log('error', 'publish-not-undone', { generation: manifest.id }),
    );
    throw error;
  }
  options.log('info', 'index-published', { generation: manifest.id, ...manifest.counts });
  await prune(indexDir, { log: options.log, files });
}

async function verifyStaged({ folder, manifest }: StagedGeneration, options: PublishOptions): Promise<void> {
  const verdict = await verifyGeneration(folder, manifest.id, manifest.model);
  if (verdict.kind !== 'sound') throw refused(verdict.reason);
  const hnsw = options.hnsw === undefined ? await loadHnsw(options.log) : options.hnsw;
  const generation = await openGeneration(folder, verdict.manifest, { log: options.log, hnsw });
  try {
    const missed = await missedCanary(generation, verdict.manifest.canaries);
    if (missed !== null) throw refused(missed);
  } finally {
    await generation.close();
  }
}

async function moveIntoPlace({ indexDir, folder, manifest }: StagedGeneration, files: DurableFiles): Promise<void> {
  const place = generationFolder(indexDir, manifest.id);
  await writing(place, () => files.rename(folder, place));
  await writing(versionsFolder(indexDir), () => files.sync(versionsFolder(indexDir)));
}

/** Replaces CURRENT in one step that is either wholly done or not at all, also over a power cut. */
async function pointTo(indexDir: string, id: string, files: DurableFiles): Promise<void> {
  const pointer = currentFile(indexDir);
  const draft = `${pointer}.new`;
  await writing(draft, () => files.write(draft, `${id}\n`));
  await writing(pointer, () => files.rename(draft, pointer));
  await writing(indexDir, () => files.sync(indexDir));
}

/** Puts the pointer back first; the new generation is removed only once nothing points to it. */
async function undo(
  { indexDir, folder, manifest }: StagedGeneration,
  previous: string | null,
  files: DurableFiles,
): Promise<void> {
  if ((await readCurrent(indexDir)) === manifest.id) {
    await (previous === null ? files.remove(currentFile(indexDir)) : pointTo(indexDir, previous, files));
  }
  await files.remove(`${currentFile(indexDir)}.new`);
  await files.remove(generationFolder(indexDir, manifest.id));
  await files.remove(folder);
}

function refused(reason: string): AppError {
  return new AppError(
    'index-damaged',
    `The new index did not pass its checks (${reason}) and was not published. The previous index still serves. Run \`bluelamp ingest\` again.`,
  );
}
