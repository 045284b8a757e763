// A document's raw text as blocks to read: paragraphs, list items, table rows and rules. Blocks are spans; the text is never rewritten,
// so that whatever is drawn from them holds every character of the source in its place.
import type { Span } from '../src/domain/document.ts';

/** `furniture` is a bullet or hashes with nothing after them: kept, but not shown. */
export type BlockKind = 'paragraph' | 'item' | 'row' | 'rule' | 'furniture';

export interface ReadingBlock extends Span {
  readonly kind: BlockKind;
  /** What stands before this is a bullet or a heading's hashes, which are not shown. */
  readonly contentStart: number;
  /** Offsets of the line feeds at which the writer broke the line on purpose. */
  readonly breaks: readonly number[];
}

interface Line extends Span {
  readonly kind: BlockKind;
  readonly contentStart: number;
}

/** Share of the text's usual line width below which a line that could have held the next word was ended on purpose. */
const fullLine = 0.6;

const markerPattern = /^(?:[•‣▪●○⊖■\ufffd]+\s*|[-*]\s+|#{1,6}\s+)(?=\S)/u;
const furniturePattern = /^(?:[•‣▪●○⊖■\ufffd]+|-|\*{1,2}|#{1,6})$/u;
const rulePattern = /^(?:-{3,}|\*{3,}|_{3,})$/u;

/** Blocks of `text` within the span, in order. Between them stands only white space. @param width from `usualWidth`. */
export function readBlocks(text: string, span: Span, width: number): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  for (const line of readLines(text, span)) {
    const last = blocks.at(-1);
    if (last && continues(text, last, line)) blocks[blocks.length - 1] = extend(text, last, line, width);
    else blocks.push({ ...line, breaks: [] });
  }
  return blocks;
}

/** Length that nine lines in ten keep within: the width to which a hard-wrapped text was set. */
export function usualWidth(text: string): number {
  const lengths = readLines(text, { start: 0, end: text.length }).map((line) => line.end - line.start);
  return lengths.toSorted((one, other) => one - other)[Math.floor(lengths.length * 0.9)] ?? 0;
}

function readLines(text: string, span: Span): Line[] {
  const lines: Line[] = [];
  for (let start = span.start; start < span.end;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > span.end ? span.end : feed;
    const line = readLine(text, start, end);
    if (line) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function readLine(text: string, from: number, to: number): Line | null {
  const raw = text.slice(from, to);
  const words = raw.trim();
  if (words === '') return null;
  const start = from + raw.length - raw.trimStart().length;
  const marker = markerPattern.exec(words)?.[0] ?? '';
  return { kind: kindOf(words, marker), start, end: start + words.length, contentStart: start + marker.length };
}

function kindOf(words: string, marker: string): BlockKind {
  if (rulePattern.test(words)) return 'rule';
  if (furniturePattern.test(words)) return 'furniture';
  if (words.includes('\t')) return 'row';
  // A tick says that something is done, so unlike a bullet it is shown.
  return /^[✓✔]/u.test(words) || (marker !== '' && !marker.startsWith('#')) ? 'item' : 'paragraph';
}

function continues(text: string, block: ReadingBlock, line: Line): boolean {
  const isPlain = line.kind === 'paragraph' && line.contentStart === line.start;
  const isOpen = block.kind === 'paragraph' || block.kind === 'item';
  if (!isPlain || !isOpen) return false;
  const isNextLine = !/\n\s*\n/u.test(text.slice(block.end, line.start));
  // A page break may have cut the sentence.
  return (
    isNextLine ||
    (!/[.!?:;]\W*$/u.test(text.slice(block.end - 3, block.end)) &&
      /^\p{Ll}/u.test(text.slice(line.start, line.start + 2)))
  );
}

function extend(text: string, block: ReadingBlock, line: Line, width: number): ReadingBlock {
  const feed = text.indexOf('\n', block.end);
  const lastLine = block.end - Math.max(text.lastIndexOf('\n', block.end - 1) + 1, block.start);
  const firstWord = /^\S+/u.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  const isOnPurpose = !runsOn(text, line) && lastLine + 1 + firstWord < width * fullLine;
  return { ...block, end: line.end, breaks: isOnPurpose ? [...block.breaks, feed] : block.breaks };
}

/** Whether the line looks like the middle of a sentence. */
function runsOn(text: string, line: Line): boolean {
  return /^[\p{Ll}\d(£]/u.test(text.slice(line.start, line.start + 2));
}
