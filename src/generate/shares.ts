// Shares of a whole that are told in words: "one in five", "two of the boats".
import { terms } from '../text/tokens.ts';

const rate =
  /(?<![\p{L}\p{N}.,])(?<part>[\p{L}\p{N}.,]+) (?:in|of|out of) (?:every )?(?<whole>[\p{L}\p{N}.,]*[\p{L}\p{N}])/gu;
const partOf = /(?<![\p{L}\p{N}.,])(?<part>[\p{L}\p{N}.,]+) of (?:the|our|its|their|these|those)\b/gu;
const wholeOf = /\b(?:the|all|both|these|those|our|its|their) (?<whole>[\p{L}\p{N}.,]*[\p{L}\p{N}])/gu;
const year = /^(?:19|20)\d{2}/u;

/** How many times as much; and that something is as much. */
const multiple = /\b(?:times|twice|half) as \p{L}+ as\b/iu;
const equal = /\bas \p{L}+ as\b/iu;

/** Pure. Whether each rate is one of the support's, and none of the things that are part of more is told as all there are. */
export function sharesStand(statement: string, support: string): boolean {
  const given = new Set(ratesIn(support));
  if (!ratesIn(statement).every((each) => given.has(each))) return false;
  if (equal.test(statement) && multiple.test(support) && !multiple.test(statement)) return false;
  const parts = new Set(numbersIn(support, partOf, 'part'));
  return parts.size === 0 || numbersIn(statement, wholeOf, 'whole').every((number) => !parts.has(number));
}

/** As "1/5"; "40 in 2024" is none. */
function ratesIn(text: string): string[] {
  return [...text.matchAll(rate)].flatMap(({ groups }) => {
    const [part, whole] = [numberOf(groups?.['part']), numberOf(groups?.['whole'])];
    return part === null || whole === null || year.test(whole) ? [] : [`${part}/${whole}`];
  });
}

function numbersIn(text: string, pattern: RegExp, group: string): string[] {
  return [...text.matchAll(pattern)].flatMap(({ groups }) => numberOf(groups?.[group]) ?? []);
}

/** In digits; null of a word that is no number. */
function numberOf(word: string | undefined): string | null {
  const [term = ''] = terms(word ?? '');
  return /^\d/u.test(term) ? term : null;
}
