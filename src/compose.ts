// The composition root: Config → wired parts. No logic but the order of things.
import { readdir } from 'node:fs/promises';
import { isSourceFile } from '../ingest/extract.ts';
import { ingest } from '../ingest/run.ts';
import type { IngestReport, Progress } from '../ingest/progress.ts';
import { loadHnsw } from '../index/hnsw.ts';
import { verifyGeneration } from '../index/manifest.ts';
import type { Verdict } from '../index/manifest.ts';
import { openIndex } from '../index/open.ts';
import type { OpenedIndex } from '../index/open.ts';
import { generationFolder, readCurrent } from '../index/versions.ts';
import { openLocalEmbeddings } from './adapters/local-embeddings.ts';
import type { LocalEmbeddings } from './adapters/local-embeddings.ts';
import { verifyModel } from './adapters/model-files.ts';
import { createTurns } from './chat/turn.ts';
import type { Turns } from './chat/turn.ts';
import { auditIngest, keepConversations } from './compose-data.ts';
import type { DataFolder } from './compose-data.ts';
import type { Config } from './config.ts';
import { AppError } from './domain/errors.ts';
import type { Log, ModelFingerprint, PassageIndex } from './ports.ts';

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
    const [opened] = await Promise.all([
      openIndex(config.indexDir, { log, expectedModel: embedder.model }),
      embedder.warm(),
    ]);
    const index = (): PassageIndex => opened.index;
    const close = async (): Promise<void> => {
      await Promise.all([embedder.close(), opened.index.close()]);
    };
    return {
      turns: createTurns({ index, embedder, log }),
      index,
      embedder,
      notes: opened.notes,
      engine: opened.engine,
      close,
    };
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
    // The model's start is not counted against the time that the first texts may take.
    await embedder.warm();
    const report = await ingest({ ...request, indexDir: config.indexDir, embedder, now: new Date(), log });
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

export interface Service {
  readonly url: string;
  /** Takes no more questions, lets those under way end, and closes the app and the data folder. */
  close(): Promise<void>;
}

/**
 * Serves the app over HTTP, and keeps what is said. Loaded only here: other commands do without a server.
 * @throws AppError `configuration` when the address is taken.
 */
export async function serveApp(app: App, data: DataFolder, config: Config, log: Log): Promise<Service> {
  const { createHttpApp } = await import('./delivery/http/app.ts');
  const { listen } = await import('./delivery/http/listen.ts');
  const { newRandomId } = await import('./delivery/http/random-id.ts');
  let closing = false;
  const health = (): { notReady: string[]; notes: readonly string[] } => ({
    notReady: closing ? ['Bluelamp is shutting down.'] : embedderFault(app),
    notes: app.notes,
  });
  const { turns, index } = app;
  const http = createHttpApp({ turns, index, health, ids: newRandomId, log, publicHosts: publicHosts(config) });
  const listener = await listen(http, config);
  const url = listener.url.replace('//127.0.0.1:', '//localhost:');
  const kept = keepConversations({ data, turns, config, log, publicUrl: () => config.publicUrl ?? url });
  return {
    url,
    close: async () => {
      closing = true;
      await listener.close();
      await app.close();
      await kept.close();
    },
  };
}

function embedderFault({ embedder }: App): string[] {
  const { state } = embedder.state();
  return state === 'ready' ? [] : [`The embedder is ${state}; only words are searched, not meaning.`];
}

/** Names under which readers reach the service, beside those of this machine itself. */
function publicHosts({ publicUrl, host }: Config): string[] {
  const isAnyAddress = host === '0.0.0.0' || host === '::';
  return [
    ...(publicUrl === null ? [] : [new URL(publicUrl).host]),
    ...(isAnyAddress ? [] : [host.includes(':') ? `[${host}]` : host]),
  ];
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
