import { stemmer } from 'stemmer';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/text/stem.ts';

describe('a stem', () => {
  it('is that of Porter’s rules, the first time, remembered, and after more words than are remembered', () => {
    const words = ['policing', 'neighbourhoods', 'constructor', 'it', '', '__proto__', 'é', 'x'.repeat(60)];
    for (let round = 0; round < 2; round += 1) {
      for (const word of words) expect(stem(word)).toBe(stemmer(word));
    }
    for (let number = 0; number < 25_000; number += 1) stem(`word${number}`);
    for (const word of words) expect(stem(word)).toBe(stemmer(word));
  });
});
