import { describe, expect, it } from 'vitest';
import { growth, nastyParts, tolerated } from '../text/growth.ts';
import { readText } from './read-text.ts';

const layouts = [
  '# a\n',
  '# a\n\n## b\n\n',
  'Aa\n\n',
  'aa\n\n',
  'aa\n',
  'Aa b\n',
  'AA BB\n\n',
  'Intro:\n\nAa\n\n',
  '- x\n',
  '# H\n\n- aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n\n## b\n\n- b\n\n',
  'a\tb\n',
  'A row  3\n',
  'a ... 3\n',
  '12%\nshort words\n\n',
  '\f',
  'Same heading\n\nThe same short words.\n\n',
  '(AB) ',
  '1. a\n',
  '1.1 A\n\n',
  '| a | b |\n',
  '| a\n| --- |\n',
  'Aa\n---\n\n',
  'Plan    Page 3\n\n',
];

describe.each([...layouts, ...nastyParts.filter((part) => /[^\p{L}\p{N}]/u.test(part))])(
  'a document of %j over and over',
  (part) => {
    it('is read in a time that grows with its length, not with its square', () => {
      expect(growth((text) => readText(text), part, 3 * 1024)).toBeLessThan(tolerated);
    });
  },
);
