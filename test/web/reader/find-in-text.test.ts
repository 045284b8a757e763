import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText } from '../../../web/reader/find-in-text.ts';

function found(text: string, wording: string): string[] {
  return findInText(text, wording).map(({ start, end }) => text.slice(start, end));
}

describe('findInText', () => {
  it('finds words whatever their case and wherever the line breaks', () => {
    expect(found('Safer\nNeighbourhoods, safer  neighbourhoods', ' safer NEIGHBOURHOODS ')).toEqual([
      'Safer\nNeighbourhoods',
      'safer  neighbourhoods',
    ]);
  });

  it('takes the signs of keyboards for those of printers', () => {
    expect(found('the Met’s 2025–28 “plan”', 'met\'s 2025-28 "plan"')).toEqual(['Met’s 2025–28 “plan”']);
  });

  it('looks through the stars of emphasis', () => {
    expect(found('now have **650** more officers', '650 more')).toEqual(['650** more']);
  });

  it('takes signs of patterns for what they are', () => {
    expect(found('a.c abc (x|y)? [1]', '.')).toEqual(['.']);
    expect(found('a.c abc (x|y)? [1]', '(x|y)? [1]')).toEqual(['(x|y)? [1]']);
  });

  it('finds nothing for no words', () => {
    expect(found('a * b', ' ')).toEqual([]);
    expect(found('a * b', '***')).toEqual([]);
  });

  it('finds any piece of any text, and only places that are alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(80), fc.nat(80), (text, one, other) => {
        const [start = 0, end = 0] = [one, other].map((at) => at % (text.length + 1)).toSorted((a, b) => a - b);
        const wording = text.slice(start, end);
        fc.pre(/[^\s*]/u.test(wording) && wording.isWellFormed() && text.isWellFormed());
        const hits = findInText(text, wording);
        expect(hits.length).toBeGreaterThan(0);
        for (const [index, hit] of hits.entries()) expect(hit.start).toBeGreaterThanOrEqual(hits[index - 1]?.end ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  it('takes a wording of stars and a text of stars in one go', () => {
    const text = `${'* '.repeat(20_000)}x`;
    expect(findInText(text, `${'* '.repeat(90)}y`)).toEqual([]);
    expect(findInText(text, `${'* '.repeat(90)}x`)).toHaveLength(1);
  });
});
