// How stated sets are written: whole, each point in its own words, in the form that their length asks for.
import { inLine, point, quote, textOf, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { QuotedSet } from './stated-sets.ts';

/** Points of no more words than this stand in one line. */
const shortPoint = 4;
/** Longest sentence that is quoted for the points in it, in UTF-16 code units. */
const longestSentence = 450;

/** A line that names the set, and its points in the same line or in lines of their own. */
export function setParagraphs(set: QuotedSet): Paragraph[] {
  const { name, items } = set;
  const within = sentenceOf(set);
  if (within) return [[quote(within)]];
  const lead: Paragraph = name ? [quote(name)] : [];
  if (items.length === 1 || items.every(isShort))
    return [[...lead, ...(name ? [words(' ')] : []), ...inLine(items, ', ')]];
  return [lead, ...items.map(point)];
}

/** The sets of a document under its name. */
export function setsUnder(heading: string, sets: readonly QuotedSet[]): Paragraph[] {
  const [first = [], ...others] = sets.flatMap(setParagraphs);
  return [[words(`**${heading}**: `), ...first], ...others];
}

function isShort(item: Quotation): boolean {
  return textOf(item).trim().split(/\s+/u).length <= shortPoint;
}

/** The sentence that holds a set's name and all its points; null where they stand apart. */
function sentenceOf({ name, items }: QuotedSet): Quotation | null {
  const first = name ?? items[0];
  const last = items.at(-1);
  if (!first || !last || items.length < 2) return null;
  const { passage } = first;
  const found = passage.sentences.find(({ start, end }) => start <= first.start && last.end <= end);
  const isRunning = found && found.kind !== 'row' && found.kind !== 'figure';
  return isRunning && found.end - found.start <= longestSentence
    ? { passage, start: found.start, end: found.end }
    : null;
}
