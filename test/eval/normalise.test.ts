import { expect, it } from 'vitest';
import { holds, normalise } from '../../src/eval/normalise.ts';

it.each([
  ['curly quotes', 'the Met’s “way”', 'the met\'s "way"'],
  ['dashes', '2013–17 — and on', '2013-17 - and on'],
  ['bullets, ticks and unreadable glyphs', '⊖ One • two ✓ three \ufffd four ■■ five', 'one two three four five'],
  ['marks of Markdown and of tables', '**bold** _it_ # head | cell', 'bold it head cell'],
  ['no-break spaces, tabs and line breaks', 'a\u00a0b\tc\r\n  d', 'a b c d'],
])('evens out %s', (_what, text, expected) => {
  expect(normalise(text)).toBe(expected);
});

it('finds words that run over a line break of the file', () => {
  expect(holds('We will cut\nknife crime', 'will CUT knife')).toBe(true);
  expect(holds('We will cut knife crime', 'cut gun crime')).toBe(false);
});
