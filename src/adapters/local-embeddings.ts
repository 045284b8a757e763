// Embeddings computed on this machine, in child processes, for LangChain and for the core alike.
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Embeddings } from '@langchain/core/embeddings';
import { AppError } from '../domain/errors.ts';
import type { EmbedOptions, Embedder, Log, ModelFingerprint } from '../ports.ts';
import { EmbeddingChild, type WorkerProgram } from './embedding-child.ts';
import { type EmbedderHealth, EmbeddingPool, type RestartLimit } from './embedding-pool.ts';
import { type VerifiedModel, verifyModel } from './model-files.ts';
import { type Slice, sliceTexts } from './slice-texts.ts';

export interface LocalEmbeddingsOptions {
  /** Folder with the manifest and the models. */
  readonly modelDir: string;
  readonly model: string;
  /** Children, one core each. 1 for serving; 2 nearly halve an ingest on two cores. Default 1. */
  readonly processes?: number;
  /** Milliseconds for a query from call to answer, and for each slice of a larger request. Default 3,000. */
  readonly timeLimit?: number;
  /** Milliseconds for a child to load the model. Default 20,000. */
  readonly startLimit?: number;
  /** How many queries, and how many slices of larger requests, may wait. Default 256. */
  readonly capacity?: number;
  readonly restartLimit?: RestartLimit;
  readonly log?: Log;
  /** Another program in place of the real worker, for tests. */
  readonly program?: Omit<WorkerProgram, 'args'>;
}

/** Requests of up to this many texts come from someone who waits. */
const urgentTexts = 4;
/** Some 50 to 100 ms of work, which is what a query may have to wait for behind an ingest. */
const sliceLimits = { texts: 16, characters: 4_000 };
const defaultRestartLimit: RestartLimit = { most: 5, within: 60_000, pause: 30_000 };

/**
 * Checks the model's files and readies an embedder; no process is started before the first request or `warm()`.
 * @throws AppError `model-damaged` or `configuration`.
 */
export async function openLocalEmbeddings(options: LocalEmbeddingsOptions): Promise<LocalEmbeddings> {
  return new LocalEmbeddings(options, await verifyModel(options.modelDir, options.model));
}

export class LocalEmbeddings extends Embeddings implements Embedder {
  readonly model: ModelFingerprint;
  readonly #pool: EmbeddingPool;
  readonly #processes: number;

  constructor(options: LocalEmbeddingsOptions, verified: VerifiedModel) {
    super({});
    this.model = verified.fingerprint;
    this.#processes = options.processes ?? 1;
    this.#pool = new EmbeddingPool({
      processes: this.#processes,
      timeLimit: options.timeLimit ?? 3_000,
      capacity: options.capacity ?? 256,
      restartLimit: options.restartLimit ?? defaultRestartLimit,
      startChild: childStarter(options, verified),
      log: options.log ?? (() => undefined),
    });
  }

  async embed(
    texts: readonly string[],
    { signal, patient = false }: EmbedOptions = {},
  ): Promise<readonly Float32Array[]> {
    signal?.throwIfAborted();
    const urgent = !patient && texts.length <= urgentTexts;
    const vectors: Float32Array[] = Array.from({ length: texts.length });
    const slices = sliceTexts(texts, sliceLimits);
    const work = async (): Promise<void> => {
      for (const slice of slices) place(vectors, slice, await this.#pool.submit(slice.texts, urgent, signal));
    };
    // One more at work than there are children, so that none waits for its next slice; the rest stay out of the queue.
    await Promise.all(Array.from({ length: this.#processes + 1 }, work));
    return vectors;
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return (await this.embed(documents)).map((vector) => Array.from(vector));
  }

  override async embedQuery(document: string): Promise<number[]> {
    const [vector = []] = await this.embedDocuments([document]);
    return vector;
  }

  /** Starts the children and waits until one has embedded something. */
  async warm(): Promise<void> {
    await this.#pool.submit([''], false);
  }

  state(): EmbedderHealth {
    return this.#pool.health();
  }

  /** Process ids of the children, for health and tests. */
  pids(): readonly number[] {
    return this.#pool.pids;
  }

  /** Ends the children; whoever waits gets `embedder-unavailable`. */
  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function place(vectors: Float32Array[], slice: Slice, found: readonly Float32Array[]): void {
  for (const [offset, vector] of found.entries()) vectors[slice.start + offset] = vector;
}

function childStarter(options: LocalEmbeddingsOptions, verified: VerifiedModel): () => Promise<EmbeddingChild> {
  const { fingerprint, root, weights } = verified;
  const program = { ...(options.program ?? workerProgram()), args: [root, fingerprint.name, weights] };
  let checked = true;
  return async () => {
    // The files may have been exchanged under a running server, and vectors of two models must not be mixed.
    if (!checked) await verifySame(options.modelDir, fingerprint);
    checked = false;
    return new EmbeddingChild(program, fingerprint.dimensions, options.startLimit ?? 20_000);
  };
}

async function verifySame(modelDir: string, expected: ModelFingerprint): Promise<void> {
  const { fingerprint } = await verifyModel(modelDir, expected.name);
  if (fingerprint.sha256 === expected.sha256) return;
  throw new AppError('model-damaged', `Model ${expected.name} was exchanged while Bluelamp ran. Restart Bluelamp.`);
}

/** The worker beside this file: `.ts` run through tsx, or `.js` as compiled. */
function workerProgram(): Omit<WorkerProgram, 'args'> {
  const isSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(`./embedding-worker.${isSource ? 'ts' : 'js'}`, import.meta.url));
  // Not process.execArgv: it would pass on --inspect and its port, and under Vitest holds no loader.
  return { file, execArgv: isSource ? ['--import', tsxLoader()] : [] };
}

function tsxLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
