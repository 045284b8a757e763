import { temporaryFolder } from '../index/made-up-corpus.ts';
import { ingest, openForTest } from '../index/published-index.ts';
import { createMemoryIndex } from './memory-index.ts';
import { describePassageIndex, withoutKeys } from './passage-index-suite.ts';

describePassageIndex('on disk with HNSW', async (input) => {
  const indexDir = temporaryFolder();
  await ingest(indexDir, input);
  return (await openForTest(indexDir)).index;
});

describePassageIndex('on disk with the exact scan', async (input) => {
  const indexDir = temporaryFolder();
  await ingest(indexDir, input, { hnsw: null });
  return (await openForTest(indexDir, { hnsw: null })).index;
});

describePassageIndex('in memory', async ({ documents, acronyms, commitments, lexicon, insight, model }) =>
  createMemoryIndex({
    documents: documents.map(({ document }) => document),
    passages: documents.flatMap(({ passages }) => passages.map(withoutKeys)),
    acronyms,
    commitments,
    lexicon,
    insight,
    model,
  }),
);
