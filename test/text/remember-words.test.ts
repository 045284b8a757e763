import { describe, expect, it } from 'vitest';
import { rememberWords } from '../../src/text/remember-words.ts';

describe('a function of words that remembers', () => {
  it('gives what the function gives, the first time, remembered, and after more words than are remembered', () => {
    const marked = (word: string): string | null => (word === '' ? null : `${word}·`);
    const remembering = rememberWords(marked);
    const words = ['policing', 'it', '', '__proto__', 'é', 'x'.repeat(60)];
    for (let round = 0; round < 2; round += 1) {
      for (const word of words) expect(remembering(word)).toBe(marked(word));
    }
    for (let number = 0; number < 25_000; number += 1) remembering(`word${number}`);
    for (const word of words) expect(remembering(word)).toBe(marked(word));
  });

  it('works out a word once, and what is too long to be a word each time', () => {
    const asked: string[] = [];
    const remembering = rememberWords((word) => asked.push(word));
    for (let round = 0; round < 3; round += 1) remembering('patrol');
    expect(asked).toEqual(['patrol']);
    for (let round = 0; round < 3; round += 1) remembering('x'.repeat(100));
    expect(asked).toHaveLength(4);
  });

  it('holds a bounded number of words', () => {
    let workedOut = 0;
    const remembering = rememberWords((word) => {
      workedOut += 1;
      return word.length;
    });
    const words = Array.from({ length: 20_001 }, (_, number) => `word${number}`);
    for (const word of words) remembering(word);
    remembering('word0');
    expect(workedOut).toBe(20_002);
  });
});
