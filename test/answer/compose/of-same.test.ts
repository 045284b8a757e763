// After a figure, only figures of the same thing.
import { describe, expect, it } from 'vitest';
import { isOfSame } from '../../../src/answer/compose/of-same.ts';
import { rankedRequest } from '../../../src/answer/ranked/ranked-request.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';

async function quotesFor(question: string, sentences: readonly string[]): Promise<string[]> {
  const { citations } = answerTo(await makeRequest(question, [{ document: 'water-2020', sentences }]));
  return citations.map(({ quote }) => quote);
}

const asked = 'How many street leaks did crews mend this spring with new clamps?';
const mended = 'Crews mended 4,200 street leaks with new clamps.';

describe('what follows a figure', () => {
  it('is of the same thing', async () => {
    const also = 'In Millbrook crews mended 300 street leaks with new clamps and tape.';
    expect(await quotesFor(asked, [mended, also])).toEqual([mended, also]);
  });

  it.each([
    ['another thing', 'Crews bought 900 new pumps this spring with new hoses.'],
    ['no figure', 'Crews mended street leaks with new clamps in the cold.'],
  ])('is never of %s', async (_what, other) => {
    expect(await quotesFor(asked, [mended, other])).toEqual([mended]);
  });

  it('may go on with the figure at a later time', async () => {
    const later = 'By the summer that number had grown to 5,100.';
    const request = rankedRequest(
      await makeRequest(asked, [{ document: 'water-2020', sentences: [mended, later, 'We bought 900 pumps.'] }]),
    );
    const [first, ...others] = request.ranked;
    if (!first) throw new Error('No sentence was ranked.');
    expect(others.filter((each) => isOfSame(each, first, request)).map(({ quote }) => quote)).toEqual([later]);
  });
});
