// Two sentences of one document that give different figures for the same measure: a reader must see both, never one by chance.
import type { Sense } from '../../domain/plan.ts';
import { rememberObjects } from '../../text/remember-objects.ts';
import { terms, tokens } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import { isDeniedOnlyIn } from '../rank/negation.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { readPassage } from '../rank/read-passage.ts';
import type { ReadSentence } from '../rank/read-passage.ts';
import { isTime, yearsTold } from './years-told.ts';
import type { ComposeRequest } from '../rank/request.ts';

/** A figure with the words that say what it counts. */
export interface Figure {
  /** As written: `23.5m`, `2,394,416`. */
  readonly text: string;
  /** Where it begins and ends in the sentence, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: 'count' | 'share' | 'money';
  /** Stems of the few words after it (`999 calls`), and before it where it ends its clause. */
  readonly measure: ReadonlySet<string>;
}

export interface DifferingFigures {
  readonly sentence: RankedSentence;
  /** The figure of the first sentence, and that of the other. */
  readonly figures: readonly [string, string];
}

/**
 * The other sentence must answer the question about as well as the first: scores of right sentences lie within this. One that writes the
 * year of the question otherwise ("last year") ranks lower for it.
 */
const margins = { any: 3.5, sameYear: 5 };
/** Words after a figure that belong to its measure. */
const reach = 4;

/**
 * Another sentence of the same document with another figure for what the question asks.
 * @param first the sentence that leads the answer.
 */
export function differingFigure(first: RankedSentence, request: ComposeRequest): DifferingFigures | null {
  const { senses } = request.plan;
  const figure = asksFigureOf(first, request) ? wholeFigure(first, senses) : null;
  if (!figure) return null;
  for (const other of request.ranked) {
    const isSamePlace = other.passage.documentId === first.passage.documentId && other.sentence !== first.sentence;
    const most = isOfSameYear(first, other, request) ? margins.sameYear : margins.any;
    if (!isSamePlace || first.score - other.score > most || !isAsFull(first, other, request)) continue;
    const differing = wholeFigure(other, senses);
    const areAlike = differing && isExtra(figure, first.quote) === isExtra(differing, other.quote);
    if (areAlike && differs(figure, differing)) return { sentence: other, figures: [figure.text, differing.text] };
  }
  return null;
}

function asksFigureOf({ quote }: RankedSentence, { plan: { asks, asked } }: ComposeRequest): boolean {
  return (asks === 'number' || asks === 'money') && !isDeniedOnlyIn(asked, quote);
}

/** The other holds all of the question that the first holds, and is of no other year: else it counts something narrower. */
function isAsFull(first: RankedSentence, other: RankedSentence, request: ComposeRequest): boolean {
  const { senses } = request.plan;
  const isFull = senses.every((sense) => isTime(sense) || !isHeld(sense, first.terms) || isHeld(sense, other.terms));
  const isTimeAsked = senses.some((sense) => isTime(sense) && isHeld(sense, first.terms));
  // Where no time is asked for, a sentence that tells none may be of any.
  const tellNone = !isTimeAsked && [first, other].some((each) => yearsOf(each, request).size === 0);
  const isSameTime = tellNone || isOfSameYear(first, other, request);
  return isFull && isSameTime && placesIn(first.quote) === placesIn(other.quote);
}

function isOfSameYear(first: RankedSentence, other: RankedSentence, request: ComposeRequest): boolean {
  const years = yearsOf(other, request);
  return [...yearsOf(first, request)].some((year) => years.has(year));
}

function yearsOf({ quote, passage }: RankedSentence, { documents }: ComposeRequest): ReadonlySet<number> {
  return yearsTold(
    quote,
    documents.find(({ id }) => id === passage.documentId),
  );
}

/** The operations and places that a sentence tells of: figures of two of them do not differ. */
function placesIn(quote: string): string {
  const names =
    quote.match(/\bOp(?:eration)?s? \p{Lu}\p{Ll}+|\b(?:in|across|at) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/gu) ?? [];
  return names
    .filter((name) => !/(?:London|England|The|Met|Year|Q\d)\b/u.test(name))
    .toSorted()
    .join();
}

/** Words that make a figure one of some more, or of a part, and not of all: "an additional 58", "for the 38,274 files that do not". */
const added = /\b(?:another|other|remaining|over|up to)\s+(?:\p{L}+\s+)?[*_]*$/iu;
const partly =
  /^[^.;]*?(?:\b(?:for|of|in|from|among) (?:the|those|these) \d[\d,.]* \p{L}+|\b(?:that|who|which) (?:do|did|does|have|had|has|were|are|was|is|will|would) not\b)/iu;
const former = /^[\s*]*(?:former|ex|retired|acting|potential|would-be)\b/i;

/** "We hired 1,830, of whom 36.2% …": a share of those alone. */
const ofSome = /\b(?:of|among) (?:which|whom|these|those|them),?\s[*_]*$/i;

/** "Delivered to 5,819 officers": those who got something, and not all. */
const recipients =
  /\b(?:delivered|issued|given|offered|provided|piloted|rolled out|training) (?:to|for|with)\s(?:(?:more than|over|about|around|nearly|some)\s)?[*_]*$/i;
/** "Trained 32,500 officers", "96 officers have been dismissed": those to whom it was done, and not all there are. */
const doneTo =
  /\b(?!(?:receiv|record|number|total|reach|employ|answer|attend|respond|polic|handl|includ|report|restor|increas|reduc)\w*\s)\p{L}+(?:ing|ed)\s[*_]*$/iu;
const wereDone = /^\W*(?:\p{L}+\s){1,4}(?:have|has|had|were|was) (?:been )?\p{L}+ed\b/iu;
const extraBefore = /\b(?:additional|further|extra|uplift of)\s+(?:\p{L}+\s+)?[*_]*$/iu;
const extraAfter = /^[\s*]*(?:more|extra|additional)\b/i;

/** Whether it counts what came on top, and not all. */
function isExtra({ start, end }: Figure, quote: string): boolean {
  return extraBefore.test(quote.slice(Math.max(0, start - 40), start)) || extraAfter.test(quote.slice(end));
}

/** The figure asked for; null where it counts only a part. */
function wholeFigure(sentence: RankedSentence, senses: readonly Sense[]): Figure | null {
  const figure = askedFigure(sentence, senses);
  return figure && !narrows(figure, sentence.quote) ? figure : null;
}

/** "That number rose to 1,505": what was counted in the sentence before, at a later time. */
export function isLaterFigure({ quote }: RankedSentence): boolean {
  return laterFigure.test(quote);
}

const laterFigure = /\b(?:that|this) (?:number|figure|total|rate|share|count)\b.{0,40}\d/i;

/** Whether the figure asked for counts all (1), a part or what came on top (-1); 0 where a sentence gives none. */
export function extentOf(sentence: RankedSentence, senses: readonly Sense[]): -1 | 0 | 1 {
  const figure = askedFigure(sentence, senses);
  if (!figure) return 0;
  const { quote } = sentence;
  const isDone = doneTo.test(quote.slice(0, figure.start)) || wereDone.test(quote.slice(figure.end));
  const isPart = isDone || narrows(figure, quote) || isExtra(figure, quote);
  return isPart || isOtherPeriod(figure, quote, senses) ? -1 : 1;
}

/** "12 months ending March 2025": how long it took, where that is not asked for. */
function isOtherPeriod({ end }: Figure, quote: string, senses: readonly Sense[]): boolean {
  const [, period = ''] = periodAfter.exec(quote.slice(end)) ?? [];
  return period !== '' && !senses.some((sense) => isHeld(sense, new Set(terms(period))));
}

const periodAfter = /^[\s-](months?|years?|weeks?|days?|hours?|minutes?|seconds?)\b/i;

function narrows({ start, end, unit }: Figure, quote: string): boolean {
  const after = quote.slice(end);
  const before = quote.slice(Math.max(0, start - 40), start);
  if (unit === 'share' && ofSome.test(before)) return true;
  return added.test(before) || recipients.test(before) || partly.test(after) || former.test(after);
}

/** The same measure word for word, and not the same figure rounded. */
function differs(one: Figure, other: Figure): boolean {
  const shared = [...one.measure].filter((stem) => other.measure.has(stem)).length;
  const isSame = Math.abs(one.value - other.value) <= 0.05 * Math.max(one.value, other.value);
  return (
    one.unit === other.unit && !isSame && shared > 0 && shared >= Math.min(one.measure.size, other.measure.size) / 2
  );
}

const figurePattern =
  /(?<![\p{L}\d.,/£])(£?)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(%|bn\b|billion\b|m\b|million\b|k\b)?(?![\d/:])/gu;
const multiples: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };

/** The figure whose measure holds most words of the question, in the question's or in other words; null where two are alike. */
export function askedFigure(
  sentence: RankedSentence,
  senses: readonly Sense[],
  fits: (figure: Figure) => boolean = () => true,
): Figure | null {
  const { quote } = sentence;
  const matches = figuresOf(sentence)
    .filter(fits)
    .map((figure) => ({ figure, held: senses.filter((sense) => isHeld(sense, figure.measure)).length }));
  const most = Math.max(0, ...matches.map(({ held }) => held));
  const [best, ...alike] = matches.filter(({ held }) => held === most).map(({ figure }) => figure);
  const isOnly = best !== undefined && alike.every((other) => isBeside(other, best, quote));
  return isOnly && most > 0 ? best : null;
}

/** "31.34% (10,632)": whether the one stands in brackets right after the other, and so is the same in another unit. */
export function isBeside({ start, end }: Figure, other: Figure, quote: string): boolean {
  return start >= other.end && opening.test(quote.slice(other.end, start)) && closing.test(quote.slice(end));
}

const opening = /^\*{0,2}\s?\($/u;

const beside = /^\*{0,2}\s?\([£\d.,%]+\)\*{0,2}/u;
export const closing = /^\)\*{0,2}/u;

/** The figures of a sentence of a passage, read once: where documents are compared, each sentence of theirs is asked for them. */
function figuresOf({ passage, at, quote }: RankedSentence): readonly Figure[] {
  const read = readPassage(passage).sentences[at];
  return read ? figuresRead(read) : figuresIn(quote);
}

const figuresRead = rememberObjects(({ quote }: ReadSentence) => figuresIn(quote));

/** Figures of a sentence, years and call numbers left out. */
export function figuresIn(quote: string): Figure[] {
  const words = tokens(quote);
  return [...quote.matchAll(figurePattern)].flatMap((match): Figure[] => {
    const [text, pound = '', digits = '', suffix = ''] = match;
    if (/^(?:19|20)\d\d$/u.test(digits) || /^(?:999|101)$/u.test(digits)) return [];
    const end = match.index + text.length;
    // "31.34% (10,632) female": what stands in brackets is the same in another unit, and of the same.
    const from = end + (beside.exec(quote.slice(end)) ?? closing.exec(quote.slice(end)) ?? [''])[0].length;
    const after = words.filter(({ start }) => start >= from && start - from < 60).slice(0, reach);
    const clause = after.filter(({ start }) => !/[.,;:()]/u.test(quote.slice(from, start)));
    const value = Number(digits.replaceAll(',', '')) * (multiples[suffix.toLowerCase()] ?? 1);
    const unit = suffix === '%' ? 'share' : pound === '£' ? 'money' : 'count';
    const start = match.index;
    return [
      {
        text: text.trim(),
        start,
        end: start + text.trimEnd().length,
        value,
        unit,
        measure: new Set(clause.map(({ term }) => term)),
      },
    ];
  });
}
