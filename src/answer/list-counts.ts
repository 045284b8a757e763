// How many things a list's introduction, or a question, speaks of.

const words = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** A number of things, not of per cent, years or pounds, nor part of a range or of a share. */
const pattern =
  /(?<![\p{L}\p{N}£$€.,/–-]|\d in )(?:(\d{1,2})|(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?![\p{N}.,/–-]|\s?(?:%|per cent|percent|years?|months?|weeks?|days?|hours?|million|billion|thousand|hundred|out of|in \d|of \d))\b/giu;

/** Numbers of things named in the text, 2 to 24, in order. */
export function countsIn(text: string): number[] {
  return [...text.matchAll(pattern)]
    .map((match) => (match[1] === undefined ? words.indexOf((match[2] ?? '').toLowerCase()) + 2 : Number(match[1])))
    .filter((count) => count >= 2 && count <= 24);
}

/** The one number of things that a heading or lead-in speaks of; null for none or several. */
export function stated(text: string): number | null {
  const [count, ...others] = countsIn(text);
  return count !== undefined && others.length === 0 ? count : null;
}
