// An index on disk and the real model behind the engine, as the service has them.
import { openIndex } from '../../index/open.ts';
import type { IngestReport } from '../../ingest/progress.ts';
import { ingest } from '../../ingest/run.ts';
import { createTurns } from '../../src/chat/turn.ts';
import type { Turns } from '../../src/chat/turn.ts';
import type { Embedder, PassageIndex } from '../../src/ports.ts';
import { openRealEmbeddings } from '../adapters/real-embeddings.ts';
import { silent } from '../index/made-up-corpus.ts';

export interface Engine {
  readonly index: PassageIndex;
  readonly turns: Turns;
  readonly close: () => Promise<void>;
}

export async function ingestFolder(corpusDir: string, indexDir: string): Promise<IngestReport> {
  const embedder = await openRealEmbeddings({ processes: 2 });
  try {
    return await ingest({ corpusDir, indexDir, embedder, now: new Date(), log: silent, progress: () => undefined });
  } finally {
    await embedder.close();
  }
}

export async function openEngine(indexDir: string): Promise<Engine> {
  const embedder = await openRealEmbeddings();
  const { index } = await openIndex(indexDir, { log: silent, expectedModel: embedder.model });
  const close = async (): Promise<void> => {
    await index.close();
    await embedder.close();
  };
  return { index, turns: createTurns({ index: () => index, embedder: patient(embedder), log: silent }), close };
}

/** On a machine that has other work too a question waits for its vector, for what is measured is the search with it. */
function patient(embedder: Embedder): Embedder {
  return {
    model: embedder.model,
    embed: async (texts, options) => embedder.embed(texts, { ...options, patient: true }),
  };
}
