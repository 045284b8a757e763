// How many things a list's introduction, or a question, speaks of, and of what things.
import { terms } from '../../text/tokens.ts';

export const numberWords = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** A number of things, not of per cent, years or pounds, nor part of a range or of a share. */
const pattern =
  /(?<![\p{L}\p{N}£$€.,/–-]|\d in )(?:(\d{1,2})|(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?![\p{N}.,/–-]|\s?(?:%|per cent|percent|years?|months?|weeks?|days?|hours?|million|billion|thousand|hundred|out of|in \d|of \d))\b/giu;

/** Numbers of things named in the text, 2 to 24, in order. */
export function countsIn(text: string): number[] {
  return [...text.matchAll(pattern)].map(([, digits, word = '']) => numberOf(digits ?? word)).filter(isCount);
}

/** What a number in digits or in one of the words is. */
export function numberOf(written: string): number {
  return /^\d/u.test(written) ? Number(written) : numberWords.indexOf(written.toLowerCase()) + 2;
}

function isCount(count: number): boolean {
  return count >= 2 && count <= 24;
}

/** So many of such things: "three lines of defence" is 3 of the stems of "lines of defence". */
export interface CountedThings {
  readonly count: number;
  /** Stems of the words after the number, in order, as far as the phrase goes. */
  readonly stems: readonly string[];
}

/** Most stems of a phrase that say what is counted. */
const phraseStems = 3;
/** Where a phrase after a number ends. */
const phraseEnd =
  /[^\p{L}\p{N}\s’'-]|\s[–—-]\s|\b(?:by|in|is|are|was|were|that|which|who|will|we|for|to|with|and|or|at|on|from|has|have|do|does)\b/iu;

/** What the text counts, in order. Of "five of the seven depots" only the five are told of, so the seven are left out. */
export function countedThings(text: string): CountedThings[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const count = numberOf(match[1] ?? match[2] ?? '');
    const isPart = /\bof (?:the|our|its|their|these|those)\s+$/i.test(text.slice(0, match.index));
    const [phrase = ''] = text.slice(match.index + match[0].length).split(phraseEnd, 1);
    const stems = terms(phrase).slice(0, phraseStems);
    return isCount(count) && !isPart && stems.length > 0 ? [{ count, stems }] : [];
  });
}

/** How far one of the things that a text counts is what is asked for: share of its stems, 0 to 1. */
export function sharedThings(asked: readonly CountedThings[], told: readonly CountedThings[]): number {
  const shares = asked.flatMap(({ count, stems }) =>
    told
      .filter((other) => other.count === count)
      .map((other) => stems.filter((stem) => other.stems.includes(stem)).length / stems.length),
  );
  return Math.max(0, ...shares);
}

/** The one number of things that a heading or lead-in speaks of; null for none or several. */
export function stated(text: string): number | null {
  const [count, ...others] = countsIn(text);
  return count !== undefined && others.length === 0 ? count : null;
}
