import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { tokens } from '../../src/text/tokens.ts';
import { growth, nastyParts, tolerated } from './growth.ts';

const length = 16 * 1024;

describe.each(nastyParts)('64 KiB of %j', (part) => {
  it('splits into sentences in a time that grows with the length, not with its square', () => {
    expect(growth((text) => splitSentences(text), part, length)).toBeLessThan(tolerated);
  });

  it('splits into words in a time that grows with the length, not with its square', () => {
    expect(growth((text) => tokens(text), part, length)).toBeLessThan(tolerated);
  });
});
