// Builds a complete generation in a staging folder, where nothing reads it until publish.ts has verified it. Door for ingest.
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Log } from '../src/ports.ts';
import { chooseCanaries } from './canaries.ts';
import { termsOfCorpus, type PassageTerms } from './corpus-terms.ts';
import { diskFiles, factsOf, writing, type DurableFiles } from './durable-files.ts';
import { checkInput, type GenerationInput } from './generation-input.ts';
import { loadHnsw, type HnswLibrary } from './hnsw.ts';
import {
  corpusFile,
  filesSchema,
  formatVersion,
  graphFile,
  manifestFile,
  sealManifest,
  vectorFile,
  type Manifest,
} from './manifest.ts';
import { bytesOf, firstRows, rowsInMemory, type VectorRows } from './vector-rows.ts';
import { listGenerations, nextGenerationId, stagingFolder } from './versions.ts';
import { writeCorpus } from './write-corpus.ts';
import { writeGraph } from './write-graph.ts';

export interface BuildOptions {
  readonly indexDir: string;
  readonly now: Date;
  readonly log: Log;
  readonly files?: DurableFiles;
  readonly hnsw?: HnswLibrary | null;
}

/** A generation that is complete on disk but serves nobody yet. */
export interface StagedGeneration {
  readonly indexDir: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Writes the generation of `input`. When a step fails, the staging folder is removed and the index is as before.
 * @throws AppError `disk-full`, `corpus-unreadable` (no passage at all) or `internal`.
 */
export async function buildGeneration(input: GenerationInput, options: BuildOptions): Promise<StagedGeneration> {
  checkInput(input);
  const id = nextGenerationId(options.now, hashOf(input), await listGenerations(options.indexDir));
  const folder = stagingFolder(options.indexDir, id);
  const files = options.files ?? diskFiles;
  try {
    await writing(folder, () => emptyFolder(folder, files));
    const manifest = await writeGeneration(folder, { id, input, options, files });
    await writing(folder, () => files.sync(folder));
    return { indexDir: options.indexDir, folder, manifest };
  } catch (error) {
    await files.remove(folder).catch(() => options.log('warn', 'staging-not-removed', { folder }));
    throw error;
  }
}

interface Build {
  readonly id: string;
  readonly input: GenerationInput;
  readonly options: BuildOptions;
  readonly files: DurableFiles;
}

async function emptyFolder(folder: string, files: DurableFiles): Promise<void> {
  await files.remove(folder);
  await files.makeFolder(folder);
}

async function writeGeneration(folder: string, build: Build): Promise<Manifest> {
  const corpus = termsOfCorpus(build.input);
  const rows = toRows(corpus, build.input.model.dimensions);
  const written = [
    await writeCorpusFile(join(folder, corpusFile), build, corpus),
    await writeVectorFile(join(folder, vectorFile), rows, build.files),
    ...(await writeGraphFile(join(folder, graphFile), firstRows(rows, searchedRows(corpus)), build)),
  ];
  const manifest = sealManifest({ ...describe(build, corpus), files: await factsOfAll(written) });
  await writing(folder, () => build.files.write(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

async function writeCorpusFile(path: string, build: Build, corpus: readonly PassageTerms[]): Promise<string> {
  await writing(path, () => writeCorpus(path, build.input, corpus));
  await writing(path, () => build.files.sync(path));
  return path;
}

async function writeVectorFile(path: string, rows: VectorRows, files: DurableFiles): Promise<string> {
  await writing(path, () => files.write(path, bytesOf(rows.read(0, rows.count))));
  return path;
}

/** Gives no file when there is no HNSW here, or it cannot be trusted. */
async function writeGraphFile(path: string, rows: VectorRows, { options, files }: Build): Promise<string[]> {
  const library = options.hnsw === undefined ? await loadHnsw(options.log) : options.hnsw;
  if (!library) return [];
  const trusted = await writing(path, () => writeGraph(path, rows, { library, files, log: options.log }));
  return trusted ? [path] : [];
}

async function factsOfAll(paths: readonly string[]): Promise<Manifest['files']> {
  const facts = await Promise.all(paths.map(async (path) => [basename(path), await factsOf(path)] as const));
  return filesSchema.parse(Object.fromEntries(facts));
}

/** Passages and sentences are searched; the context vectors after them only rescore what was found. */
function searchedRows(corpus: readonly PassageTerms[]): number {
  return corpus.reduce((sum, { passage }) => sum + 1 + passage.sentences.length, 0);
}

function toRows(corpus: readonly PassageTerms[], dimensions: number): VectorRows {
  const passages = corpus.map(({ passage }) => passage);
  const vectors = [
    ...passages.map((each) => each.vector),
    ...passages.flatMap((each) => each.sentenceVectors),
    ...passages.flatMap((each) => each.contextVectors),
  ];
  const values = new Float32Array(vectors.length * dimensions);
  for (const [row, vector] of vectors.entries()) values.set(vector, row * dimensions);
  return rowsInMemory(values, dimensions);
}

function describe(
  { id, input, options }: Build,
  corpus: readonly PassageTerms[],
): Omit<Manifest, 'files' | 'checksum'> {
  const sentences = corpus.reduce((sum, { passage }) => sum + passage.sentences.length, 0);
  return {
    format: formatVersion,
    id,
    createdAt: options.now.toISOString(),
    model: input.model,
    counts: { documents: input.documents.length, passages: corpus.length, sentences },
    corpus: input.documents.map(({ document, file, sha256 }) => ({ documentId: document.id, file, sha256 })),
    canaries: chooseCanaries(corpus),
  };
}

/** Equal documents, read the same way for the same model, give an equal hash; vectors follow from keys and model. */
function hashOf(input: GenerationInput): string {
  const { model, acronyms, insight, commitments } = input;
  const hash = createHash('sha256').update(JSON.stringify([model, acronyms, insight, commitments]));
  for (const { document, file, sha256, passages } of input.documents) {
    const { text: _text, ...structure } = document;
    const bare = passages.map(
      ({ vector: _vector, sentenceVectors: _sentences, contextVectors: _contexts, text: _quote, ...rest }) => ({
        ...rest,
        knownQuestions: rest.knownQuestions.map(({ vector: _question, ...question }) => question),
      }),
    );
    hash.update(JSON.stringify([file, sha256, structure, bare]));
  }
  return hash.digest('hex');
}
