// Opens the index for serving: the current generation if it is sound, else the newest other that is. Door for compose.
import { rename } from 'node:fs/promises';
import { AppError } from '../src/domain/errors.ts';
import type { Log, ModelFingerprint, PassageIndex } from '../src/ports.ts';
import { openGeneration } from './generation.ts';
import { loadHnsw, type HnswLibrary } from './hnsw.ts';
import { verifyGeneration } from './manifest.ts';
import { damagedFolder, generationFolder, listGenerations, readCurrent } from './versions.ts';

export interface OpenOptions {
  readonly log: Log;
  /** The model that will make the query vectors; a generation made with another is not opened. */
  readonly expectedModel?: ModelFingerprint;
  /** Null to do without; by default the native library is tried. */
  readonly hnsw?: HnswLibrary | null;
}

export interface OpenedIndex {
  readonly index: PassageIndex;
  readonly engine: 'hnsw' | 'exact';
  /** Sentences on what is amiss though the index serves; empty when all is well. Health reports these as degraded. */
  readonly notes: readonly string[];
}

/** @throws AppError `index-missing` when none was ever published, `index-damaged` when none of those on disk can serve. */
export async function openIndex(indexDir: string, options: OpenOptions): Promise<OpenedIndex> {
  const current = await readCurrent(indexDir);
  const candidates = inOrderOfTrial(await listGenerations(indexDir), current);
  const opener = { indexDir, options, hnsw: options.hnsw === undefined ? await loadHnsw(options.log) : options.hnsw };
  const notes = current !== null && candidates.includes(current) ? [] : [danglingPointer(current)];
  for (const id of candidates) {
    const attempt = await tryGeneration(id, opener);
    if (attempt.kind === 'failed') notes.push(attempt.note);
    else return opened(attempt, notes, options.log);
  }
  throw noneLeft(indexDir, candidates.length === 0 ? [] : notes);
}

export interface Opener {
  readonly indexDir: string;
  readonly options: OpenOptions;
  readonly hnsw: HnswLibrary | null;
}

type OpenGeneration = PassageIndex & Pick<OpenedIndex, 'engine'>;
type Attempt =
  | { readonly kind: 'open'; readonly index: OpenGeneration }
  | { readonly kind: 'failed'; readonly note: string };

/** The current one, then older ones, then newer ones (of which an ingest was killed before it could switch to them). */
function inOrderOfTrial(newestFirst: readonly string[], current: string | null): string[] {
  if (current === null) return [...newestFirst];
  const older = newestFirst.filter((id) => id < current);
  const newer = newestFirst.filter((id) => id > current);
  return [...newestFirst.filter((id) => id === current), ...older, ...newer];
}

/** Verifies and opens this generation alone; one that is damaged is put aside. */
export async function tryGeneration(id: string, opener: Opener): Promise<Attempt> {
  const folder = generationFolder(opener.indexDir, id);
  const verdict = await verifyGeneration(folder, id, opener.options.expectedModel ?? null);
  if (verdict.kind === 'damaged') await putAside(id, opener);
  if (verdict.kind !== 'sound') return failed(id, verdict.reason, opener.options.log);
  try {
    const { log } = opener.options;
    return { kind: 'open', index: await openGeneration(folder, verdict.manifest, { log, hnsw: opener.hnsw }) };
  } catch (error) {
    return failed(id, String(error), opener.options.log);
  }
}

function failed(id: string, reason: string, log: Log): Attempt {
  log('error', 'index-generation-refused', { generation: id, reason });
  return { kind: 'failed', note: `Index generation ${id} was not used: ${reason}.` };
}

/** Keeps a damaged generation out of the way of the next start; on a read-only disk it is only passed over. */
async function putAside(id: string, { indexDir, options }: Opener): Promise<void> {
  try {
    await rename(generationFolder(indexDir, id), damagedFolder(indexDir, id));
  } catch (error) {
    options.log('warn', 'index-generation-not-put-aside', { generation: id, cause: String(error) });
  }
}

function opened({ index }: { readonly index: OpenGeneration }, notes: readonly string[], log: Log): OpenedIndex {
  const { generation, engine } = index;
  log(notes.length === 0 ? 'info' : 'warn', 'index-opened', { generation, engine, notes });
  const advice = `Generation ${generation} serves instead. Run \`bluelamp ingest\` to rebuild the index.`;
  return { index, engine, notes: notes.length === 0 ? [] : [...notes, advice] };
}

function danglingPointer(current: string | null): string {
  return current === null
    ? 'CURRENT does not say which index generation serves.'
    : `Index generation ${current}, which should serve, is not there.`;
}

function noneLeft(indexDir: string, notes: readonly string[]): AppError {
  if (notes.length === 0) {
    return new AppError(
      'index-missing',
      `There is no index in ${indexDir} yet. Run \`bluelamp ingest\` (or \`npm run ingest\`) to build it.`,
    );
  }
  const message = `No index in ${indexDir} can be used. Run \`bluelamp ingest\` (or \`npm run ingest\`) to rebuild it. ${notes.join(' ')}`;
  return new AppError('index-damaged', message);
}
