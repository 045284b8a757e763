// Gives ingest the vectors that the current generation already has, so that unchanged text is not embedded again.
import { join } from 'node:path';
import { z } from 'zod';
import type { Log, ModelFingerprint } from '../src/ports.ts';
import { corpusFile, vectorFile, verifyGeneration } from './manifest.ts';
import { openCorpus } from './read-corpus.ts';
import { readQuestionVectors } from './stored-questions.ts';
import { loadRows } from './vector-rows.ts';
import { generationFolder, readCurrent } from './versions.ts';

const keyRows = z.array(z.tuple([z.string()]));
/** In the order of the vector file: passages, sentences, sentences in context. */
const keyQuery = `select embed_key from (select 0 as part, ordinal, embed_key from passages
  union all select 1, ordinal, embed_key from sentences
  union all select 2, ordinal, context_key from sentences) order by part, ordinal`;

/** Vectors by the hash of the text that they were made from; none when the index is missing, damaged or of another model. */
export async function readVectorsForReuse(
  indexDir: string,
  options: { readonly model: ModelFingerprint; readonly log: Log },
): Promise<ReadonlyMap<string, Float32Array>> {
  const id = await readCurrent(indexDir);
  if (id === null) return new Map();
  const folder = generationFolder(indexDir, id);
  const verdict = await verifyGeneration(folder, id, options.model);
  if (verdict.kind === 'sound') return readVectors(folder, options.model.dimensions);
  options.log('info', 'vectors-not-reused', { generation: id, reason: verdict.reason });
  return new Map();
}

async function readVectors(folder: string, dimensions: number): Promise<Map<string, Float32Array>> {
  const rows = await loadRows(join(folder, vectorFile), dimensions);
  const { keys, questions } = readKeys(join(folder, corpusFile));
  return new Map([...questions, ...keys.map((key, row) => [key, rows.read(row, row + 1)] as const)]);
}

interface StoredKeys {
  /** In the order of the vector file. */
  readonly keys: readonly string[];
  readonly questions: ReadonlyMap<string, Float32Array>;
}

function readKeys(path: string): StoredKeys {
  const database = openCorpus(path);
  try {
    const keys = keyRows.parse(database.prepare(keyQuery).raw().all()).map(([key]) => key);
    return { keys, questions: readQuestionVectors(database) };
  } finally {
    database.close();
  }
}
