import { describe, expect, it } from 'vitest';
import { allMatches } from '../../src/text/all-matches.ts';
import { rememberObjects } from '../../src/text/remember-objects.ts';
import { rememberTexts } from '../../src/text/remember-texts.ts';

describe('a function of objects that remembers', () => {
  it('works an object out once, and one that is equal to it for itself', () => {
    const asked: object[] = [];
    const remembering = rememberObjects((passage: { readonly text: string }) => {
      asked.push(passage);
      return [passage.text];
    });
    const [one, other] = [{ text: 'patrol' }, { text: 'patrol' }];
    expect(remembering(one)).toBe(remembering(one));
    expect(remembering(other)).toEqual(remembering(one));
    expect(asked).toEqual([one, other]);
  });
});

describe('a function of texts that remembers the last', () => {
  it('works out again only what was not among the last sixteen', () => {
    const asked: string[] = [];
    const remembering = rememberTexts((text) => {
      asked.push(text);
      return text === '' ? null : `${text}·`;
    });
    for (let round = 0; round < 3; round += 1) {
      expect(remembering('')).toBeNull();
      expect(remembering('patrol')).toBe('patrol·');
    }
    expect(asked).toEqual(['', 'patrol']);
    for (let number = 0; number < 16; number += 1) remembering(`question ${number}`);
    expect(remembering('patrol')).toBe('patrol·');
    expect(asked.filter((text) => text === 'patrol')).toHaveLength(2);
    expect(asked.filter((text) => text === 'question 15')).toHaveLength(1);
  });
});

describe('all matches', () => {
  it.each([
    ['one, two; three', /\p{L}+/gu],
    ['ABBA', /b*/giu],
    ['nothing', /\d+/gu],
    ['', /x?/gu],
  ])('of %j by %s are those of matchAll', (text, pattern) => {
    const places = (found: Iterable<RegExpMatchArray>) => [...found].map((match) => [match.index, ...match]);
    expect(places(allMatches(text, pattern))).toEqual(places(text.matchAll(pattern)));
    expect(places(allMatches(text, pattern))).toEqual(places(text.matchAll(pattern)));
  });
});
