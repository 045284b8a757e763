// A document's raw text as blocks to read: paragraphs, list items, table rows and rules. Blocks are spans; the text is never rewritten,
// so that whatever is drawn from them holds every character of the source in its place.
import type { Span } from '../../src/domain/document.ts';
import { readLines } from './reading-lines.ts';
import type { ReadingLine } from './reading-lines.ts';
import type { SentenceMap } from './sentence-map.ts';

export interface ReadingBlock extends ReadingLine {
  /** Offsets of the line feeds at which the writer broke the line on purpose. */
  readonly breaks: readonly number[];
}

export interface Setting {
  /** From `usualWidth`. */
  readonly width: number;
  /** Null where nothing is known of the text but its looks. */
  readonly sentences: SentenceMap | null;
}

/** Share of the text's usual line width below which a line that could have held the next word was ended on purpose. */
const fullLine = 0.6;

/** Blocks of `text` within the span, in order. Between them stands only white space. */
export function readBlocks(text: string, span: Span, setting: Setting): ReadingBlock[] {
  const blocks: ReadingBlock[] = [];
  for (const line of readLines(text, span, setting.sentences)) {
    const last = blocks.at(-1);
    if (last && continues(text, last, line, setting.sentences))
      blocks[blocks.length - 1] = extend(text, last, line, setting);
    else if (last && isBulletOf(text, last, line)) blocks[blocks.length - 1] = toItem(last, line);
    else blocks.push({ ...line, breaks: [] });
  }
  return blocks;
}

/** Length that nine lines in ten keep within: the width to which a hard-wrapped text was set. */
export function usualWidth(text: string): number {
  const lengths = readLines(text, { start: 0, end: text.length }, null).map((line) => line.end - line.start);
  return lengths.toSorted((one, other) => one - other)[Math.floor(lengths.length * 0.9)] ?? 0;
}

function continues(text: string, block: ReadingBlock, line: ReadingLine, sentences: SentenceMap | null): boolean {
  const isPlain = line.contentStart === line.start && line.kind !== 'row';
  if (!isPlain || !canGrow(block)) return false;
  return sentences?.joins(block.end - 1, line.start) === true || goesOn(text, block, line);
}

/** Whether another sentence of the same block may begin with the line. */
function goesOn(text: string, block: ReadingBlock, line: ReadingLine): boolean {
  const isNextLine = !/\n\s*\n/u.test(text.slice(block.end, line.start));
  if (block.kind === 'stray' || block.kind === 'quotation') return line.kind === block.kind && isNextLine;
  if (line.kind !== 'paragraph') return false;
  if (block.kind === 'item' && line.sentence !== null) return line.sentence === 'bullet';
  const isOpen = block.kind === 'paragraph' || block.kind === 'item';
  return isOpen && (isNextLine || isCutSentence(text, block, line));
}

/** A bullet on a line of its own, above its point. */
function isBulletOf(text: string, last: ReadingBlock, line: ReadingLine): boolean {
  const isPlain = line.contentStart === line.start && (line.kind === 'paragraph' || line.kind === 'line');
  return isPlain && last.kind === 'furniture' && /^[^#*]/u.test(text.slice(last.start, last.end));
}

function toItem(bullet: ReadingBlock, line: ReadingLine): ReadingBlock {
  return { ...line, kind: 'item', start: bullet.start, indent: bullet.indent, breaks: [] };
}

function canGrow({ kind }: ReadingBlock): boolean {
  return kind !== 'row' && kind !== 'rule' && kind !== 'furniture' && kind !== 'letter';
}

/** A page break may have cut the sentence. */
function isCutSentence(text: string, block: ReadingBlock, line: ReadingLine): boolean {
  return (
    !/[.!?:;]\W*$/u.test(text.slice(block.end - 3, block.end)) &&
    /^\p{Ll}/u.test(text.slice(line.start, line.start + 2))
  );
}

function extend(text: string, block: ReadingBlock, line: ReadingLine, setting: Setting): ReadingBlock {
  const feed = text.indexOf('\n', block.end);
  return {
    ...block,
    end: line.end,
    breaks: isMeant(text, block, line, setting) ? [...block.breaks, feed] : block.breaks,
  };
}

/** Whether the line above was ended on purpose. */
function isMeant(text: string, block: ReadingBlock, line: ReadingLine, { width, sentences }: Setting): boolean {
  if (block.kind === 'stray') return true;
  // The figure stands on a line of its own above its caption.
  if (block.kind === 'figure') return block.breaks.length === 0;
  const isOneSentence = sentences?.joins(block.end - 1, line.start) === true;
  if (isOneSentence || (block.kind !== 'paragraph' && block.kind !== 'item')) return false;
  const lastLine = block.end - Math.max(text.lastIndexOf('\n', block.end - 1) + 1, block.start);
  const firstWord = /^\S+/u.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  return !runsOn(text, line) && lastLine + 1 + firstWord < width * fullLine;
}

/** Whether the line looks like the middle of a sentence. */
function runsOn(text: string, line: ReadingLine): boolean {
  return /^[\p{Ll}\d(£]/u.test(text.slice(line.start, line.start + 2));
}
