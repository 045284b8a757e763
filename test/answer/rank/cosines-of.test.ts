import { describe, expect, it } from 'vitest';
import { cosinesOf } from '../../../src/answer/rank/cosines-of.ts';
import { makeRequest } from '../made-up-request.ts';

const written = [{ document: 'water-2015', sentences: ['Leaks fall by half.', 'Pumps are new.'] }];

describe('the cosines of a passage found', () => {
  it('are worked out, one for it and one for each sentence, where retrieval measured none', async () => {
    const { found, vector } = await makeRequest('Do leaks fall?', written);
    const [first] = found;
    if (!first || !vector) throw new Error('There is one passage.');
    const { cosines, contextCosines } = cosinesOf(first, vector);
    expect([cosines.length, contextCosines.length]).toEqual([3, 2]);
    const product = vector.reduce((sum, part, at) => sum + part * (first.passage.sentenceVectors[1]?.[at] ?? 0), 0);
    expect(cosines[2]).toBeCloseTo(product, 10);
  });

  it('are those measured, and none without a vector', async () => {
    const { found, vector } = await makeRequest('Do leaks fall?', written);
    const [first] = found;
    if (!first) throw new Error('There is one passage.');
    const measured = {
      cosines: Float64Array.of(0.1, 0.2, 0.3),
      contextCosines: Float64Array.of(0.4, 0.5),
      knownCosines: Float64Array.of(0.6),
    };
    expect(cosinesOf({ ...first, measures: measured }, vector)).toBe(measured);
    expect(cosinesOf(first, null).cosines).toHaveLength(0);
  });
});
