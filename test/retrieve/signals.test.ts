import { beforeAll, describe, expect, it } from 'vitest';
import type { AskedKind } from '../../src/domain/asked.ts';
import type { IndexedPassage, PassageIndex } from '../../src/ports.ts';
import { createBm25 } from '../../src/retrieve/bm25.ts';
import { createSignals } from '../../src/retrieve/signals.ts';
import type { Signals } from '../../src/retrieve/signals.ts';
import { dot } from '../../src/text/vectors.ts';
import { indexOf, requestFor, waterPlans } from './made-up-index.ts';

let index: PassageIndex;
let passages: readonly IndexedPassage[];
beforeAll(async () => {
  index = await indexOf(waterPlans);
  const all = await Promise.all((await index.documents()).map(({ id }) => index.passagesOf(id)));
  passages = await index.load(all.flat().map(({ id }) => id));
});

function passageWith(words: string): IndexedPassage {
  const found = passages.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`No passage holds “${words}”.`);
  return found;
}

async function measure(question: string, words: string, asks?: AskedKind | null): Promise<Signals> {
  const { plan, vector } = await requestFor(index, { question });
  const terms = plan.terms.map(({ term }) => term);
  const passage = passageWith(words);
  const [measures] = await index.measure([passage.id], { terms, vector });
  if (!measures) throw new Error('Every passage of the index can be measured.');
  const asked = asks === undefined ? plan : { ...plan, asks };
  return createSignals(asked, await index.statistics(terms))(passage, measures);
}

describe('the signals of a passage', () => {
  it('are larger for the passage that holds the words', async () => {
    const right = await measure('smart meters', 'Smart meters');
    const wrong = await measure('smart meters', 'Harbour House');
    expect(right.passageLexical).toBeGreaterThan(0);
    expect([wrong.passageLexical, wrong.sentenceLexical]).toEqual([0, 0]);
    for (const name of ['passageDense', 'sentenceDense', 'contextDense'] as const)
      expect(right[name]).toBeGreaterThan(wrong[name]);
  });

  it('are those of the best sentence, not of the first', async () => {
    const passage = passageWith('Smart meters');
    const { plan, vector } = await requestFor(index, { question: 'smart meters' });
    if (!vector) throw new Error('The fake embedder always has a vector.');
    const similarities = passage.sentenceVectors.map((sentence) => dot(vector, sentence));
    expect((await measure('smart meters', 'Smart meters')).sentenceDense).toBe(similarities[1]);
    expect(similarities[1]).toBeGreaterThan(similarities[0] ?? 1);
    expect(plan.asks).toBeNull();
  });

  it('count only sentences that hold a thing of the kind asked for', async () => {
    const held = await measure('pipes mended', '£40m', 'money');
    expect(held.askedDense).toBe(held.sentenceDense);
    const elsewhere = await measure('leakage must fall', '£40m', 'money');
    expect(elsewhere.askedDense).toBeLessThan(elsewhere.sentenceDense);
    expect((await measure('harbour house board', 'Harbour House', 'money')).askedDense).toBe(0);
  });

  it('count every sentence where no kind is asked for', async () => {
    const { askedDense, sentenceDense } = await measure('harbour house board', 'Harbour House', null);
    expect(askedDense).toBe(sentenceDense);
  });
});

describe('the lexical signals', () => {
  it('count a word of the heading twice, and no sentence by the heading', async () => {
    const { passageLexical, sentenceLexical } = await measure('turning', 'Storm overflows protect');
    expect(passageLexical).toBeGreaterThan(0);
    expect(sentenceLexical).toBe(0);
  });

  it('are all there is where there is no vector', async () => {
    const passage = passageWith('Smart meters');
    const { plan } = await requestFor(index, { question: 'smart meters' });
    const terms = plan.terms.map(({ term }) => term);
    const [measures] = await index.measure([passage.id], { terms, vector: null });
    if (!measures) throw new Error('Every passage of the index can be measured.');
    const { passageLexical, sentenceLexical, ...dense } = createSignals(plan, await index.statistics(terms))(
      passage,
      measures,
    );
    expect(Math.min(passageLexical, sentenceLexical)).toBeGreaterThan(0);
    expect(Object.values(dense)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('BM25+', () => {
  const collection = {
    size: 100,
    averageLength: 10,
    frequency: new Map([
      ['rare', 1],
      ['common', 90],
    ]),
  };
  const options = { k1: 1.2, b: 0.7, delta: 0.5 };
  const score = ({ rare = 0, common = 0 }: { rare?: number; common?: number }, length = 10, weight = 1): number => {
    const query = ['rare', 'common'].map((term) => ({ term, weight, source: 'question' as const }));
    // Counts of another text come before.
    return createBm25(query, collection, options)([9, 9, rare, common], 2, length);
  };

  it('is 0 without a hit and grows with hits, ever less', () => {
    expect(score({})).toBe(0);
    const [one, two, three] = [1, 2, 3].map((count) => score({ rare: count }));
    if (one === undefined || two === undefined || three === undefined) throw new Error('three counts, three scores');
    expect(one).toBeGreaterThan(0);
    expect(two - one).toBeGreaterThan(three - two);
    expect(three).toBeGreaterThan(two);
  });

  it('is more for a rare word than for a common one, and never less than 0', () => {
    expect(score({ rare: 1 })).toBeGreaterThan(score({ common: 1 }) * 10);
    expect(score({ common: 1 })).toBeGreaterThan(0);
  });

  it('is less in a longer text, but never nothing', () => {
    expect(score({ rare: 1 }, 40)).toBeLessThan(score({ rare: 1 }, 10));
    expect(score({ rare: 1 }, 1e9)).toBeGreaterThan(score({}) + 1);
  });

  it('is in proportion to a term’s weight', () => {
    expect(score({ rare: 1 }, 10, 0.5)).toBeCloseTo(score({ rare: 1 }) / 2, 12);
  });

  it('is ln(1 + 99.5 / 1.5) × (1 + ½) for one rare word in a text of average length', () => {
    expect(score({ rare: 1 })).toBeCloseTo(Math.log(1 + 99.5 / 1.5) * 1.5, 12);
  });

  it('can be had of an empty collection', () => {
    const none = { size: 0, averageLength: 0, frequency: new Map<string, number>() };
    const query = [{ term: 'a', weight: 1, source: 'question' as const }];
    expect(createBm25(query, none, options)([1], 0, 1)).toBeGreaterThan(0);
  });
});
