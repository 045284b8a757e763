import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildGeneration } from '../../index/build.ts';
import type { GenerationInput, KeyedPassage } from '../../index/generation-input.ts';
import { publishGeneration } from '../../index/publish.ts';
import { readVectorsForReuse } from '../../index/reuse.ts';
import { embed, makeUpInput, noon, silent, temporaryFolder } from './made-up-corpus.ts';
import { ingest, openForTest } from './published-index.ts';

const later = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);

describe('publishing', () => {
  it('makes a built generation the one that opens', async () => {
    const indexDir = temporaryFolder();
    const id = await ingest(indexDir, makeUpInput());
    const { index, notes } = await openForTest(indexDir);
    expect(index.generation).toBe(id);
    expect(notes).toEqual([]);
    expect(readFileSync(join(indexDir, 'CURRENT'), 'utf8')).toBe(`${id}\n`);
    expect(id).toMatch(/^g-20261124T120000-[0-9a-f]{8}$/);
  });

  it('shows nothing of a generation that is only staged', async () => {
    const indexDir = temporaryFolder();
    const first = await ingest(indexDir, makeUpInput());
    await buildGeneration(makeUpInput({ seed: 2 }), { indexDir, now: later(60), log: silent });
    const { index, notes } = await openForTest(indexDir);
    expect([index.generation, notes]).toEqual([first, []]);
  });

  it('leaves an open index as it was while newer ones replace it', async () => {
    const indexDir = temporaryFolder();
    const input = makeUpInput();
    await ingest(indexDir, input);
    const { index } = await openForTest(indexDir);
    for (const seed of [2, 3, 4]) await ingest(indexDir, makeUpInput({ seed }), { now: later(seed) });
    const [passage] = input.documents.flatMap(({ passages }) => passages);
    expect(await index.lexicalCandidates([{ term: 'unit', weight: 1 }], null, 100)).toHaveLength(20);
    expect(await index.denseCandidates(passage?.vector ?? new Float32Array(16), null, 1)).toEqual([passage?.id]);
  });

  it('keeps the last two generations and removes what interrupted runs left behind', async () => {
    const indexDir = temporaryFolder();
    await buildGeneration(makeUpInput({ seed: 9 }), { indexDir, now: noon, log: silent }); // never published
    const ids: string[] = [];
    for (const seed of [1, 2, 3]) ids.push(await ingest(indexDir, makeUpInput({ seed }), { now: later(seed) }));
    expect(readdirSync(join(indexDir, 'versions')).toSorted()).toEqual(ids.slice(1));
    expect(readdirSync(indexDir).toSorted()).toEqual(['CURRENT', 'versions']);
  });

  it('gives equal content an equal hash, and later ids to later generations though the clock was set back', async () => {
    const indexDir = temporaryFolder();
    const first = await ingest(indexDir, makeUpInput());
    const second = await ingest(indexDir, makeUpInput(), { now: later(-3600) });
    expect(second.slice(-8)).toBe(first.slice(-8));
    expect(second > first).toBe(true);
    expect((await openForTest(indexDir)).index.generation).toBe(second);
  });

  it('refuses a generation that does not read back as it was written, and keeps the old one', async () => {
    const indexDir = temporaryFolder();
    const first = await ingest(indexDir, makeUpInput());
    const staged = await buildGeneration(makeUpInput({ seed: 2 }), { indexDir, now: later(60), log: silent });
    const file = join(staged.folder, 'vectors.f32');
    writeFileSync(file, readFileSync(file).toReversed());
    await expect(publishGeneration(staged, { log: silent })).rejects.toMatchObject({ code: 'index-damaged' });
    expect(existsSync(staged.folder)).toBe(false);
    expect((await openForTest(indexDir)).index.generation).toBe(first);
  });

  it('publishes documents of equal wording', async () => {
    const indexDir = temporaryFolder();
    const constant = embed('same', 16);
    const input = withPassages(makeUpInput({ documents: 1 }), (passage) => ({
      ...passage,
      vector: constant,
      sentenceVectors: passage.sentences.map(() => constant),
    }));
    await ingest(indexDir, input);
    const { index } = await openForTest(indexDir);
    expect(await index.denseCandidates(constant, null, 10)).toHaveLength(10);
  });
});

describe('building', () => {
  const build = (input: GenerationInput): Promise<unknown> =>
    buildGeneration(input, { indexDir: temporaryFolder(), now: noon, log: silent });

  it('refuses a corpus without a passage', async () => {
    await expect(build({ ...makeUpInput(), documents: [] })).rejects.toMatchObject({ code: 'corpus-unreadable' });
  });

  it('refuses passages that would mislead a search, and names them', async () => {
    const spoilt: Record<string, (passage: KeyedPassage) => KeyedPassage> = {
      'no quotation': (passage) => ({ ...passage, text: `${passage.text}!` }),
      moved: (passage) => ({ ...passage, start: passage.start + 1 }),
      'one vector too few': (passage) => ({ ...passage, sentenceVectors: passage.sentenceVectors.slice(1) }),
      'one key too few': (passage) => ({ ...passage, sentenceEmbedKeys: passage.sentenceEmbedKeys.slice(1) }),
      'a vector that is too short': (passage) => ({ ...passage, vector: passage.vector.slice(1) }),
      'a vector that holds NaN': (passage) => ({
        ...passage,
        vector: passage.vector.map((part, at) => (at === 3 ? NaN : part)),
      }),
      'a vector of length 2': (passage) => ({ ...passage, vector: passage.vector.map((part) => part * 2) }),
      'a sentence beyond the passage': (passage) => ({
        ...passage,
        sentences: passage.sentences.map((sentence) => ({ ...sentence, end: passage.end + 1 })),
      }),
    };
    for (const [what, spoil] of Object.entries(spoilt)) {
      await expect(build(withPassages(makeUpInput(), spoil)), what).rejects.toThrow(/p-[0-9a-f]{16}/);
    }
  });

  it('refuses an id that is given twice', async () => {
    const input = makeUpInput();
    await expect(build({ ...input, documents: [...input.documents, ...input.documents] })).rejects.toThrow(
      'given twice',
    );
  });
});

describe('vectors for reuse', () => {
  it('are those of the current generation, by the key of the text they were made from', async () => {
    const indexDir = temporaryFolder();
    const input = makeUpInput();
    await ingest(indexDir, input);
    const vectors = await readVectorsForReuse(indexDir, { model: input.model, log: silent });
    for (const passage of input.documents.flatMap(({ passages }) => passages)) {
      expect(vectors.get(passage.embedKey)).toEqual(passage.vector);
      for (const [at, key] of passage.sentenceEmbedKeys.entries())
        expect(vectors.get(key)).toEqual(passage.sentenceVectors[at]);
    }
  });

  it('are none for another model, for a damaged index and before the first ingest', async () => {
    const indexDir = temporaryFolder();
    const { model } = makeUpInput();
    expect((await readVectorsForReuse(indexDir, { model, log: silent })).size).toBe(0);
    const id = await ingest(indexDir, makeUpInput());
    const other = { ...model, sha256: '0'.repeat(64) };
    expect((await readVectorsForReuse(indexDir, { model: other, log: silent })).size).toBe(0);
    writeFileSync(join(indexDir, 'versions', id, 'vectors.f32'), 'damaged');
    expect((await readVectorsForReuse(indexDir, { model, log: silent })).size).toBe(0);
  });
});

function withPassages(input: GenerationInput, change: (passage: KeyedPassage) => KeyedPassage): GenerationInput {
  return { ...input, documents: input.documents.map((each) => ({ ...each, passages: each.passages.map(change) })) };
}
