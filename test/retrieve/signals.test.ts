import { beforeAll, describe, expect, it } from 'vitest';
import type { AskedKind } from '../../src/domain/asked.ts';
import type { IndexedPassage, PassageIndex } from '../../src/ports.ts';
import { createBagReader } from '../../src/retrieve/bags.ts';
import { bm25 } from '../../src/retrieve/bm25.ts';
import { signalsOf } from '../../src/retrieve/signals.ts';
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
  const statistics = await index.statistics(plan.terms.map(({ term }) => term));
  const asked = asks === undefined ? plan : { ...plan, asks };
  return signalsOf(passageWith(words), { plan: asked, vector, statistics, readBags: createBagReader() });
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

describe('a passage’s words', () => {
  it('are counted once in the body and twice in the heading', () => {
    const { passage, sentences } = createBagReader()(passageWith('Storm overflows protect'));
    expect(passage.counts.get('tide')).toBe(2);
    expect(passage.counts.get('storm')).toBe(1);
    expect(sentences.map(({ counts }) => counts.has('storm'))).toEqual([false, true]);
    expect(sentences.some(({ counts }) => counts.has('tide'))).toBe(false);
  });

  it('are counted once where a heading also stands among its sentences', () => {
    const plain = passageWith('Storm overflows protect');
    const [first, ...others] = plain.sentences;
    if (!first) throw new Error('A passage has sentences.');
    const headed = { ...plain, sentences: [{ ...first, kind: 'heading' as const }, ...others] };
    expect(createBagReader()(headed).passage.counts.has('sewer')).toBe(false);
    expect(createBagReader()(plain).passage.counts.get('sewer')).toBe(1);
  });

  it('are not counted again while they are remembered', () => {
    const read = createBagReader();
    expect(read(passageWith('Harbour'))).toBe(read(passageWith('Harbour')));
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
  const score = (counts: Readonly<Record<string, number>>, length = 10, weight = 1): number =>
    bm25(
      ['rare', 'common'].map((term) => ({ term, weight, source: 'question' })),
      { counts: new Map(Object.entries(counts)), length },
      collection,
      options,
    );

  it('is 0 without a hit and grows with hits, ever less', () => {
    expect(score({ other: 3 })).toBe(0);
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
    expect(bm25(query, { counts: new Map([['a', 1]]), length: 1 }, none, options)).toBeGreaterThan(0);
  });
});
