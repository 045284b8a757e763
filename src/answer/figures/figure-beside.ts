// The figure that a sentence gives for one of several things that it counts: "36.2% (662) were female, 23.5% (430) …".
import type { Sense } from '../../domain/plan.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';

const number = String.raw`[£$€]?\d[\d,]*(?:\.\d+)?(?:%| ?(?:bn|billion|million|m|k)\b)?`;
/** A figure as a reader would repeat it, with the count or share that stands in brackets beside it; a range whole, for neither end is what is counted. */
const figure = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.,])(?:between\s${number}\sand\s${number}|${number}(?:\s?[–-]\s?${number})?)(?:\s\([£$€]?\d[\d,.]*%?\))?(?![\p{L}\p{N}/]|[.,:]\d)`,
  'giu',
);
const yearOnly = /^(?:19|20)\d\d(?:\s?[–-]\s?(?:\d\d){1,2})?$/u;
/** Where one thing counted ends and the next begins; a comma within a number parts nothing. */
const between =
  /(?:,(?!\d)|;|\band\b(?=\s+(?:over |more than |nearly |almost |around |about )?[£$€]?\d)|–|\(i{1,3}\))/gu;

/** A ratio is no figure of either side. */
const ratio = /\bratios?\b|\d ?: ?\d|\d to \d/i;

/** The one figure in the part of the sentence that holds most of the words; null where there is none, or several. */
export function figureBeside(
  { quote, tokens }: Pick<Candidate, 'quote' | 'tokens'>,
  senses: readonly Sense[],
): string | null {
  const parts = partsOf(quote).map(({ start, end }) => {
    const held = new Set(tokens.filter((token) => token.start >= start && token.end <= end).map(({ term }) => term));
    return { text: quote.slice(start, end), count: senses.filter((sense) => isHeld(sense, held)).length };
  });
  const most = Math.max(...parts.map(({ count }) => count));
  for (const { text, count } of parts) {
    if (count < most || (senses.length > 0 && count === 0) || ratio.test(text)) continue;
    const [only, ...others] = (text.match(figure) ?? []).filter((each) => !yearOnly.test(each));
    if (only !== undefined && others.length === 0) return only.trim();
  }
  return null;
}

function partsOf(quote: string): { readonly start: number; readonly end: number }[] {
  const figures = [...quote.matchAll(figure)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
  const starts = [...quote.matchAll(between)]
    .filter(({ index }) => !figures.some(({ start, end }) => start < index && index < end))
    .map(({ index, 0: mark }) => index + mark.length);
  // "Women and specials: 31% women and 17% specials": what stands before the colon is of all of them.
  const colon = /:\s/u.exec(quote);
  if (colon && figures.filter(({ start }) => start > colon.index).length > 1) starts.unshift(colon.index + 1);
  starts.unshift(0);
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? quote.length }));
}
