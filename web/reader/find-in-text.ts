import type { Span } from '../../src/domain/document.ts';

/** More hits than this are counted but neither marked nor listed: nobody goes through them one by one. */
export const mostHits = 300;

/** Longest wording that can be looked for, in characters. */
export const longestFind = 200;

/** Characters that stand for each other, for few keyboards have those that printers use. */
const alike: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/['‘’ʼ]/gu, "['‘’ʼ]"],
  [/["“”]/gu, '["“”]'],
  [/[-‐‑–—]/gu, '[-‐‑–—]'],
];

/** What may stand between two words: white space, a line's end, the stars of emphasis. */
const between = '[\\s*]+';

/** Places where the words stand, whatever their case and wherever lines break, in order. Empty for a wording without any word. */
export function findInText(text: string, wording: string): Span[] {
  // Without stars, a word and what may stand between two have no character in common, and matching takes no time to speak of.
  const words = wording.split(/[\s*]+/u).filter((word) => word !== '');
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(toPattern).join(between), 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}

function toPattern(word: string): string {
  const literal = word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  return alike.reduce((pattern, [each, instead]) => pattern.replaceAll(each, instead), literal);
}
