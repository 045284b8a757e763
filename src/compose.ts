// The composition root: Config → wired parts. No logic but the order of things.
import { ingest } from '../ingest/run.ts';
import type { IngestReport, Progress } from '../ingest/progress.ts';
import { openIndex } from '../index/open.ts';
import type { OpenedIndex } from '../index/open.ts';
import { openLocalEmbeddings } from './adapters/local-embeddings.ts';
import type { LocalEmbeddings } from './adapters/local-embeddings.ts';
import { createTurns } from './chat/turn.ts';
import type { Turns } from './chat/turn.ts';
import type { Config } from './config.ts';
import { AppError } from './domain/errors.ts';
import type { Log, PassageIndex } from './ports.ts';

/** Everything that a channel needs; `close` ends the embedder and the index. */
export interface App {
  readonly turns: Turns;
  readonly index: () => PassageIndex;
  readonly embedder: LocalEmbeddings;
  /** Sentences on what is amiss though the service runs; empty when all is well. */
  readonly notes: readonly string[];
  readonly engine: OpenedIndex['engine'];
  close(): Promise<void>;
}

/** Opens the index and warms the embedder. @throws AppError `index-missing`, `index-damaged`, `model-damaged`. */
export async function composeApp(config: Config, log: Log): Promise<App> {
  const embedder = await openLocalEmbeddings({ modelDir: config.modelDir, model: config.model, log });
  try {
    const [opened] = await Promise.all([openIndex(config.indexDir, { log, expectedModel: embedder.model }), embedder.warm()]);
    const index = (): PassageIndex => opened.index;
    const close = async (): Promise<void> => {
      await Promise.all([embedder.close(), opened.index.close()]);
    };
    return { turns: createTurns({ index, embedder, log }), index, embedder, notes: opened.notes, engine: opened.engine, close };
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

export interface IngestRequest {
  readonly corpusDir: string;
  readonly progress: Progress;
}

/** Runs an ingest with an embedder of its own, two processes wide, for that halves the time on two cores. */
export async function runIngest(config: Config, log: Log, request: IngestRequest): Promise<IngestReport> {
  const embedder = await openLocalEmbeddings({ modelDir: config.modelDir, model: config.model, processes: 2, log });
  try {
    return await ingest({ ...request, indexDir: config.indexDir, embedder, now: new Date(), log });
  } finally {
    await embedder.close();
  }
}

/** Whether the fault means that an ingest would help. */
export function needsIngest(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'index-missing' || error.code === 'index-damaged');
}
