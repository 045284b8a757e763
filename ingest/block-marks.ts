// What Markdown says of whole lines: front matter, fences of code, underlined headings, tables drawn with bars.
import { readFrontMatter } from './front-matter.ts';

/** A line of the source, of which nothing is known but where its words stand. */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
  /** Blank lines since the line before. */
  readonly gap: number;
}

export type BlockMark =
  | { readonly kind: 'none' }
  /** It belongs to the line above it, and carries no words. */
  | { readonly kind: 'skip' }
  /** It carries no words of the document, and parts what stands around it. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'row' };

const none: BlockMark = { kind: 'none' };
const skip: BlockMark = { kind: 'skip' };
const rule: BlockMark = { kind: 'rule' };
const row: BlockMark = { kind: 'row' };

const fencePattern = /^(?:`{3,}|~{3,})[\w-]*$/u;
const underlinePattern = /^(?:={3,}|-{3,})$/u;
/** The line under a table's head; the look-ahead keeps it from being tried where there is no bar. */
const separatorPattern = /^(?=.*\|)(?=.*--)[\s|:-]+$/u;
const barredPattern = /^\|.*\S.*\|$/u;
const addressPattern = /^\[[^\]\n]{1,200}\]:\s+\S+$/u;

/** No row of aligned cells is looked at further, in UTF-16 code units. */
const longestAligned = 300;
/** Longest underlined heading, in UTF-16 code units. */
const longestHeading = 160;

/** One mark a line, in order. */
export function readBlockMarks(text: string, lines: readonly SourceLine[]): BlockMark[] {
  const content = lines.map(({ start, end }) => text.slice(start, end));
  const opening = readFrontMatter(text)?.end ?? 0;
  const tables = findTables(lines, content);
  return lines.map((line, index) => {
    const words = content[index] ?? '';
    if (line.start < opening || fencePattern.test(words) || addressPattern.test(words)) return rule;
    const inTable = tables.get(index);
    if (inTable) return inTable;
    if (isUnderline(lines, content, index)) return skip;
    if (line.end > opening && isUnderline(lines, content, index + 1))
      return { kind: 'heading', level: content[index + 1]?.startsWith('=') ? 1 : 2 };
    return none;
  });
}

/** Whether the line underlines the one above it, which stands alone: elsewhere it is a rule. */
function isUnderline(lines: readonly SourceLine[], content: readonly string[], index: number): boolean {
  const above = lines[index - 1];
  const title = content[index - 1];
  if (!above || title === undefined || lines[index]?.gap !== 0 || !underlinePattern.test(content[index] ?? ''))
    return false;
  const standsAlone = above.gap > 0 || underlinePattern.test(content[index - 2] ?? '');
  return standsAlone && title.length <= longestHeading && /^[\p{L}\p{N}"'“‘(*_`]/u.test(title);
}

/** Rows by their line's index; the line that parts a table's head from its body is none. */
function findTables(lines: readonly SourceLine[], content: readonly string[]): ReadonlyMap<number, BlockMark> {
  const found = new Map<number, BlockMark>();
  lines.forEach((line, index) => {
    if (line.gap > 0 || index === 0) return;
    const mark = markBelow(content[index - 1] ?? '', content[index] ?? '', found.has(index - 1));
    if (mark === none) return;
    found.set(index, mark);
    if (!found.has(index - 1)) found.set(index - 1, row);
  });
  return found;
}

/** What a line under another is to a table that the upper one may begin, or be part of. */
function markBelow(above: string, words: string, isInTable: boolean): BlockMark {
  if (separatorPattern.test(words) && above.includes('|')) return skip;
  const isBarred = isInTable ? words.includes('|') : barredPattern.test(words) && barredPattern.test(above);
  return isBarred || (isAligned(words) && isAligned(above)) ? row : none;
}

/** Cells that wide space parts: at least three, for a heading may stand across from a page's number. */
function isAligned(words: string): boolean {
  const gaps = words.slice(0, longestAligned).match(/\S {3,}(?=\S)/gu)?.length ?? 0;
  return gaps >= 2 && !words.includes('\t') && !/[.…]{3,}/u.test(words.slice(0, longestAligned));
}
