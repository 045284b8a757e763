// The lines of a source text, with the marks that say how each one stands on the page.
import { trimSpan } from '../src/text/sentences.ts';
import { readBlockMarks } from './block-marks.ts';
import type { BlockMark, SourceLine } from './block-marks.ts';
import { isCapitals } from './capitals.ts';

export interface Line {
  /** Span of the line's words: indentation, bullet, heading marks and trailing space left out. */
  readonly start: number;
  readonly end: number;
  /** `text.slice(start, end)`. */
  readonly words: string;
  /** Blank lines since the line before; large at the top of the text. */
  readonly gap: number;
  readonly mark: LineMark;
  /** Number of `#` of a Markdown heading, else 0. */
  readonly hashes: number;
  /** Whether the line is set in by spaces although most of the text is not: a new page's first line. */
  readonly opensPage: boolean;
  /** Whether an unreadable glyph stands before its words. */
  readonly ornament: boolean;
  /** Columns of white space before the line's mark or words; a point under a point is set in deeper. */
  readonly depth: number;
}

export type LineMark = 'none' | 'bullet' | 'stray-glyph' | 'heading' | 'row' | 'rule';

// The glyphs of symbol fonts have places of private use; `o` is the hollow bullet of a word processor read as a letter.
const bulletSigns = String.raw`[-*+](?=\s)|o(?=\s{2,}\S|\t)|[•‣▪▫●○◦⊖⊝✓✔✗➢➤❖·►»\uf000-\uf0ff]|[■□]+`;
// A letter, a small Roman numeral or a number with a bracket marks a point as a bullet does.
const letteredSigns = String.raw`\(?(?:[a-z]|[ivx]{2,4}|\d{1,2})\)(?=\s+\S)`;
const bulletPattern = new RegExp(String.raw`^(?:(?:${bulletSigns}|${letteredSigns})\s*(?:\ufffd\s*)?)+`, 'u');
const glyphPattern = /^\ufffd+\s*/u;
const hashPattern = /^(#{1,6})\s+/;
const rulePattern = /^(?:[-–—_*=~]\s*){3,}$/u;

/** White space beyond this many characters is not looked at. */
const deepest = 40;
const tabWidth = 4;

/** Non-blank lines of `text`, in order. */
export function readLines(text: string): Line[] {
  const raw = rawLines(text);
  const marks = readBlockMarks(text, raw);
  const indented = raw.filter((line) => line.indent > 0).length;
  const indentMeansPage = indented > 0 && indented < raw.length / 10;
  const lines = raw.flatMap((line, index) => toLine(text, line, { indentMeansPage, block: marks[index] ?? none }));
  return settleRows(settleDashes(settleGlyphs(lines.filter((line) => line.mark === 'rule' || line.words.length > 0))));
}

/** A line right under a table row that begins with a tab is a row too, of whose cells only one is filled. */
function settleRows(lines: readonly Line[]): Line[] {
  const settled: Line[] = [];
  for (const line of lines) {
    const goesOn = line.mark === 'none' && line.gap === 0 && line.depth >= tabWidth && settled.at(-1)?.mark === 'row';
    settled.push(goesOn ? { ...line, mark: 'row' } : line);
  }
  return settled;
}

const dashPattern = /^[–—]\s+(?=\S)/u;

/** A dash before a line is a bullet where the line next to it has one too; a lone one sets off who said it, or goes on. */
function settleDashes(lines: readonly Line[]): Line[] {
  const isDashed = (line: Line | undefined): boolean => line?.mark === 'none' && dashPattern.test(line.words);
  return lines.map((line, index) => {
    const skip = dashPattern.exec(line.words)?.[0].length ?? 0;
    const next = lines[index + 1];
    const hasTwin =
      (line.gap <= 1 && isDashed(lines[index - 1])) || (next !== undefined && next.gap <= 1 && isDashed(next));
    const isPoint = isDashed(line) && (hasTwin || (line.depth > 0 && lines[index - 1]?.mark === 'bullet'));
    return isPoint ? { ...line, mark: 'bullet', start: line.start + skip, words: line.words.slice(skip) } : line;
  });
}

interface RawLine extends SourceLine {
  /** Spaces at its head. */
  readonly indent: number;
  readonly depth: number;
}

function rawLines(text: string): RawLine[] {
  const found: RawLine[] = [];
  let gap = 9;
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    // A form feed ends a page wherever it stands.
    if (text.slice(start, end).includes('\f')) gap = Math.max(gap, 4);
    const head = text.slice(start, Math.min(end, start + deepest));
    const indent = /^ +/.exec(head)?.[0].length ?? 0;
    const depth = (/^[ \t]+/.exec(head)?.[0] ?? '').replaceAll('\t', ' '.repeat(tabWidth)).length;
    const span = trimWhite(text, start, end);
    if (span.start === span.end) gap += 1;
    else {
      found.push({ ...span, indent, depth, gap });
      gap = 0;
    }
    start = end + 1;
  }
  return found;
}

function trimWhite(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charAt(from))) from += 1;
  while (to > from && isBlank(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function isBlank(char: string): boolean {
  return char === '\0' || /\s/u.test(char);
}

interface LineContext {
  readonly indentMeansPage: boolean;
  /** What the lines around it say of it. */
  readonly block: BlockMark;
}

const none: BlockMark = { kind: 'none' };

function toLine(text: string, raw: RawLine, { indentMeansPage, block }: LineContext): Line[] {
  if (block.kind === 'skip') return [];
  const content = text.slice(raw.start, raw.end);
  const { mark, skip, hashes } = markOf(content, block);
  const bare = { start: raw.start + skip, end: raw.end - tailOf(content, mark) };
  const span = mark === 'rule' ? raw : trimSpan(text, bare);
  const line: Line = {
    start: span.start,
    end: span.end,
    words: text.slice(span.start, span.end),
    gap: raw.gap,
    mark: mark === 'none' && isRow(content) ? 'row' : mark,
    hashes,
    ornament: mark === 'stray-glyph',
    depth: raw.depth,
    opensPage: indentMeansPage && raw.indent > 0 && raw.indent < 4 && mark !== 'bullet',
  };
  return [line];
}

interface ReadMark {
  readonly mark: LineMark;
  /** Length of the mark, in UTF-16 code units. */
  readonly skip: number;
  readonly hashes: number;
}

/** A line all in bold heads what follows, below the headings that hashes mark; one in capitals is a banner or heads a table's part. */
const boldHeading = /^(\*\*|__)(?=\p{Lu}|\p{N})[^*_]{3,100}[^*_.,;:!?]\1$/u;
const boldLevel = 5;

function markOf(content: string, block: BlockMark): ReadMark {
  if (block.kind === 'rule') return { mark: 'rule', skip: 0, hashes: 0 };
  if (block.kind === 'heading') return { mark: 'heading', skip: 0, hashes: block.level };
  if (boldHeading.test(content) && !isCapitals(content)) return { mark: 'heading', skip: 0, hashes: boldLevel };
  if (block.kind !== 'row') return readMark(content);
  return { mark: 'row', skip: /^\|*\s*/u.exec(content)?.[0].length ?? 0, hashes: 0 };
}

/** Length of what closes the line: a heading's hashes, the bar of a table's last cell. */
function tailOf(content: string, mark: LineMark): number {
  if (mark !== 'heading' && mark !== 'row') return 0;
  const closing = mark === 'heading' ? /(?<=\s)#{1,6}$/u : /\|$/u;
  return closing.exec(content)?.[0].length ?? 0;
}

function readMark(content: string): ReadMark {
  if (rulePattern.test(content)) return { mark: 'rule', skip: 0, hashes: 0 };
  const hash = hashPattern.exec(content);
  if (hash) return { mark: 'heading', skip: hash[0].length, hashes: (hash[1] ?? '').length };
  const bullet = bulletPattern.exec(content);
  if (bullet && bullet[0].length < content.length) return { mark: 'bullet', skip: bullet[0].length, hashes: 0 };
  const glyph = glyphPattern.exec(content);
  if (glyph) return { mark: 'stray-glyph', skip: glyph[0].length, hashes: 0 };
  return { mark: 'none', skip: 0, hashes: 0 };
}

function isRow(content: string): boolean {
  return content.split('\t').filter((cell) => cell.trim().length > 0).length >= 2;
}

/**
 * An unreadable glyph at the head of a line is a bullet where its neighbours in the same block have one too, and otherwise a
 * stray ornament of a heading.
 */
function settleGlyphs(lines: readonly Line[]): Line[] {
  const blocks = new Map<number, number>();
  const blockOf: number[] = [];
  let block = 0;
  lines.forEach((line, index) => {
    if (line.gap > 0) block += 1;
    blockOf[index] = block;
    if (line.mark === 'stray-glyph') blocks.set(block, (blocks.get(block) ?? 0) + 1);
  });
  return lines.map((line, index) => {
    if (line.mark !== 'stray-glyph') return line;
    const siblings = blocks.get(blockOf[index] ?? -1) ?? 0;
    return { ...line, mark: siblings > 1 ? 'bullet' : 'none' };
  });
}
