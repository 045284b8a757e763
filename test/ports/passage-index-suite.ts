// What every PassageIndex must do. `open` gives an index over the corpus handed in.
import { describe, expect, it } from 'vitest';
import type { GenerationInput, KeyedPassage } from '../../index/generation-input.ts';
import type { IndexedPassage, PassageIndex } from '../../src/ports.ts';
import { terms } from '../../src/text/tokens.ts';
import { embed, makeUpInput, toDocumentId, toPassageId } from '../index/made-up-corpus.ts';
import { measurePlainly } from './plain-measures.ts';

export type OpenPassageIndex = (input: GenerationInput) => Promise<PassageIndex>;

const unknownPassage = toPassageId('p-0000000000000000');
const unknownDocument = toDocumentId('unknown');

export function describePassageIndex(name: string, open: OpenPassageIndex): void {
  describe(`passage index, ${name}`, () => {
    it('loads passages in the order asked for, with their vectors, and leaves out unknown ids', async () => {
      const { index, passages } = await openMadeUp(open);
      const wanted = [passages[3], passages[0], passages[7]].flatMap((passage) => passage ?? []);
      const loaded = await index.load([unknownPassage, ...wanted.map(({ id }) => id)]);
      expect(loaded).toEqual(wanted.map(withoutKeys));
    });

    it('gives documents back to the character', async () => {
      const { index, input } = await openMadeUp(open);
      for (const { document } of input.documents) expect(await index.document(document.id)).toEqual(document);
      expect(await index.document(unknownDocument)).toBeNull();
    });

    it('lists documents by their years, the oldest first, without their texts', async () => {
      const { index } = await openMadeUp(open);
      const documents = await index.documents();
      expect(documents.map(({ id }) => id)).toEqual(['2018-plan', '2019-plan', '2020-plan']);
      expect(documents[0]).not.toHaveProperty('text');
    });

    it('gives the passages of a document in reading order', async () => {
      const { index, input } = await openMadeUp(open);
      for (const { document, passages } of input.documents) {
        const found = await index.passagesOf(document.id);
        expect(found.map(({ id }) => id)).toEqual(passages.map(({ id }) => id));
        for (const { start, end, text } of found) expect(document.text.slice(start, end)).toBe(text);
      }
      expect(await index.passagesOf(unknownDocument)).toEqual([]);
    });

    it('finds the only passage that holds a word', async () => {
      const { index, passages } = await openMadeUp(open);
      for (const passage of passages) {
        const [word = ''] = terms(passage.text).filter((term) => term.endsWith('x0'));
        expect(await index.lexicalCandidates([{ term: word, weight: 1 }], null, 10)).toEqual([passage.id]);
      }
    });

    it('finds exactly the passages that hold any of the words, in their text or heading', async () => {
      const { index, passages } = await openMadeUp(open);
      for (const asked of [['knife'], ['2019/20', 'hate'], ['p'], ['unknownword']]) {
        const expected = passages.filter(({ text, section }) =>
          terms(`${section.join('\n')}\n${text}`).some((term) => asked.includes(term)),
        );
        const query = asked.map((term) => ({ term, weight: 1 }));
        const found = await index.lexicalCandidates(query, null, 1000);
        expect(found.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        expect(new Set(found).size).toBe(found.length);
      }
    });

    it('puts a hit on a weighty word before one on a light word', async () => {
      const { index, passages } = await openMadeUp(open);
      const words = passages.map(({ text }) => terms(text).find((term) => term.endsWith('x0')) ?? '');
      const query = words.map((term, place) => ({ term, weight: place === 4 ? 1 : 0.2 }));
      expect((await index.lexicalCandidates(query, null, 5))[0]).toBe(passages[4]?.id);
    });

    it('takes no sign or word of a term as a command of its query language', async () => {
      const { index } = await openMadeUp(open);
      const signs = [
        '"',
        "'",
        '*',
        'or',
        'and',
        'not',
        'near',
        'AND',
        'body:knife',
        '(',
        '-',
        '^',
        '',
        'é',
        '😀',
        'a b',
        "1'; drop table passages",
      ];
      for (const term of signs) expect(await index.lexicalCandidates([{ term, weight: 1 }], null, 5)).toEqual([]);
      const many = Array.from({ length: 2000 }, (_, each) => ({ term: `word${each}`, weight: each % 7 }));
      expect(await index.lexicalCandidates(many, null, 5)).toEqual([]);
      expect(await index.lexicalCandidates([], null, 5)).toEqual([]);
      expect(await index.lexicalCandidates([{ term: 'knife', weight: NaN }], null, 5)).toEqual([]);
    });

    it('finds the passage whose text or sentence means what is asked', async () => {
      const { index, passages } = await openMadeUp(open);
      for (const passage of passages) {
        for (const vector of [passage.vector, ...passage.sentenceVectors]) {
          expect(await index.denseCandidates(vector, null, 3)).toContain(passage.id);
        }
        expect((await index.denseCandidates(passage.vector, null, 1))[0]).toBe(passage.id);
      }
    });

    it('searches only the documents asked for, by word and by meaning', async () => {
      const { index, input } = await openMadeUp(open);
      const query = [{ term: 'unit', weight: 1 }];
      const vector = embed('patrol budget', input.model.dimensions);
      for (const { document, passages } of input.documents) {
        const own = passages.map(({ id }) => id).toSorted();
        expect((await index.lexicalCandidates(query, [document.id], 100)).toSorted()).toEqual(own);
        expect((await index.denseCandidates(vector, [document.id], 100)).toSorted()).toEqual(own);
      }
      for (const none of [[], [unknownDocument]]) {
        expect(await index.lexicalCandidates(query, none, 5)).toEqual([]);
        expect(await index.denseCandidates(vector, none, 5)).toEqual([]);
      }
    });

    it('gives no more candidates than asked for, each once, and the same ones every time', async () => {
      const { index, input } = await openMadeUp(open);
      const query = ['unit', 'knife', 'patrol'].map((term) => ({ term, weight: 1 }));
      const vector = embed('knife patrol', input.model.dimensions);
      for (const limit of [0, 1, 5, 100]) {
        for (const ask of [
          () => index.lexicalCandidates(query, null, limit),
          () => index.denseCandidates(vector, null, limit),
        ]) {
          const found = await ask();
          expect(found.length).toBeLessThanOrEqual(limit);
          expect(new Set(found).size).toBe(found.length);
          expect(await ask()).toEqual(found);
        }
      }
    });

    it('refuses a query vector of another length', async () => {
      const { index } = await openMadeUp(open);
      await expect(index.denseCandidates(new Float32Array(3).fill(1), null, 5)).rejects.toThrow(RangeError);
    });

    it('measures passages as one does who reads them word by word', async () => {
      const { index, input, passages } = await openMadeUp(open);
      const vector = embed('knife patrol', input.model.dimensions);
      const asked = ['knife', '2019/20', 'p', 'patrol', 'unknownword', 'unit'];
      for (const query of [
        { terms: asked, vector },
        { terms: asked, vector: null },
        { terms: [], vector },
      ]) {
        const wanted = [passages[5], passages[0], passages[29], passages[1]].flatMap((passage) => passage ?? []);
        const measured = await index.measure([unknownPassage, ...wanted.map(({ id }) => id)], query);
        expect(measured).toHaveLength(wanted.length);
        for (const [place, passage] of wanted.entries()) {
          const expected = measurePlainly(passage, query);
          const { counts, lengths, cosines, contextCosines, knownCosines } = measured[place] ?? expected;
          expect([[...counts], [...lengths]]).toEqual([[...expected.counts], [...expected.lengths]]);
          expectNear(cosines, expected.cosines);
          expectNear(contextCosines, expected.contextCosines);
          expectNear(knownCosines, expected.knownCosines);
        }
      }
    });

    it('measures a passage the same beside others, alone and twice', async () => {
      const { index, input, passages } = await openMadeUp(open);
      const query = { terms: ['knife', 'unit'], vector: embed('budget', input.model.dimensions) };
      const ids = passages.map(({ id }) => id);
      const all = await index.measure(ids, query);
      for (const [place, id] of ids.entries()) {
        const alone = await index.measure([id], query);
        expect(alone).toEqual([all[place]]);
        expect(await index.measure([id, id], query)).toEqual([...alone, ...alone]);
      }
    });

    it('counts what BM25 needs', async () => {
      const { index, input, passages } = await openMadeUp(open);
      const statistics = await index.statistics(['knife', 'p', 'unknownword']);
      const sentences = input.documents.flatMap(({ document, passages: own }) =>
        own.flatMap((passage) => passage.sentences.map(({ start, end }) => terms(document.text.slice(start, end)))),
      );
      const bodies = passages.map(({ text }) => terms(text));
      expect(statistics.passages).toBe(passages.length);
      expect(statistics.sentences).toBe(sentences.length);
      expect(statistics.averagePassageLength).toBeCloseTo(bodies.flat().length / bodies.length, 9);
      expect(statistics.averageSentenceLength).toBeCloseTo(sentences.flat().length / sentences.length, 9);
      const knives = (texts: readonly string[][]): number => texts.filter((text) => text.includes('knife')).length;
      expect([...statistics.passageFrequency]).toEqual([
        ['knife', knives(bodies)],
        ['p', passages.length],
        ['unknownword', 0],
      ]);
      expect([...statistics.sentenceFrequency]).toEqual([
        ['knife', knives(sentences)],
        ['p', 0],
        ['unknownword', 0],
      ]);
    });

    it('lists every term with the number of passages that hold it', async () => {
      const { index, passages } = await openMadeUp(open);
      const vocabulary = await index.vocabulary();
      const all = new Set(passages.flatMap(({ text, section }) => terms(`${section.join('\n')}\n${text}`)));
      expect([...vocabulary.keys()].toSorted()).toEqual([...all].toSorted());
      expect(vocabulary.get('p')).toBe(passages.length);
    });

    it('gives the acronyms of the corpus', async () => {
      const { index, input } = await openMadeUp(open);
      expect(await index.acronyms()).toEqual(input.acronyms);
    });

    it('gives the register of commitments, whatever its words hold', async () => {
      const { index, input } = await openMadeUp(open);
      expect(await index.commitments()).toEqual(input.commitments);
      expect(input.commitments[0]?.commitment.text).toContain('\ud83d');
    });

    it('gives what was seen of the documents as a whole', async () => {
      const { index, input } = await openMadeUp(open);
      expect(await index.insight()).toEqual(input.insight);
      expect(input.insight.themes.cells.length).toBeGreaterThan(0);
    });

    it('names the model that made its vectors', async () => {
      const { index, input } = await openMadeUp(open);
      expect(index.model).toEqual(input.model);
    });
  });
}

function expectNear(found: Float64Array, expected: Float64Array): void {
  expect(found).toHaveLength(expected.length);
  // Four places: an index may round the parts of its vectors.
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 4);
}

async function openMadeUp(open: OpenPassageIndex): Promise<{
  index: PassageIndex;
  input: GenerationInput;
  passages: readonly KeyedPassage[];
}> {
  const input = makeUpInput({ documents: 3, passages: 12 });
  return { index: await open(input), input, passages: input.documents.flatMap(({ passages }) => passages) };
}

/** A passage as an index gives it. */
export function withoutKeys({
  embedKey: _key,
  sentenceEmbedKeys: _sentences,
  contextEmbedKeys: _contexts,
  knownQuestions,
  ...passage
}: KeyedPassage): IndexedPassage {
  return { ...passage, knownQuestions: knownQuestions.map(({ embedKey: _question, ...known }) => known) };
}
