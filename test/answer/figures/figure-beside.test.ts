import { describe, expect, it } from 'vitest';
import { figureBeside } from '../../../src/answer/figures/figure-beside.ts';
import { terms, tokens } from '../../../src/text/tokens.ts';

function beside(quote: string, words: string): string | null {
  const senses = terms(words).map((stem) => ({ stems: [stem], others: [] }));
  return figureBeside({ quote, tokens: tokens(quote) }, senses);
}

describe('the figure of one of several things', () => {
  const counted = 'Most ever of women and divers: 31% (10,632) women and 17% (5,865) divers.';

  it('is the one beside it, whatever stands before the colon', () => {
    expect(beside(counted, 'divers')).toBe('17% (5,865)');
    expect(beside(counted, 'women')).toBe('31% (10,632)');
  });

  it('is the only one after a label', () => {
    expect(beside('Divers trained: 5,865', 'divers')).toBe('5,865');
  });
});
