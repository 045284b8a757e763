// The figure that is repeated before the sentence that holds it, with what it counts; none where only a reader could tell which it is.
import type { Plan, Sense } from '../../domain/plan.ts';
import { countWords } from '../../text/number-words.ts';
import { tokens } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import { asksHowMuchChanged, changeTold } from './change-told.ts';
import { askedFigure, closing, figuresIn, isBeside } from './differing-figures.ts';
import type { Figure } from './differing-figures.ts';
import { isDeniedOnlyIn } from '../rank/negation.ts';
import type { RankedSentence } from '../rank/rank.ts';

/** `£90 million`, `36.2%`, `10 years`, `18 Met officers`; null where none is asked for, or none is surely meant. */
export function leadFigure(sentence: RankedSentence, plan: Plan): string | null {
  const { asks, asked: message, question, senses } = plan;
  if ((asks !== 'number' && asks !== 'money') || isDeniedOnlyIn(message, sentence.quote)) return null;
  const wanted = shareAsked.test(question) ? 'share' : asks === 'money' ? 'money' : null;
  const asksTime = timeAsked.test(question);
  const asksChange = asksHowMuchChanged(question);
  const fits = (figure: Figure): boolean =>
    (wanted === null || figure.unit === wanted) &&
    (!asksTime || timeAfter(figure, sentence.quote) !== '') &&
    (!average.test(question) || isAverage(figure, sentence.quote)) &&
    (!asksChange || isOfChange(figure, sentence.quote));
  const asked = askedFigure(sentence, senses, fits);
  if (asked) return isOfAnother(asked, sentence.quote, senses) ? null : asWanted(asked, sentence.quote, plan);
  const [only, ...others] = figuresIn(sentence.quote).filter(
    (figure) => fits(figure) && !question.includes(figure.text),
  );
  const isOfKind = wanted !== null || asksTime;
  return only && others.length === 0 && isOfKind ? withMeasure(only, sentence.quote, plan) : null;
}

/** The clause around a figure says that something is otherwise than it was: of a share of a whole it does not. */
function isOfChange({ start, end }: Figure, quote: string): boolean {
  const before =
    quote
      .slice(0, start)
      .split(/[,;:.]\s/u)
      .at(-1) ?? '';
  const [after = ''] = quote.slice(end).split(/[,;:.]\s/u, 1);
  return changeTold.test(`${before} ${after}`);
}

/** A share of a whole is wanted, not a count. */
export const shareAsked = /%|\b(?:percent\w*|per cent|share|proportion|fraction|rate)\b/i;
const countAsked = /\bhow many\b/i;
/** A length of time, or of a way, which is often told by the time that it takes. */
const timeAsked = /\bhow (?:long|old|quick(?:ly)?|fast|soon|close|near|far (?:away|off|from|is|are|do|must))\b/i;
const time = /^[\s-]{1,2}(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|kilometres?|km|metres?)\b/i;

/** "31.34% (10,632)": where a count is asked for, the one that the sentence gives beside the share; else the figure itself. */
function asWanted(figure: Figure, quote: string, plan: Plan): string | null {
  const isCount = figure.unit === 'share' && countAsked.test(plan.question) && !shareAsked.test(plan.question);
  const beside = figuresIn(quote).find((other) => other.unit === 'count' && isBeside(other, figure, quote));
  return withMeasure((isCount ? beside : null) ?? figure, quote, plan);
}

const average = /\b(?:average|mean|median|typical)\b/i;

/** "An average of 12.5", "12.5 on average": any other figure of the sentence is no average. */
function isAverage({ start, end }: Figure, quote: string): boolean {
  const isSaid = /\b(?:average|mean|median|typical\w*)(?: \p{L}+){0,3} [*_£]*$/iu.test(quote.slice(0, start));
  return isSaid || /^[*_]*(?: \p{L}+){0,4} on average\b/iu.test(quote.slice(end));
}

function timeAfter({ end }: Figure, quote: string): string {
  return time.exec(quote.slice(end))?.[0] ?? '';
}

/** Figures in words, from one on. */
const inWords = new RegExp(String.raw`\b(?:one|${countWords}|half|third|quarter)\b`, 'gi');

/**
 * Whether a word of the question is said of another figure: "18 assaulted and two injured" tells of two who were injured. A word is said
 * of the last figure before it, and before the first of them of all.
 */
function isOfAnother({ start }: Figure, quote: string, senses: readonly Sense[]): boolean {
  const places = [
    ...figuresIn(quote).map((figure) => figure.start),
    ...[...quote.matchAll(inWords)].map((match) => match.index),
  ].toSorted((one, other) => one - other);
  const words = tokens(quote);
  return senses.some((sense) => {
    const held = words.filter(({ term }) => isHeld(sense, new Set([term])));
    const isOfThis = (at: number): boolean => (places.findLast((place) => place <= at) ?? start) === start;
    return held.length > 0 && !held.some((word) => isOfThis(word.start));
  });
}

/** Words that make a figure a bound of what is counted: without them it would be told as the count. */
const bound =
  /\b(?:(?:fewer|less|more|greater|no more|no fewer|no less|not more) than|up to|at (?:least|most)|almost|nearly|over|under|around|about|some)\s[*_]*$/i;

function boundOf({ start }: Figure, quote: string): string {
  return bound.exec(quote.slice(Math.max(0, start - 24), start))?.[0] ?? '';
}

/** Longest way from a figure to the noun that it counts, in UTF-16 code units. */
const reach = 40;

/** The words from a place on as far as they stand whole within reach. */
function withinReach(quote: string, from: number): string {
  const near = quote.slice(from, from + reach);
  return wordGoesOn.test(quote.slice(from + reach - 1, from + reach + 1))
    ? near.replace(/[\p{L}\p{N}’'-]+$/u, '')
    : near;
}

const wordGoesOn = /^[\p{L}\p{N}’'-]{2}$/u;

/** Where what a figure counts ends. */
const clauseEnd = /[.,;:()|\t\n]|\b(?:and|or|but|for|across|with|which|who)\b/i;

/** One side of a ratio is no figure by itself. */
const ratio = /\d\s?:\s?\d|\b1 (?:to|in) \d/u;

/** The words after a figure up to the noun that it counts. "1,200 were calls": there the verb parts the figure from what it counts. */
function nounIn(clause: string, end: number): string {
  return /^\s*(?:is|are|was|were)\b/i.test(clause) ? '' : clause.slice(0, end);
}

/** The figure with its unit, or with the words after it as far as they are the question's; null for a bare count of something else. */
function withMeasure(figure: Figure, quote: string, { senses }: Plan): string | null {
  if (ratio.test(quote.slice(Math.max(0, figure.start - 8), figure.end + 8))) return null;
  const from = figure.end + (closing.exec(quote.slice(figure.end))?.[0].length ?? 0);
  const [clause = ''] = withinReach(quote, from).split(clauseEnd, 1);
  const counted = tokens(clause).findLast(({ term }) => senses.some((sense) => isHeld(sense, new Set([term]))));
  const unit = timeAfter(figure, quote);
  if (figure.unit === 'count' && unit === '' && !counted) return null;
  const noun = nounIn(clause, counted?.end ?? 0);
  const rest = unit !== '' || figure.unit !== 'count' ? unit : noun;
  return `${boundOf(figure, quote)}${figure.text}${rest}`.replaceAll(/[*_]+/gu, '').replaceAll(/\s+/gu, ' ').trim();
}
