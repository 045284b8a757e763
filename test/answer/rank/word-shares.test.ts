// The shares of words against a plain reading of what they are.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWordShares } from '../../../src/answer/rank/word-shares.ts';
import type { ReadPassage } from '../../../src/answer/rank/read-passage.ts';
import type { PlanTerm } from '../../../src/domain/plan.ts';
import { inverseFrequency } from '../../../src/text/rarity.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f'];
const sets = fc.subarray(letters).map((terms) => new Set(terms));
const sought = fc.subarray(letters).chain((terms) =>
  fc.tuple(
    ...terms.map((term) =>
      fc.record<PlanTerm>({
        term: fc.constant(term),
        weight: fc.constantFrom(1, 0.6, 0.35),
        source: fc.constantFrom('question', 'lexicon'),
      }),
    ),
  ),
);
const sentenceFrequency = new Map(letters.map((term, at) => [term, at * 3]));
const statistics = { sentences: 40, sentenceFrequency };
const form = { heading: 0, leadIn: 0, row: 0, boxed: 0, note: 0, short: 0, long: 0, leans: 0, starts: 0 };

function read(sentences: readonly ReadonlySet<string>[], headings: ReadonlySet<string>): ReadPassage {
  return {
    headings,
    leads: new Map(),
    sentences: sentences.map((terms) => ({
      sentence: { kind: 'prose', start: 0, end: 1 },
      quote: '',
      tokens: [],
      terms,
      form,
    })),
  };
}

it('are the parts of the worth of the words that a sentence holds, or its neighbours and headings alone', () => {
  fc.assert(
    fc.property(sought, fc.array(sets, { maxLength: 5 }), sets, (terms, sentences, headings) => {
      const shares = createWordShares({ terms }, statistics)(read(sentences, headings));
      const share = (counting: readonly PlanTerm[], holds: (term: string) => boolean): number => {
        const worth = ({ term, weight }: PlanTerm): number =>
          weight * inverseFrequency(sentenceFrequency.get(term) ?? 0, statistics.sentences);
        const total = counting.reduce((sum, term) => sum + worth(term), 0);
        const held = counting.filter(({ term }) => holds(term)).reduce((sum, term) => sum + worth(term), 0);
        return total === 0 ? 0 : held / total;
      };
      const own = terms.filter(({ source }) => source === 'question');
      for (const [at, held] of sentences.entries()) {
        const near = [headings, sentences[at - 1], sentences[at + 1]];
        const isNear = (term: string): boolean => !held.has(term) && near.some((each) => each?.has(term) === true);
        expect(shares.own[at]).toBeCloseTo(
          share(own, (term) => held.has(term)),
          12,
        );
        expect(shares.added[at]).toBeCloseTo(
          share(terms, (term) => held.has(term)),
          12,
        );
        expect(shares.around[at]).toBeCloseTo(share(own, isNear), 12);
      }
      expect(shares.own).toHaveLength(sentences.length);
    }),
  );
});

it('are the same where the words were counted before', () => {
  const terms: PlanTerm[] = ['a', 'b'].map((term) => ({ term, weight: 1, source: 'question' }));
  const passage = read([new Set(['a']), new Set(['b']), new Set()], new Set());
  // Two columns a text, the passage as a whole first.
  const counts = Uint16Array.of(2, 1, 2, 0, 0, 1, 0, 0);
  const sharesIn = createWordShares({ terms }, statistics);
  expect(sharesIn(passage, counts)).toEqual(sharesIn(passage));
});
