// The composition root: Config → wired parts. No logic but the order of things.
import { readdir } from 'node:fs/promises';
import { isSourceFile } from '../ingest/extract.ts';
import { ingest } from '../ingest/run.ts';
import type { IngestReport, Progress } from '../ingest/progress.ts';
import { loadHnsw } from '../index/hnsw.ts';
import { verifyGeneration } from '../index/manifest.ts';
import type { Verdict } from '../index/manifest.ts';
import { followIndex } from '../index/follow.ts';
import type { FollowedIndex, Lease } from '../index/follow.ts';
import type { OpenedIndex } from '../index/open.ts';
import { generationFolder, readCurrent } from '../index/versions.ts';
import { openLocalEmbeddings } from './adapters/local-embeddings.ts';
import type { LocalEmbeddings } from './adapters/local-embeddings.ts';
import { verifyModel } from './adapters/model-files.ts';
import { pinTurns } from './chat/pinned-turns.ts';
import { rehearse } from './chat/rehearse.ts';
import { createTurns } from './chat/turn.ts';
import type { Turns } from './chat/turn.ts';
import { wordTurns } from './chat/worded-turns.ts';
import { auditIngest } from './compose-data.ts';
import { openLanguageModel } from './compose-language-model.ts';
import type { Config } from './config.ts';
import { AppError } from './domain/errors.ts';
import { createAdviser } from './generate/advise.ts';
import type { GuardedModel } from './generate/guarded-model.ts';
import type { Log, ModelFingerprint, PassageIndex, SpendingStore } from './ports.ts';

/** Everything that a channel needs; `close` ends the embedder and the index. */
export interface App {
  readonly turns: Turns;
  readonly index: () => PassageIndex;
  /** The generation that serves at this moment, held open until it is released. */
  readonly lease: () => Lease;
  readonly embedder: LocalEmbeddings;
  /** Sentences on what is amiss at this moment though the index serves; empty when all is well. */
  readonly notes: readonly string[];
  readonly engine: OpenedIndex['engine'];
  /** `provider:model` of the language model that words answers; null where answers only quote. */
  readonly languageModel: string | null;
  close(): Promise<void>;
}

/** What the app is for: one command, or a service, which readies all that the first question needs. */
export type Purpose = 'command' | 'service';

/**
 * Opens the index and warms the embedder.
 * @param spending where what a language model costs is kept; a command counts its own alone.
 * @throws AppError `index-missing`, `index-damaged`, `model-damaged`.
 */
export async function composeApp(
  config: Config,
  log: Log,
  purpose: Purpose = 'command',
  spending: SpendingStore | null = null,
): Promise<App> {
  const embedder = await openLocalEmbeddings({ modelDir: config.modelDir, model: config.model, log });
  try {
    const model = config.languageModel && (await openLanguageModel(config.languageModel, log, spending));
    const [index] = await Promise.all([
      // The embedder's process starts meanwhile.
      followIndex(config.indexDir, {
        log,
        expectedModel: embedder.model,
        ...(purpose === 'service' && { prepare: rehearse }),
      }),
      embedder.warm(),
    ]);
    return appOf({ index, embedder, model }, log);
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

interface Opened {
  readonly index: FollowedIndex;
  readonly embedder: LocalEmbeddings;
  readonly model: GuardedModel | null;
}

function appOf({ index, embedder, model }: Opened, log: Log): App {
  const current = (): PassageIndex => index.current();
  const advise = model && createAdviser(model);
  const quoting = createTurns({ index: current, embedder, log, ...(advise && { advise }) });
  const turns = model ? wordTurns({ turns: quoting, index: current, model, embedder, log }) : quoting;
  return {
    turns: pinTurns(turns, () => index.lease().release),
    languageModel: model?.name ?? null,
    index: () => index.current(),
    lease: () => index.lease(),
    embedder,
    get notes() {
      return index.notes();
    },
    get engine() {
      return index.engine();
    },
    close: async () => {
      await Promise.all([embedder.close(), index.close()]);
    },
  };
}

export interface IngestRequest {
  readonly corpusDir: string;
  readonly progress: Progress;
}

/** Runs an ingest with an embedder of its own, two processes wide, for that halves the time on two cores. */
export async function runIngest(config: Config, log: Log, request: IngestRequest): Promise<IngestReport> {
  const embedder = await openLocalEmbeddings({ modelDir: config.modelDir, model: config.model, processes: 2, log });
  try {
    // The model's start is not counted against the time that the first texts may take.
    const warm = (): Promise<void> => embedder.warm();
    const report = await ingest({ ...request, indexDir: config.indexDir, embedder, warm, now: new Date(), log });
    await auditIngest(config, log, { object: report.generation, outcome: 'done' });
    return report;
  } catch (error) {
    await auditIngest(config, log, { object: null, outcome: 'failed' });
    throw error;
  } finally {
    await embedder.close();
  }
}

/** Whether the fault means that an ingest would help. */
export function needsIngest(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'index-missing' || error.code === 'index-damaged');
}

/** The parts one by one, looked at without a change to any, for `doctor`. */
export const inspect = {
  /** Whether the native search library loads; without it the search is exact. */
  graphLibrary: async (log: Log): Promise<boolean> => (await loadHnsw(log)) !== null,
  /** @throws AppError `model-damaged`, `configuration`. */
  model: async ({ modelDir, model }: Config): Promise<ModelFingerprint> =>
    (await verifyModel(modelDir, model)).fingerprint,
  /** The generation that should serve, and what is wrong with it; null where none was published. */
  index: async ({ indexDir }: Config, model: ModelFingerprint | null): Promise<Verdict | null> => {
    const id = await readCurrent(indexDir);
    return id === null ? null : verifyGeneration(generationFolder(indexDir, id), id, model);
  },
  /** Names of the documents in the project's corpus folder. */
  sources: async ({ corpusDir }: Config): Promise<string[]> => (await readdir(corpusDir)).filter(isSourceFile),
};
