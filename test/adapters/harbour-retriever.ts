// A retriever over the made-up strategies.
import type { RetrieverOptions } from '../../src/adapters/bluelamp-retriever.ts';
import { BluelampRetriever } from '../../src/adapters/bluelamp-retriever.ts';
import { createTurns } from '../../src/chat/turn.ts';
import { searchWire } from '../../src/chat/wire.ts';
import { permalinks } from '../../src/compose-data.ts';
import { harbourApp } from '../delivery/http/made-up-strategies.ts';
import { createFakeEmbedder } from '../ports/fake-embedder.ts';

export async function harbourRetriever(options: RetrieverOptions = {}): Promise<BluelampRetriever> {
  const { index } = await harbourApp();
  const turns = createTurns({ index: () => index, embedder: createFakeEmbedder(), log: () => undefined });
  const source = {
    search: async (request: Parameters<typeof turns.search>[0]) => searchWire(await turns.search(request), false),
    documents: () => index.documents(),
    permalink: permalinks(() => 'http://localhost'),
  };
  return new BluelampRetriever({ source, ...options });
}
