import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PassageIndex } from '../../src/ports.ts';
import { createRetriever } from '../../src/retrieve/retrieve.ts';
import { indexOf, requestFor, waterPlans } from './made-up-index.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await indexOf(waterPlans);
});

/** The same index, whose lists of candidates come in another order. */
function shuffled(turn: (ids: readonly string[]) => readonly number[], inner = index): PassageIndex {
  const shuffle = <T extends string>(ids: readonly T[]): T[] => turn(ids).flatMap((at) => ids[at] ?? []);
  return {
    ...inner,
    lexicalCandidates: async (...asked) => shuffle(await inner.lexicalCandidates(...asked)),
    denseCandidates: async (...asked) => shuffle(await inner.denseCandidates(...asked)),
  };
}

describe('the order of what is found', () => {
  it('is that of the ids where scores are equal', async () => {
    const alike = await indexOf(
      ['a', 'b', 'c', 'd'].map((id) => ({
        id,
        title: 'Plan',
        years: { from: 2001, to: 2002 },
        passages: [['Leakage must fall.']],
      })),
    );
    const backwards = shuffled((ids) => ids.map((_, at) => at).toReversed(), alike);
    // No bonus for the latest: in mode “lexical” with documents meant, all four scores are the same.
    const request = await requestFor(alike, { question: 'leakage in 2001', mode: 'lexical' });
    for (const searched of [alike, backwards]) {
      const found = await createRetriever()(searched, request);
      const ids = found.map(({ passage }) => passage.id);
      expect(new Set(found.map(({ score }) => score))).toEqual(new Set([0]));
      expect(ids).toHaveLength(4);
      expect(ids).toEqual(ids.toSorted());
    }
  });

  it.each(['storm overflows', 'leakage in any strategy', 'leakage in 2015 v 2026', 'who answers for rivers'])(
    'does not depend on the order of the candidates: “%s”',
    async (question) => {
      const request = await requestFor(index, { question, limit: 50 });
      const expected = (await createRetriever()(index, request)).map(({ passage }) => passage.id);
      expect(expected.length).toBeGreaterThan(3);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), async (keys) => {
          const turned = shuffled((ids) =>
            ids.map((_, at) => at).toSorted((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0)),
          );
          const found = await createRetriever()(turned, request);
          expect(found.map(({ passage }) => passage.id)).toEqual(expected);
        }),
        { numRuns: 30 },
      );
    },
  );
});
