// By how much a thing changed is told by a clause on its change; no share of it is repeated in bold.
import { describe, expect, it } from 'vitest';
import { lacksChange } from '../../../src/answer/figures/change-told.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';

const asked = 'By how much has leakage in the valley increased?';

async function isLacking(sentence: string): Promise<boolean> {
  const { plan } = await makeRequest(asked, [{ document: 'water-2015', sentences: [sentence] }]);
  return lacksChange(plan, [{ quote: sentence }]);
}

describe('by how much something changed', () => {
  it.each([
    'Three crews found 80% of leakage in the valley.',
    'Three crews found 80% of leakage in the valley, which saw prices go down.',
    'Our crews have repaired 92% more leakage cases in the valley.',
  ])('is not told by “%s”', async (sentence) => {
    expect(await isLacking(sentence)).toBe(true);
  });

  it.each([
    'Leakage in the valley increased by 12%.',
    'There was 12% more leakage in the valley.',
    // The other way: the reader sees that it did not rise.
    'Leakage in the valley is down 12%.',
  ])('is told by “%s”', async (sentence) => {
    expect(await isLacking(sentence)).toBe(false);
  });

  it.each([asked, 'Has leakage in the valley increased, and by how much?'])('comes first: “%s”', async (question) => {
    const sentences = ['Leakage in the valley has increased, as all say.', 'Leakage in the valley increased by 12%.'];
    const { citations } = answerTo(await makeRequest(question, [{ document: 'water-2015', sentences }]));
    expect(citations[0]?.quote).toBe(sentences[1]);
  });

  it('is no share that stands beside it, so that is not repeated in bold', async () => {
    const share = 'Three crews found 80% of leakage in the valley, and leakage has increased.';
    const beside = answerTo(await makeRequest(asked, [{ document: 'water-2015', sentences: [share] }]));
    expect(beside.answer).toContain(share);
    expect(beside.answer).not.toContain('**80%**');
  });
});
