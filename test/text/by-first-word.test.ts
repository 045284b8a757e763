import { describe, expect, it } from 'vitest';
import { byFirstWord, smallWordsOf } from '../../src/text/by-first-word.ts';

const names = ['Operation Drip', 'Meters', '“Clear Water” charter', 'Operation Pipe', '→', 'meters'];

describe('names by their first word', () => {
  const mayStandAmong = byFirstWord(names, (name) => name);

  it.each([
    [['The Meters of Operation Pipe.'], ['Operation Drip', 'Meters', 'Operation Pipe', '→', 'meters']],
    [
      ['Of Clear', 'and of clear'],
      ['“Clear Water” charter', '→'],
    ],
    [['Nothing of theirs, and Operations'], ['→']],
    [[], ['→']],
  ])('in %j may be %j, in their own order', (texts, expected) => {
    expect(mayStandAmong(smallWordsOf(texts))).toEqual(expected);
  });

  it('are all that stand in a text as whole words', () => {
    const texts = ['Operation Drip began.', 'The “Clear Water” charter, in meters → more.'];
    const standing = names.filter((name) => texts.some((text) => text.includes(name)));
    expect(mayStandAmong(smallWordsOf(texts))).toEqual(expect.arrayContaining(standing));
  });
});
