// The lines of a text, each with what it is by its looks and by what the index knows of its sentences.
import type { Span } from '../../src/domain/document.ts';
import type { Sentence, SentenceKind } from '../../src/domain/passage.ts';
import type { SentenceMap } from './sentence-map.ts';

/**
 * - `item` has a bullet, `line` is an entry of a list without bullets, `title` a heading that stands apart from its section's start.
 * - `stray` words belong to no sentence: read off a picture, a margin, a banner. `letter` numbers the heading under it.
 * - `furniture` is a bullet or hashes with nothing after them: kept, but not shown.
 */
export type BlockKind =
  | 'paragraph'
  | 'item'
  | 'line'
  | 'row'
  | 'figure'
  | 'quotation'
  | 'footnote'
  | 'title'
  | 'stray'
  | 'letter'
  | 'rule'
  | 'furniture';

export interface ReadingLine extends Span {
  readonly kind: BlockKind;
  /** What stands before this is a bullet or a heading's hashes, which are not shown. */
  readonly contentStart: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** What its first words are to the index; null for words of no sentence, and where nothing is known. */
  readonly sentence: SentenceKind | null;
}

const markerPattern = /^(?:[•‣▪●○⊖■\ufffd]+\s*|[-*]\s+|#{1,6}\s+)(?=\S)/u;
const furniturePattern = /^(?:[•‣▪●○⊖■\ufffd]+|-|\*{1,2}|#{1,6})$/u;
const rulePattern = /^(?:-{3,}|\*{3,}|_{3,})$/u;

/** The lines within the span that hold anything, in order. */
export function readLines(text: string, span: Span, sentences: SentenceMap | null): ReadingLine[] {
  const lines: ReadingLine[] = [];
  for (let start = span.start; start < span.end;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > span.end ? span.end : feed;
    const line = trimmed(text, { start, end });
    if (line) lines.push(...readLine(text, line, { last: lines.at(-1), sentences }));
    start = end + 1;
  }
  return lines;
}

interface Around {
  readonly last: ReadingLine | undefined;
  readonly sentences: SentenceMap | null;
}

interface TrimmedLine extends Span {
  /** The white space before it. */
  readonly lead: string;
}

function trimmed(text: string, { start, end }: Span): TrimmedLine | null {
  const raw = text.slice(start, end);
  const words = raw.trim();
  if (words === '') return null;
  const lead = raw.slice(0, raw.length - raw.trimStart().length);
  return { start: start + lead.length, end: start + lead.length + words.length, lead };
}

function readLine(text: string, line: TrimmedLine, { last, sentences }: Around): ReadingLine[] {
  if (isRow(text, line, last)) return [toRow(line)];
  const cut = sentences && nameEnd(text, line, sentences);
  const parts =
    cut === null
      ? [line]
      : [
          { ...line, end: cut.end },
          { ...line, start: cut.next },
        ];
  return parts.map((part) => toLine(text, part, sentences));
}

/** Cells parted by tabs or pipes. A row whose first cells are empty begins with a tab, and follows another row. */
function isRow(text: string, line: TrimmedLine, last: ReadingLine | undefined): boolean {
  const words = text.slice(line.start, line.end);
  if (words.includes('\t') || /^\|.*\|$/u.test(words)) return true;
  return line.lead.includes('\t') && last?.kind === 'row' && !/\n\s*\n/u.test(text.slice(last.end, line.start));
}

function toRow({ start, end, lead }: TrimmedLine): ReadingLine {
  const empty = lead.indexOf('\t');
  const from = empty < 0 ? start : start - lead.length + empty;
  return { kind: 'row', start: from, end, contentStart: from, indent: 0, sentence: 'row' };
}

/** Where an entry's name ends and its text begins, both on this line. */
function nameEnd(text: string, line: Span, sentences: SentenceMap): { end: number; next: number } | null {
  const name = sentences.in(line);
  if (name?.kind !== 'item' || name.end >= line.end || name.start > line.start) return null;
  const next = sentences.in({ start: name.end, end: line.end });
  const isText = next?.kind === 'prose' && text.slice(name.end, next.start).trim() === '';
  return isText && next.start < line.end ? { end: name.end, next: next.start } : null;
}

function toLine(text: string, line: TrimmedLine, sentences: SentenceMap | null): ReadingLine {
  const words = text.slice(line.start, line.end);
  const marker = markerPattern.exec(words)?.[0] ?? '';
  const contentStart = line.start + marker.length;
  const sentence = sentences?.in({ start: contentStart, end: line.end }) ?? null;
  const kind = shapeOf(words, marker, sentence) ?? (sentences ? kindOf(words, sentence) : 'paragraph');
  return {
    kind,
    start: line.start,
    end: line.end,
    contentStart,
    indent: line.lead.length,
    sentence: sentence?.kind ?? null,
  };
}

/** What the line's looks alone say; null where they say nothing. */
function shapeOf(words: string, marker: string, sentence: Sentence | null): BlockKind | null {
  if (rulePattern.test(words)) return 'rule';
  if (furniturePattern.test(words)) return 'furniture';
  // A tick says that something is done, so unlike a bullet it is shown.
  if (/^[✓✔]/u.test(words)) return 'item';
  // An unreadable glyph is a bullet or an ornament.
  const isOrnament = /^\ufffd+\s*$/u.test(marker) && sentence !== null && sentence.kind !== 'bullet';
  return marker !== '' && !marker.startsWith('#') && !isOrnament ? 'item' : null;
}

const kinds = {
  prose: 'paragraph',
  'lead-in': 'paragraph',
  bullet: 'paragraph',
  item: 'line',
  row: 'paragraph',
  figure: 'figure',
  heading: 'title',
  'pull-quote': 'quotation',
  footnote: 'footnote',
} as const satisfies Record<SentenceKind, BlockKind>;

function kindOf(words: string, sentence: Sentence | null): BlockKind {
  if (sentence) return kinds[sentence.kind];
  return /^\p{Lu}$/u.test(words) ? 'letter' : 'stray';
}
