import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStopWord, terms, tokens } from '../../src/text/tokens.ts';

describe('words as the index sees them', () => {
  it.each([
    ['Officers policing policed', 'officer police polices'],
    ['2,394,416 calls', '2394416 call'],
    ['in 2023/24', '2023/2024'],
    ['eight areas', '8 area'],
    ['Londoners’ priorities', "londoner's priority"],
    ['the Met’s own', "mets' own"],
    ['KNIFE-ENABLED', 'knife enabled'],
    ['cost £2.5m', 'costs £2.5m'],
  ])('finds “%s” by “%s”', (one, other) => {
    const wanted = terms(one);
    const found = new Set(terms(other));
    expect(wanted.some((term) => found.has(term))).toBe(true);
  });

  it('tells numbers, years and amounts apart', () => {
    expect(new Set(terms('2,394,416 2394 2023/24 2022/23 2.5 25 20').map(String)).size).toBe(7);
  });

  it('leaves out function words, whichever apostrophe they are written with', () => {
    expect(terms("what’s the plan that we're not to have and isn’t it")).toEqual(['plan']);
    expect(terms("who've lost it and how's that, there’ve been themselves")).toEqual(['lost']);
    expect([isStopWord("don't"), isStopWord('don’t'), isStopWord('knife')]).toEqual([true, true, false]);
  });

  it('says where each word stands', () => {
    const text = 'In 2023/24 the Met’s officers met 1,500 Londoners.';
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '2023/24',
      'Met’s',
      'officers',
      'met',
      '1,500',
      'Londoners',
    ]);
  });

  it('gives terms in order for any text, each from where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let from = 0;
        for (const { term, start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
          expect(term).not.toBe('');
          from = end;
        }
      }),
    );
  });
});
