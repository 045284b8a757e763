// A quotation holds emphasis whole or not at all.
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/answer/quote/quotation.ts';
import { withWholeEmphasis } from '../../../src/answer/quote/whole-emphasis.ts';
import { makeRequest } from '../made-up-request.ts';

async function quoted(text: string, words: string): Promise<string> {
  const { found } = await makeRequest('leaks', [{ document: 'water-2020', sentences: [text] }]);
  const [first] = found;
  if (!first) throw new Error('a passage was made up');
  const { passage } = first;
  const start = passage.start + passage.text.indexOf(words);
  return textOf(withWholeEmphasis({ passage, start, end: start + words.length }));
}

describe('emphasis at the edge of a quotation', () => {
  it.each([
    ['Leaks are down **20.3%**', 'Leaks are down **20.3%', 'Leaks are down **20.3%**'],
    ['**Leaks** are down', 'Leaks** are down', '**Leaks** are down'],
    ['**Leaks are down** by far', 'Leaks are down', 'Leaks are down'],
    ['Leaks **are down', 'Leaks **are down', 'Leaks **are down'],
  ])('of “%s” is whole in what is quoted', async (text, words, whole) => {
    expect(await quoted(text, words)).toBe(whole);
  });
});
