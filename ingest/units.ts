// Joins lines into units: paragraphs, bullets, table rows, labels (short lines that may be headings) and figures.
import type { Line } from './lines.ts';

export type UnitKind =
  | 'heading' // marked as one in the source
  | 'label' // short, unpunctuated: a heading, a list item or decoration; what follows decides
  | 'letter' // a lone capital letter that numbers the next line
  | 'paragraph'
  | 'bullet'
  | 'row'
  | 'figure' // an infographic's figure with its caption
  | 'fragment' // figures cut off from their captions
  | 'rule';

export interface Unit {
  readonly kind: UnitKind;
  readonly start: number;
  readonly end: number;
  /** The unit's words on one line, for rules that look at wording. */
  readonly words: string;
  readonly gap: number;
  readonly hashes: number;
  readonly opensPage: boolean;
  /** Whether an unreadable glyph stands before its words. */
  readonly ornament: boolean;
  /** Columns of white space before its mark. */
  readonly depth: number;
  readonly lines: number;
}

/** A line or paragraph of at most this many words may be a heading or a list item. */
const labelWords = 16;
/** Lines of a column narrower than this many characters break where the column ends, not where a thought does. */
const narrowColumn = 50;

/** Units of the text in reading order. */
export function joinLines(lines: readonly Line[]): Unit[] {
  const groups = splitGroups(lines);
  const units = groups.flatMap((group, index) => unitsOf(group, groups[index - 1]?.at(-1)));
  return captionFigures(continueAcrossGaps(units));
}

/** Lines that stand together: no blank line, no page start and no change between bullets, rows and plain text within. */
function splitGroups(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && joinsGroup(last, line)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function joinsGroup(last: Line, line: Line): boolean {
  if (line.gap > 0 || line.opensPage || line.mark !== 'none') return false;
  return last.mark === 'none' || last.mark === 'bullet';
}

function unitsOf(group: readonly Line[], before: Line | undefined): Unit[] {
  const first = group[0];
  if (!first) return [];
  if (first.mark === 'bullet') return [unit('bullet', group)];
  if (first.mark !== 'none' && first.mark !== 'stray-glyph') return [unit(first.mark, group)];
  const goesOn = before?.mark === 'none' && runsOn(before.words);
  return breakGroup(group, goesOn).map((lines) => unit(plainKind(wordsOf(lines), lines[0]), lines));
}

function plainKind(words: string, first: Line | undefined): UnitKind {
  if (/^\W*[A-Z]\W*$/u.test(words)) return 'letter';
  if (isFigure(words) && !isSource(words)) return 'figure';
  const limit = first?.opensPage ? labelWords + 6 : labelWords;
  const short = words.split(' ').length <= limit;
  return short && !/[.!;,]["'”’)*]*$/u.test(words) ? 'label' : 'paragraph';
}

function unit(kind: UnitKind, lines: readonly Line[]): Unit {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new Error('a unit has at least one line');
  return {
    kind,
    start: first.start,
    end: last.end,
    words: wordsOf(lines),
    gap: first.gap,
    hashes: first.hashes,
    opensPage: first.opensPage,
    ornament: first.ornament,
    depth: first.depth,
    lines: lines.length,
  };
}

function wordsOf(lines: readonly Line[]): string {
  return lines
    .map((line) => line.words)
    .join(' ')
    .replaceAll(/[\s\ufffd]+/gu, ' ')
    .trim();
}

/**
 * Where a plain group holds more than one unit: separate lines, a run-in heading, a figure above its caption.
 * @param goesOn whether the group only goes on with a thought that broke off before it.
 */
function breakGroup(group: readonly Line[], goesOn: boolean): Line[][] {
  if (group.length === 1 || (!goesOn && isEachLineWhole(group))) return group.map((line) => [line]);
  const width = group.reduce((most, line) => Math.max(most, line.words.length), 0);
  const parts: Line[][] = [];
  group.forEach((line, index) => {
    const before = group[index - 1];
    const part = parts.at(-1);
    if (part && before && !breaksBetween(group, index, width)) part.push(line);
    else parts.push([line]);
  });
  return parts;
}

/** Every line begins like a sentence and none runs on into the next: an unmarked list, or paragraphs on one line each. */
function isEachLineWhole(group: readonly Line[]): boolean {
  return group.every((line, index) => {
    const opens = /^["'“‘([*_]*[\p{Lu}\p{N}£]/u.test(line.words);
    const isLast = index === group.length - 1;
    if (index > 0 && goesOnWithFigure(group[index - 1], line)) return false;
    return opens && line.words.split(' ').length > 1 && (isLast || !runsOn(line.words));
  });
}

function isBrokenOff(before: Line, line: Line): boolean {
  return runsOn(before.words) || goesOnWithFigure(before, line);
}

/** A line of this length, in UTF-16 code units, breaks where the page ends. */
const wrapsFrom = 45;

/** A figure at the head of a line belongs to the words that a long line before it breaks off with: `there were`, `312 fires`. */
function goesOnWithFigure(before: Line | undefined, line: Line): boolean {
  const breaksOff = before !== undefined && before.words.length >= wrapsFrom && /\p{Ll}$/u.test(before.words);
  return breaksOff && /^[£$€]?\p{N}/u.test(line.words);
}

/** Whether a line's last word calls for more: a comma, an ampersand, an article or a preposition. */
export function runsOn(words: string): boolean {
  return /(?:[,&–—-]|\b(?:the|a|an|of|and|or|in|on|at|for|with|from|by|as|our|their|its|this|that|than|into|per))$/iu.test(
    words,
  );
}

function breaksBetween(group: readonly Line[], index: number, width: number): boolean {
  const before = group[index - 1];
  const line = group[index];
  if (!before || !line) return false;
  if (isFigure(before.words) || isQuestion(before, width) || isQuestion(line, width)) return true;
  if (!/^["'“‘([*]*[\p{Lu}\p{N}£]/u.test(line.words) || isBrokenOff(before, line)) return false;
  if (width < narrowColumn) return isRunInWord(group, index);
  if (index === group.length - 1 && isTrailingTitle(before, line, width)) return true;
  return isRunInHeading(before, line, index) || isCutShort(before, line, width);
}

/** A short last line without a stop, under a whole sentence: a title set solid with the text before it. */
function isTrailingTitle(before: Line, line: Line, width: number): boolean {
  return (
    /[.!?]["'”’)*]*$/u.test(before.words) && !/[.!?;:,]["'”’)*]*$/u.test(line.words) && line.words.length < width / 3
  );
}

/** One of the first lines, without a stop, above a line that can only begin a sentence. */
function isRunInHeading(before: Line, line: Line, index: number): boolean {
  return index < 3 && opensSentence.test(line.words) && !/[.!?;:]["'”’)*]*$/u.test(before.words);
}

/** A line without a stop on which the next line's first word would have had room. */
function isCutShort(before: Line, line: Line, width: number): boolean {
  if (/[.!;]["'”’)*]*$/u.test(before.words)) return false;
  const firstWord = line.words.split(' ')[0] ?? '';
  return before.words.length + 1 + firstWord.length < width * 0.92 && before.words.length < width * 0.85;
}

/** A question on a short line of its own is a heading even where no blank line sets it off. */
function isQuestion(line: Line, width: number): boolean {
  return /^\p{Lu}.*\?$/u.test(line.words) && line.words.length < width * 0.6;
}

/** A capital on a word that is never a name can only be a sentence's first: what stands before it unpunctuated is a heading. */
const opensSentence = /^(?:We|Our|The|This|These|It|They|There|To|In|As|If|When|With|For|By|You|Your)\s/u;

/** In a narrow column only a heading of up to three words, above a whole sentence, is told apart from a wrapped line. */
function isRunInWord(group: readonly Line[], index: number): boolean {
  const before = group[index - 1];
  if (index !== 1 || !before || before.words.split(' ').length > 3) return false;
  const rest = wordsOf(group.slice(1));
  if (group.length === 2 && opensSentence.test(rest) && /[.!?]$/u.test(rest)) return true;
  return rest.split(' ').length >= 8 && /[.!?]/u.test(rest);
}

/** Short, made of figures rather than words, and with one first or last: `2,177,747`, `1 in 5`, `Over ⅓`, `Knife 21%   Gun 23%`. */
function isFigure(words: string): boolean {
  const bare = words.replaceAll(/[*_#]/gu, '').trim();
  if (bare.length > 48 || !/[\p{N}]/u.test(bare) || /[.!?:]$/u.test(bare) || /[.…]{3,}/u.test(bare)) return false;
  const parts = bare.split(/\s+/u);
  const figures = parts.filter((part) => /[\p{N}↑↓]/u.test(part)).length;
  if (!isNumeral(parts[0]) && (!isNumeral(parts.at(-1)) || /^\p{Ll}/u.test(bare))) return false;
  return figures * 3 >= parts.length && !/^\p{Lu}\p{L}+ (?:19|20)\d\d/u.test(bare);
}

/** A source in brackets, perhaps with the figure that is taken from it: `6.8% [Crime Survey, 2025]`. */
export function isSource(words: string): boolean {
  // Without the opening bracket in the first class, a line of brackets would be tried from each of them.
  return /^[^\p{L}[]*\[.*\]$/u.test(words);
}

function isNumeral(part: string | undefined): boolean {
  return part !== undefined && /^(?:\P{L}*|x)\p{N}/u.test(part);
}

/** A paragraph that breaks off and goes on in lower case after a gap (page break, column) is one paragraph. */
function continueAcrossGaps(units: readonly Unit[]): Unit[] {
  const chains: Unit[][] = [];
  for (const next of units) {
    const chain = chains.at(-1);
    if (chain && continues(chain, next)) chain.push(next);
    else chains.push([next]);
  }
  return chains.flatMap((chain) => merge(chain) ?? []);
}

/** Whether the unit goes on where the last of the units that make one paragraph breaks off. */
function continues(chain: readonly Unit[], next: Unit): boolean {
  const last = chain.at(-1);
  if (!last || next.opensPage || !isRunning(last.kind) || (next.kind !== 'paragraph' && next.kind !== 'label'))
    return false;
  if (/[.!?:;]["'”’)*\]]*$/u.test(last.words)) return false;
  const lower = /^["'“‘(*]*\p{Ll}/u.test(next.words);
  if (chain[0]?.kind === 'bullet') return lower;
  const cut = /\b(?:the|a|an|of|and|or|in|on|at|for|with|from|our|their|its|&)$|&$|,$/iu.test(last.words);
  return lower || (cut && (chain.length > 1 || last.words.split(' ').length > 2));
}

function isRunning(kind: UnitKind): boolean {
  return kind === 'paragraph' || kind === 'label' || kind === 'bullet';
}

/** One unit of all of a chain; undefined for none. */
function merge(chain: readonly Unit[]): Unit | undefined {
  const [first, ...rest] = chain;
  if (!first || rest.length === 0) return first;
  const words = chain.map((part) => part.words).join(' ');
  const grown =
    first.kind === 'label' && (rest.some((part) => part.kind === 'paragraph') || words.split(' ').length > labelWords);
  const lines = chain.reduce((sum, part) => sum + part.lines, 0);
  return { ...first, kind: grown ? 'paragraph' : first.kind, end: chain.at(-1)?.end ?? first.end, words, lines };
}

/** Puts a figure and the caption under it together; a figure whose caption cannot be told for certain stays a fragment. */
function captionFigures(units: readonly Unit[]): Unit[] {
  const done: Unit[] = [];
  units.forEach((next, index) => {
    const last = done.at(-1);
    if (last?.kind === 'figure' && last.lines === 1 && isCaption(last, next)) {
      done[done.length - 1] = {
        ...last,
        end: next.end,
        words: `${last.words} ${next.words}`,
        lines: last.lines + next.lines,
      };
    } else done.push(next);
    const follows = units[index + 1];
    if (next.kind === 'figure' && (!follows || !isCaption(next, follows)))
      done[done.length - 1] = { ...next, kind: 'fragment' };
  });
  return done;
}

function isCaption(figure: Unit, next: Unit): boolean {
  if (next.kind !== 'paragraph' && next.kind !== 'label') return false;
  if (
    isGarbled(figure.words) ||
    isPageAbove(figure, next) ||
    next.words.startsWith('[') ||
    next.opensPage ||
    next.words.endsWith(':')
  )
    return false;
  const goesOn = /^\p{Ll}/u.test(next.words) || (!/\p{N}/u.test(next.words) && /^\W*\p{L}/u.test(next.words));
  return next.gap === 0 || (next.gap === 1 && goesOn);
}

/** A lone small number counts pages where the text under it ends in a stop, as captions do not. */
function isPageAbove(figure: Unit, next: Unit): boolean {
  return isPageNumber(figure.words) && /[.!?]["'”’)*\]]*$/u.test(next.words);
}

export function isPageNumber(words: string): boolean {
  return /^(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?$/iu.test(words);
}

/** Several captions' figures run together without a space (`£720m1,003`, `CONNECTSpecialist`): nobody can say which is whose. */
function isGarbled(words: string): boolean {
  return /\p{L}\d{1,3},\d{3}|\p{Lu}{3}\p{Ll}{2}|\p{Ll}\p{Lu}\p{Ll}/u.test(words) || /\b\p{Ll}\d{2,}/u.test(words);
}
