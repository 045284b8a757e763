// Figures of a statement: each must stand in what supports it, about the same thing and with the same bound.
import { terms } from '../text/tokens.ts';

interface Figure {
  /** As it is written, without the stop or comma after it. */
  readonly written: string;
  /** Stems of the words before it, and of those that follow it in its clause. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly bound: Bound;
  /** Stems of all that it stands above, as a headline does ("150% The rise in offences"); null of a figure within a sentence. */
  readonly headlines: ReadonlySet<string> | null;
  /** Whether a change goes `by` it or `to` it; null where neither is said. */
  readonly direction: 'by' | 'to' | null;
}

type Bound = 'least' | 'most' | 'none';

const figurePattern = /[£$€]?\p{N}[\p{N},.]*(?:\/\p{N}+)?(?:\s?(?:%|per cent|percent|pp|bn|k|m)(?![\p{L}\p{N}]))?/giu;
const leastBefore =
  /(?:more than|over|at least|above|exceed(?:s|ing)?|no (?:less|fewer) than|upwards of)\s+(?:the\s+)?$/iu;
const mostBefore =
  /(?:less than|fewer than|under|below|up to|at most|no more than|not more than|nearly|almost)\s+(?:the\s+)?$/iu;
/** Words looked at on either side of a figure: enough for "18 Met officers assaulted". */
const neighbours = 3;
/** Words of size and share, which are figures as well; spelled-out numbers are made digits by `terms`. */
const sizes =
  /\b(?:half|halve[sd]?|third|quarter|fifth|tenth|double[sd]?|doubling|triple[sd]?|twice|thrice|dozens?|hundreds?|thousands?|millions?|billions?|first|second|hours?|days?|weeks?|months?|years?|decades?|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|majority|minority)\b/giu;

/** Whether every figure, number in letters, measure of time and size in `statement` stands in `support`. */
export function figuresStand(statement: string, support: string): boolean {
  const given = figuresIn(support);
  const own = figuresIn(statement);
  const stand = own.every((figure) => given.some((other) => isSame(figure, other)));
  return (
    stand && spelledStand(statement, support) && sizesStand(statement, support) && keepsOrder(statement, own, given)
  );
}

function figuresIn(text: string): Figure[] {
  return [...text.matchAll(figurePattern)].map((match) => {
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
    return {
      written: canonical(match[0]),
      before: terms(before).slice(-neighbours),
      after: terms(after.split(/[,;:.()–]|\band\b/u, 1).join('')).slice(0, neighbours),
      bound: boundOf(before),
      headlines: match.index === 0 && /^\s+\p{Lu}\p{Ll}/u.test(after) ? new Set(terms(text)) : null,
      direction: directionOf(before),
    };
  });
}

function canonical(written: string): string {
  return written
    .toLowerCase()
    .replaceAll(/\s?(?:per cent|percent)/gu, '%')
    .replaceAll(/\s/gu, '')
    .replace(/[.,]+$/u, '');
}

function boundOf(before: string): Bound {
  if (leastBefore.test(before)) return 'least';
  return mostBefore.test(before) ? 'most' : 'none';
}

function directionOf(before: string): Figure['direction'] {
  const word = /\b(?<word>by|to)\s+(?:an?\s+)?$/iu.exec(before)?.groups?.['word']?.toLowerCase();
  return word === 'by' || word === 'to' ? word : null;
}

function isSame(one: Figure, other: Figure): boolean {
  const goesSameWay = one.direction === null || other.direction === null || one.direction === other.direction;
  return one.written === other.written && one.bound === other.bound && goesSameWay && isAboutSame(one, other);
}

/** The same amount of the same thing: at least half of what follows the one follows the other; where nothing does, a word beside both. */
function isAboutSame(one: Figure, other: Figure): boolean {
  if (other.headlines) {
    const { headlines } = other;
    const own = [...one.before, ...one.after];
    return 2 * own.filter((stem) => headlines.has(stem)).length >= own.length;
  }
  if (one.after.length > 0 && other.after.length > 0) {
    const shared = one.after.filter((stem) => other.after.includes(stem));
    const isNumbered = one.after.every((stem) => !/^\d/u.test(stem) || shared.includes(stem));
    return isNumbered && 2 * shared.length >= one.after.length;
  }
  const [own, given] = [
    [...one.before, ...one.after],
    [...other.before, ...other.after],
  ];
  // A year by itself is about the whole.
  const isYear = /^(?:19|20)\d{2}(?:\D|$)/u.test(one.written);
  return isYear || own.length === 0 || given.length === 0 || own.some((stem) => given.includes(stem));
}

/** Numbers in letters, which `terms` gives as digits; "one" is mostly none. */
function spelledStand(statement: string, support: string): boolean {
  const given = new Set(terms(support));
  return terms(statement.replaceAll(/\p{N}+/gu, ' ')).every(
    (term) => !/^\d/u.test(term) || term === '1' || given.has(term),
  );
}

function sizesStand(statement: string, support: string): boolean {
  const given = new Set([...support.matchAll(sizes)].flatMap(([word]) => terms(word)));
  return [...statement.matchAll(sizes)].flatMap(([word]) => terms(word)).every((stem) => hasSize(stem, given));
}

/** "Every day" and "daily" measure alike. */
const alike: Readonly<Record<string, string>> = {
  daili: 'dai',
  weekli: 'week',
  monthli: 'month',
  yearli: 'year',
  annual: 'year',
  annualli: 'year',
};

function hasSize(stem: string, given: ReadonlySet<string>): boolean {
  const same = [...given].map((each) => alike[each] ?? each);
  return same.includes(alike[stem] ?? stem);
}

/** "From 40 to 60" is not "from 60 to 40". */
function keepsOrder(statement: string, own: readonly Figure[], given: readonly Figure[]): boolean {
  if (!/\bfrom\b.*\bto\b|\bthan\b|\bcompared\b/iu.test(statement)) return true;
  const places = own
    .map(({ written }) => given.findIndex((other) => other.written === written))
    .filter((at) => at >= 0);
  return places.every((at, index) => index === 0 || at >= (places[index - 1] ?? 0));
}
