// Lists within a sentence: `kidnap, threats to kill, shootings, robberies and extortion`.
import { stated } from './list-counts.ts';
import type { ListItem, StatedList } from './stated-list.ts';
import type { Quotation } from '../quote/quotation.ts';
import { textOf } from '../quote/quotation.ts';

const fewestItems = 3;
/** A longer part is a clause rather than a member of a list, in words. */
const longestItem = 16;

/**
 * The list that a sentence holds; null where it holds none.
 * @param lead words above the sentence that introduce it, where they stand apart.
 */
export function inlineList(sentence: Quotation, lead: Quotation | null): StatedList | null {
  const text = textOf(sentence);
  const best = enumerationsIn(text)
    .map((spans) => spans.map(({ start, end }) => ({ start, end })))
    .toSorted((one, other) => other.length - one.length)[0];
  if (!best) return null;
  const items = best.map(({ start, end }): ListItem => {
    const name = { ...sentence, start: sentence.start + start, end: sentence.start + end };
    return { name, whole: name };
  });
  return { form: 'inline', lead, path: sentence.passage.section, items, within: sentence };
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Each run of parts between commas (or semicolons) that reads as members of one list. */
function enumerationsIn(text: string): Part[][] {
  const runs = clausesOf(text).flatMap(({ words, start, end }) => {
    const run = membersOf(words, withLastPair(words, partsOf(words, { start, end })), start > 0);
    return run.length >= fewestItems || isCountedPair(text, run, start) ? [run] : [];
  });
  return [...runs, ...clausesApart(text)].filter((run) => run.every(({ start, end }) => start < end));
}

/** A pair is a list where it is announced as one: "two such things (this and that)". @param start of the brackets. */
function isCountedPair(text: string, { length }: readonly Part[], start: number): boolean {
  const [phrase = ''] = /[^,;.()]*\($/u.exec(text.slice(0, start)) ?? [];
  return length === 2 && stated(phrase.replace(/^.*\band\b/is, '')) === 2;
}

/** Clauses that semicolons part are members however long they are, the last after "and". */
function clausesApart(text: string): Part[][] {
  const clauses: Part[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/;\s+(?:and\s+)?/gu)) {
    clauses.push({ start, end: index });
    start = index + mark.length;
  }
  const isLinked = /;\s+and\s+$/u.test(text.slice(0, start));
  return isLinked && clauses.length >= fewestItems - 1
    ? [[...clauses, { start, end: text.length }].map((clause) => trimmed(text, clause))]
    : [];
}

interface Clause extends Part {
  /** The sentence, with what does not count in this clause made blank. */
  readonly words: string;
}

/** Stretches of the sentence that a list does not run out of: between dashes and colons, and in brackets. */
function clausesOf(text: string): Clause[] {
  const inner = [...text.matchAll(/\(([^()]*)\)/gu)];
  const clauses = inner.map((match): Clause => ({
    words: text,
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }));
  const outer = text.replaceAll(/\([^()]*\)/gu, (found) => '_'.repeat(found.length));
  let start = 0;
  for (const match of outer.matchAll(/\s[–—-]\s|:\s/gu)) {
    clauses.push({ words: outer, start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...clauses, { words: outer, start, end: text.length }];
}

function partsOf(text: string, clause: Part): Part[] {
  const parts: Part[] = [];
  let start = clause.start;
  for (const match of text.slice(clause.start, clause.end).matchAll(/[,;]\s+/gu)) {
    parts.push({ start, end: clause.start + match.index });
    start = clause.start + match.index + match[0].length;
  }
  parts.push({ start, end: clause.end });
  return parts;
}

/** The last part is `c and d`, or begins with `and`. */
function withLastPair(text: string, parts: readonly Part[]): Part[] {
  const last = parts.at(-1);
  if (!last) return [];
  const words = text.slice(last.start, last.end);
  const leading = /^(?:and|or|&)\s+/u.exec(words);
  if (leading) return [...parts.slice(0, -1), { start: last.start + leading[0].length, end: last.end }];
  const pairs = [...words.matchAll(/\s+(?:and|or|&)\s+/gu)];
  const form = /^\S+?(ing|ed)\b/u.exec(words.trimStart())?.[1];
  const alike = pairs.find(
    ({ index, 0: link }) => form && new RegExp(`^\\S+${form}\\b`, 'u').test(words.slice(index + link.length)),
  );
  const pair = alike ?? pairs[0];
  if (!pair) return [...parts];
  const middle = { start: last.start, end: last.start + pair.index };
  return [...parts.slice(0, -1), middle, { start: last.start + pair.index + pair[0].length, end: last.end }];
}

/** A first member of more words still has something before it that leads to it. */
const longestFirst = 8;
/** Words that make a part a clause of its own. */
const clausal =
  /^(?:but|so|which|who|whom|where|when|while|whilst|if|as|because|although|though|since|that|however|meaning|it|they|this|these|those|there|he|she)\b/i;
/** Words that say that members follow. */
const naming = /^(?:.*\b)?(?:such as|like|including|includes?|especially|particularly|namely|for example|e\.g\.?)\s+/is;
/** A part that begins so holds the verb of the sentence, and the first member after it. */
const subject = /^(?:we|our|i|you|the met|it|they)\b.*?\b(?:will|must|can|should|to|have|are|is|we['’]ll)\s+/is;
/** Words after which the first member begins, where nothing plainer says so. */
const leading =
  /^.*\b(?:of|by|to|on|in|with|for|from|about|around|across|are|is|were|be|being|will|must|can|have|has|our|their|your|the)\s+/is;

/**
 * The longest run of parts at the end that are no clauses; its first begins after the words that lead to it.
 * @param isSetOff whether a dash, colon or bracket stands before the parts.
 */
function membersOf(text: string, parts: readonly Part[], isSetOff: boolean): Part[] {
  const members: Part[] = [];
  for (const part of parts.toReversed()) {
    const words = text.slice(part.start, part.end).trim();
    const isFirst = naming.test(words) || subject.test(words) || words.split(/\s+/u).length > longestItem;
    if (words === '' || (clausal.test(words) && !isFirst)) break;
    members.unshift(part);
    if (isFirst) break;
  }
  const [first, ...rest] = members;
  if (!first) return [];
  const isWhole = isSetOff && first === parts[0] && !naming.test(text.slice(first.start, first.end));
  return [isWhole ? first : afterLeading(text, first), ...rest].map((member) => trimmed(text, member));
}

function afterLeading(text: string, part: Part): Part {
  const words = text.slice(part.start, part.end);
  const bare = words.trimStart();
  const plain = naming.exec(bare) ?? subject.exec(bare);
  const rest = plain ? bare.slice(plain[0].length) : bare;
  const isLong = !naming.test(bare) && rest.split(/\s+/u).length > longestFirst;
  const more = !plain || isLong ? (leading.exec(rest)?.[0].length ?? 0) : 0;
  const offset = words.length - bare.length + (plain?.[0].length ?? 0) + more;
  return words.slice(offset).trim() === '' ? part : { start: part.start + offset, end: part.end };
}

function trimmed(text: string, { start, end }: Part): Part {
  const words = text.slice(start, end);
  const bare = words.replace(/[\s.,;:!?*]+$/u, '').replace(/^[\s*]+/u, '');
  const from = start + words.indexOf(bare);
  return { start: from, end: from + bare.length };
}
