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
  readonly lines: number;
}

/** A line or paragraph of at most this many words may be a heading or a list item. */
const labelWords = 16;
/** Lines of a column narrower than this many characters break where the column ends, not where a thought does. */
const narrowColumn = 50;

/** Units of the text in reading order. */
export function joinLines(lines: readonly Line[]): Unit[] {
  const groups = splitGroups(lines);
  const units = groups.flatMap((group) => unitsOf(group));
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

function unitsOf(group: readonly Line[]): Unit[] {
  const first = group[0];
  if (!first) return [];
  if (first.mark === 'bullet') return [unit('bullet', group)];
  if (first.mark !== 'none' && first.mark !== 'stray-glyph') return [unit(first.mark, group)];
  return breakGroup(group).map((lines) => unit(plainKind(wordsOf(lines), lines[0]), lines));
}

function plainKind(words: string, first: Line | undefined): UnitKind {
  if (/^\W*[A-Z]\W*$/u.test(words)) return 'letter';
  if (isFigure(words)) return 'figure';
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

/** Where a plain group holds more than one unit: separate lines, a run-in heading, a figure above its caption. */
function breakGroup(group: readonly Line[]): Line[][] {
  if (group.length === 1 || isEachLineWhole(group)) return group.map((line) => [line]);
  const width = Math.max(...group.map((line) => line.words.length));
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
    return opens && line.words.split(' ').length > 1 && (isLast || !runsOn(line.words));
  });
}

/** Whether a line's last word calls for more: a comma, an ampersand, an article or a preposition. */
function runsOn(words: string): boolean {
  return /(?:[,&–—-]|\b(?:the|a|an|of|and|or|in|on|at|for|with|from|by|as|our|their|its|this|that|than|into|per))$/iu.test(words);
}

function breaksBetween(group: readonly Line[], index: number, width: number): boolean {
  const before = group[index - 1];
  const line = group[index];
  if (!before || !line) return false;
  if (isFigure(before.words) || isQuestion(before, width) || isQuestion(line, width)) return true;
  if (!/^["'“‘([*]*[\p{Lu}\p{N}£]/u.test(line.words) || runsOn(before.words)) return false;
  if (width < narrowColumn) return isRunInWord(group, index);
  if (index < 3 && opensSentence.test(line.words) && !/[.!?;:]["'”’)*]*$/u.test(before.words)) return true;
  const ended = /[.!;]["'”’)*]*$/u.test(before.words);
  const firstWord = line.words.split(' ')[0] ?? '';
  const deliberate = before.words.length + 1 + firstWord.length < width * 0.92 && before.words.length < width * 0.85;
  return deliberate && !ended;
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
  return rest.split(' ').length >= 8 && /[.!?]/u.test(rest);
}

/** Short, and made of figures rather than words: `2,177,747`, `1 in 5`, `2hr 53min`, `Knife 21%   Gun 23%`. */
export function isFigure(words: string): boolean {
  const bare = words.replaceAll(/[*_#]/gu, '').trim();
  if (bare.length > 48 || !/[\p{N}]/u.test(bare) || /[.!?:]$/u.test(bare)) return false;
  const parts = bare.split(/\s+/u);
  const figures = parts.filter((part) => /[\p{N}↑↓]/u.test(part)).length;
  return figures * 3 >= parts.length && !/^\p{Lu}\p{L}+ (?:19|20)\d\d/u.test(bare);
}

/** A paragraph that breaks off and goes on in lower case after a gap (page break, column) is one paragraph. */
function continueAcrossGaps(units: readonly Unit[]): Unit[] {
  const joined: Unit[] = [];
  for (const next of units) {
    const last = joined.at(-1);
    if (last && continues(last, next)) joined[joined.length - 1] = merge(last, next);
    else joined.push(next);
  }
  return joined;
}

function continues(last: Unit, next: Unit): boolean {
  if (next.opensPage || !isRunning(last.kind) || (next.kind !== 'paragraph' && next.kind !== 'label')) return false;
  if (/[.!?:;]["'”’)*\]]*$/u.test(last.words)) return false;
  const lower = /^["'“‘(*]*\p{Ll}/u.test(next.words);
  if (last.kind === 'bullet') return lower;
  const cut = /\b(?:the|a|an|of|and|or|in|on|at|for|with|from|our|their|its|&)$|&$|,$/iu.test(last.words);
  return lower || (cut && last.words.split(' ').length > 2);
}

function isRunning(kind: UnitKind): boolean {
  return kind === 'paragraph' || kind === 'label' || kind === 'bullet';
}

function merge(last: Unit, next: Unit): Unit {
  const words = `${last.words} ${next.words}`;
  const grown = last.kind === 'label' && (next.kind === 'paragraph' || words.split(' ').length > labelWords);
  return { ...last, kind: grown ? 'paragraph' : last.kind, end: next.end, words, lines: last.lines + next.lines };
}

/** Puts a figure and the caption under it together; a figure whose caption cannot be told for certain stays a fragment. */
function captionFigures(units: readonly Unit[]): Unit[] {
  const done: Unit[] = [];
  units.forEach((next, index) => {
    const last = done.at(-1);
    if (last?.kind === 'figure' && last.lines === 1 && isCaption(last, next)) {
      done[done.length - 1] = { ...merge(last, next), kind: 'figure' };
    } else done.push(next);
    const follows = units[index + 1];
    if (next.kind === 'figure' && (!follows || !isCaption(next, follows))) done[done.length - 1] = { ...next, kind: 'fragment' };
  });
  return done;
}

function isCaption(figure: Unit, next: Unit): boolean {
  if (next.kind !== 'paragraph' && next.kind !== 'label') return false;
  if (isGarbled(figure.words) || next.words.startsWith('[') || next.opensPage || /:$/u.test(next.words)) return false;
  const runsOn = /^\p{Ll}/u.test(next.words) || (!/\p{N}/u.test(next.words) && /^\W*\p{L}/u.test(next.words));
  return next.gap === 0 || (next.gap === 1 && runsOn);
}

/** Several captions' figures run together without a space (`£720m1,003`, `CONNECTSpecialist`): nobody can say which is whose. */
function isGarbled(words: string): boolean {
  return /\p{L}\d{1,3},\d{3}|\p{Lu}{3}\p{Ll}{2}|\p{Ll}\p{Lu}\p{Ll}/u.test(words) || /\b\p{Ll}\d{2,}/u.test(words);
}
