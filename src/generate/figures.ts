// Figures of a statement: each must stand in what supports it, about the same thing and with the same bound.
import { rememberTexts } from '../text/remember-texts.ts';
import { terms, tokens } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import { sharesStand } from './shares.ts';
import { isSaid } from './synonyms.ts';

interface Figure {
  /** As it is written, without the stop or comma after it. */
  readonly written: string;
  readonly shape: Shape;
  /** Its place among the content words of its text. */
  readonly at: number;
  readonly bound: Bound;
  /** Whether a change goes `by` it, `to` it or `from` it; null where none is said. */
  readonly direction: 'by' | 'to' | 'from' | null;
}

/** Figures of one shape may be taken for one another. */
type Shape = 'share' | 'money' | 'year' | 'number';
type Bound = 'least' | 'most' | 'about' | 'none';

const leastBefore =
  /(?:more than|over|at least|above|exceed(?:s|ing)?|no (?:less|fewer) than|upwards of)\s+(?:the\s+)?$/iu;
const mostBefore =
  /(?:less than|fewer than|under|below|up to|at most|no more than|not more than|nearly|almost)\s+(?:the\s+)?$/iu;
const aboutBefore = /(?:about|around|approximately|roughly|some|estimated|circa)\s+(?:the\s+)?$/iu;
/** Content words on either side of a figure by which it is known what it counts. */
const reach = 4;
/** How much more a year or another figure beside it tells than a word does. */
const figureWeight = 5;
/** What a word counts that stands on the other side of it in the support, and one that only means the same. */
const otherSide = 0.5;
const otherWord = 0.7;
/** What a word counts that stands beyond a comma, or beyond what joins one figure to the next. */
const acrossPart = 0.4;
const parting = /[,;]|\b(?:to|from|and|than)\b/iu;
/** Words of size and share, which are figures as well; spelled-out numbers are made digits by `terms`. */
const sizes =
  /\b(?:half|halve[sd]?|third|quarter|fifth|tenth|double[sd]?|doubling|triple[sd]?|twice|thrice|dozens?|hundreds?|thousands?|millions?|billions?|first|second|hours?|days?|weeks?|months?|years?|decades?|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|majority|minority)\b/giu;

/** Whether every figure, number in letters, measure of time and size in `statement` stands in `support`, and counts the same there. */
export function figuresStand(statement: string, support: string): boolean {
  const [said, given] = [wordedOf(statement), wordedOf(support)];
  return (
    said.figures.every((figure) => stands(figure, said, given)) &&
    sizesStand(statement, support) &&
    sharesStand(statement, support) &&
    keepsOrder([statement, support], said.figures, given.figures) &&
    !takesOthersFigure(said, given)
  );
}

interface Worded {
  readonly text: string;
  readonly words: readonly Token[];
  readonly figures: readonly Figure[];
}

/** Financial years are written in two ways. */
const yearRange = /((?:19|20)\d{2})[-–](\d{2})(?!\d)/gu;

const wordedOf = rememberTexts((written): Worded => {
  const text = written.replaceAll(yearRange, '$1/$2');
  const words = tokens(text);
  return { text, words, figures: words.flatMap((word, at) => figureOf(word, at, text) ?? []) };
});

const unitNames: Readonly<Record<string, string>> = {
  'per cent': '%',
  percent: '%',
  billion: 'bn',
  million: 'm',
  thousand: 'k',
};

/** Null of a word that is no figure; "one" is mostly none. */
function figureOf({ term, start, end }: Token, at: number, text: string): Figure | null {
  if (!/^\d/u.test(term) || /^one$/iu.test(text.slice(start, end))) return null;
  const before = text.slice(Math.max(0, start - 60), start);
  const unit = /^\s?(?<unit>%|per cent|percent|pp|billion|million|thousand|bn|k|m)(?![\p{L}\p{N}])/iu.exec(
    text.slice(end, end + 12),
  )?.groups?.['unit'];
  const currency = /[£$€]$/u.exec(before)?.[0] ?? '';
  // A dash right before a figure and after none: what is lost, or below nought.
  const sign = /(?:^|[\s(])[-–]$/u.test(before.replace(/[£$€]$/u, '')) ? '-' : '';
  const written = `${sign}${currency}${term}${unitNames[(unit ?? '').toLowerCase()] ?? (unit ?? '').toLowerCase()}`;
  return {
    written,
    shape: shapeOf(written),
    at,
    bound: text[end] === '+' ? 'least' : boundOf(before.replace(/[£$€]$/u, '')),
    direction: directionOf(before),
  };
}

function shapeOf(written: string): Shape {
  if (/%|pp$/u.test(written)) return 'share';
  if (/^-?[£$€]/u.test(written)) return 'money';
  return /^(?:19|20)\d{2}(?:\/\d+)?$/u.test(written) ? 'year' : 'number';
}

function boundOf(before: string): Bound {
  if (leastBefore.test(before)) return 'least';
  if (mostBefore.test(before)) return 'most';
  return aboutBefore.test(before) ? 'about' : 'none';
}

function directionOf(before: string): Figure['direction'] {
  const word = /\b(?<word>by|to|from)\s+(?:an?\s+)?$/iu.exec(before)?.groups?.['word']?.toLowerCase();
  return word === 'by' || word === 'to' || word === 'from' ? word : null;
}

/** Whether the support has the figure, and no other of its shape is nearer to what it counts. */
function stands(figure: Figure, said: Worded, given: Worded): boolean {
  const own = given.figures.filter((other) => isSame(figure, other));
  if (own.length === 0) return false;
  const anchors = anchorsOf(figure, said, given);
  const near = (others: readonly Figure[]): number =>
    Math.max(0, ...others.map((other) => nearness(anchors, other, given)));
  const rivals = given.figures.filter(({ shape, written }) => shape === figure.shape && written !== figure.written);
  if (!own.some((other) => countsSame([figure, said], [other, given]))) return false;
  return near(own) >= near(rivals) || endsSpan(figure, said, given);
}

/** Content words after a number that tell what it counts. */
const wordsCounted = 3;

/** Whether one of the words right after a number stands right after it in the support too: 40 wardens are not the 40 thieves whom wardens caught. */
function countsSame([figure, said]: readonly [Figure, Worded], [other, given]: readonly [Figure, Worded]): boolean {
  if (figure.shape !== 'number') return true;
  const [own, theirs] = [countedBy(figure, said), countedBy(other, given)];
  if (own.length === 0 || theirs.length === 0) return true;
  return own.some((term) => isSaid(term, new Set(theirs)));
}

/** What follows a number with nothing between; empty where a word of no content or a mark does. */
function countedBy({ at }: Figure, { text, words }: Worded): string[] {
  const counted: string[] = [];
  for (let place = at + 1; place <= at + wordsCounted; place += 1) {
    const [before, word] = [words[place - 1], words[place]];
    if (!before || !word || /^\d/u.test(word.term) || text.slice(before.end, word.start).trim() !== '') break;
    counted.push(word.term);
  }
  return counted;
}

function isSame(one: Figure, other: Figure): boolean {
  const goesSameWay = one.direction === null || other.direction === null || one.direction === other.direction;
  // What is so may be told as about so.
  const isBoundAlike = one.bound === other.bound || (one.bound === 'about' && other.bound === 'none');
  return one.written === other.written && isBoundAlike && goesSameWay;
}

/** A word or other figure beside a figure. */
interface Anchor {
  readonly term: string;
  /** Of it in words from the figure; below nought before it. */
  readonly offset: number;
  /** What it counts, from 0 to 1. */
  readonly weight: number;
}

/** What stands beside the figure that the support says too; figures of its own shape are no measure of it. */
function anchorsOf({ at, shape }: Figure, { text, words, figures }: Worded, given: Worded): Anchor[] {
  const stems = new Set(given.words.map(({ term }) => term));
  const alike = new Set(figures.filter((other) => other.shape === shape).map((other) => other.at));
  return words.flatMap((word, place) => {
    const { term } = word;
    const offset = place - at;
    const counts = offset !== 0 && Math.abs(offset) <= reach && !alike.has(place) && isSaid(term, stems);
    if (!counts) return [];
    const weight = unparted({ text, words, figures }, place, at) * (/^\d/u.test(term) ? figureWeight : 1);
    return [{ term, offset, weight }];
  });
}

function nearness(anchors: readonly Anchor[], { at }: Figure, given: Worded): number {
  return anchors.reduce((sum, { term, offset, weight }) => {
    const weights = given.words.map((word, place) => {
      const likeness = word.term === term ? 1 : isSaid(term, new Set([word.term])) ? otherWord : 0;
      if (likeness === 0 || place === at) return 0;
      const side = place < at === offset < 0 ? 1 : otherSide;
      return (likeness * side * unparted(given, place, at)) / (1 + Math.abs(place - at));
    });
    return sum + (weight * Math.max(0, ...weights)) / Math.abs(offset);
  }, 0);
}

/** 1 for two words that nothing parts, else what the one counts for the other. */
function unparted({ text, words }: Worded, one: number, other: number): number {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return parting.test(text.slice(words[from]?.end, words[to]?.start)) ? acrossPart : 1;
}

/** Whether it ends a span ("from 40 to 60") that the support has as well: what both count stands beside the first. */
function endsSpan(figure: Figure, said: Worded, given: Worded): boolean {
  const before = (figures: readonly Figure[], one: Figure): string | undefined =>
    figures.filter(({ shape, at }) => shape === one.shape && at < one.at).at(-1)?.written;
  const first = before(said.figures, figure);
  if (figure.direction !== 'to' || first === undefined) return false;
  return given.figures.some((other) => isSame(figure, other) && before(given.figures, other) === first);
}

/** Says which year is meant where the support names it. */
const yearBefore = /\b(?:the|a) (?:previous year|last year|year (?:before|earlier))\b/giu;

function sizesStand(statement: string, support: string): boolean {
  const given = new Set([...support.matchAll(sizes)].flatMap(([word]) => terms(word)));
  const namesYear = wordedOf(support).figures.some(({ shape }) => shape === 'year');
  const bounds = boundsOfSizes(support);
  const keepsBounds = [...boundsOfSizes(statement)].every((each) => bounds.has(each));
  if (!keepsBounds) return false;
  return [...(namesYear ? statement.replaceAll(yearBefore, ' ') : statement).matchAll(sizes)]
    .flatMap(([word]) => terms(word))
    .every((stem) => hasSize(stem, given));
}

const fractions = /\b(?:half|third|quarter|fifth|tenth|twice|dozens?|hundreds|thousands|millions)\b/giu;

/** Sizes with what bounds them: "almost half" is not half. */
function boundsOfSizes(text: string): Set<string> {
  return new Set(
    [...text.matchAll(fractions)].map(({ 0: word, index }) => {
      const before = text.slice(Math.max(0, index - 30), index).replace(/\b(?:an?|one|the)\s+$/iu, '');
      return `${boundOf(before)} ${word.toLowerCase()}`;
    }),
  );
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

/** Where one thing with its figure ends in a row of them. */
const rowJoint = /[;,.]\s+(?:and\s+)?|\s+(?:and|but|while|whereas)\s+/giu;
const verb = /\b(?:is|are|was|were|has|have|had|will|fell|rose|grew|stood|\p{L}{3,}ed)\b/iu;

/** Whether the statement gives to one thing of a row the figure of another: "robbery fell by 12%" for "burglary fell by 12%, robbery by 7%". */
function takesOthersFigure(said: Worded, given: Worded): boolean {
  const end = verb.exec(said.text)?.index ?? 0;
  const subject = said.words.filter((word) => word.end <= end).map(({ term }) => term);
  const stems = new Set(said.words.map(({ term }) => term));
  const parts = rowOf(given);
  return said.figures.some((figure) => {
    const isHome = (part: RowPart): boolean => part.figures.some((other) => isSame(figure, other));
    const homes = parts.filter(isHome);
    const others = parts.filter((part) => !isHome(part) && part.figures.some(({ shape }) => shape === figure.shape));
    const isNamed = homes.every(({ before }) => before.some((term) => !stems.has(term)));
    const isOthers = (term: string): boolean =>
      others.some((part) => part.terms.has(term)) && !homes.some((part) => part.terms.has(term));
    const isShared = homes.some(({ before }) => before.some((term) => subject.includes(term)));
    return homes.length > 0 && (isNamed || isShared) && subject.some(isOthers);
  });
}

interface RowPart {
  readonly figures: readonly Figure[];
  readonly terms: ReadonlySet<string>;
  /** Content words before its first figure. */
  readonly before: readonly string[];
}

function rowOf({ text, words, figures }: Worded): RowPart[] {
  const cuts = [0, ...[...text.matchAll(rowJoint)].map(({ index }) => index), text.length];
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? 0;
    const own = words.filter(({ start }) => start >= from && start < to);
    const first = own.findIndex(({ term }) => /^\d/u.test(term));
    return {
      figures: figures.filter((figure) => own.some((word) => words[figure.at] === word)),
      terms: new Set(own.map(({ term }) => term)),
      before: own.slice(0, Math.max(0, first)).map(({ term }) => term),
    };
  });
}

/** Tells what was after what is, and so in the other order. */
const tellsBackwards = /,\s+(?:up|down)\s+from\b/iu;

/** "From 40 to 60" is not "from 60 to 40". */
function keepsOrder(
  [statement, support]: readonly [string, string],
  own: readonly Figure[],
  given: readonly Figure[],
): boolean {
  if (!/\bfrom\b.*\bto\b|\bthan\b|\bcompared\b/iu.test(statement) || tellsBackwards.test(support)) return true;
  const places = own
    .map(({ written }) => given.findIndex((other) => other.written === written))
    .filter((at) => at >= 0);
  return places.every((at, index) => index === 0 || at >= (places[index - 1] ?? 0));
}
