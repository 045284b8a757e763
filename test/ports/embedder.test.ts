import { createFakeEmbedder } from './fake-embedder.ts';
import { describeEmbedder } from './embedder-suite.ts';
import { openRealEmbeddings } from '../adapters/real-embeddings.ts';

describeEmbedder('the fake embedder', async () => ({ embedder: createFakeEmbedder(), close: async () => undefined }));

describeEmbedder('local embeddings with the real weights, one process', () => openReal(1));
describeEmbedder('local embeddings with the real weights, two processes', () => openReal(2));

async function openReal(processes: number) {
  const embedder = await openRealEmbeddings({ processes });
  return { embedder, close: () => embedder.close() };
}
