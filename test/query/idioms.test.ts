// Idioms that are known by their little words, which a comparison takes out with the words that ask.
import { describe, expect, it } from 'vitest';
import { idiomsPutPlainly } from '../../src/query/lexicon-rows.ts';

const lexicon = {
  synonyms: [
    { words: [], phrases: ['get hold of us', 'gone down'], mean: ['contact'] },
    { words: ['boats'], phrases: [], mean: ['vessels'] },
  ],
  generic: [],
};

describe('an idiom', () => {
  it('with a pronoun is put in the documents’ words', () => {
    expect(idiomsPutPlainly('ways people can get hold of us', lexicon)).toBe('ways people can contact');
  });

  it.each(['boats have gone down', 'boats'])('without one stays as it is: “%s”', (text) => {
    expect(idiomsPutPlainly(text, lexicon)).toBe(text);
  });
});
