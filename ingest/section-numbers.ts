// Numbers that stand before headings, paragraphs and points of plain text: `Chapter 3`, `4. PROTECTION`, `4.1 Our estate`, `1. Write first`.
// A number alone says little, for figures stand at the head of lines too; one that goes on from the number before it says which it is.
import { isCapitals } from './capitals.ts';
import { isContentsRow } from './contents-row.ts';
import { findNumberedPoints } from './numbered-points.ts';
import type { Line } from './lines.ts';

/** So many numbers that go on from each other number the sections of a text. */
const fewestNumbers = 3;
/** A heading has no more words. */
const mostWords = 14;
/** A heading set solid with its text has no more. */
const mostWordsSolid = 8;

const numberPattern = /^(?<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=["'“‘([*_]*\p{Lu})/u;
const chapterPattern =
  /^(?:chapter|part|appendix|annex|annexe|schedule)\s+(?:\d{1,2}|[ivx]{1,5}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu;

/** The lines, with those that a number makes headings or points marked as such. */
export function readNumbers(lines: readonly Line[]): Line[] {
  const pointed = findNumberedPoints(joinChapters(lines));
  const outline = findOutline(pointed);
  return pointed.map((line, index) => {
    const numbered = outline.get(index);
    if (!numbered) return line;
    if (isTitle(pointed, index, numbered)) return { ...line, mark: 'heading', hashes: numbered.depth };
    return isClause(line, numbered) ? withoutNumber(line, numbered.length) : { ...line, gap: Math.max(1, line.gap) };
  });
}

/** `CHAPTER 3` and the title under it are one heading. */
function joinChapters(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  lines.forEach((line, index) => {
    const above = joined.at(-1);
    const isTitleBelow = above?.mark === 'none' && isBareChapter(lines[index - 1]) && isChapterTitle(line);
    if (above && isTitleBelow) {
      const words = `${above.words} ${line.words}`;
      joined[joined.length - 1] = { ...above, end: line.end, words, mark: 'heading', hashes: 1 };
    } else joined.push(isNamedChapter(line) ? { ...line, mark: 'heading', hashes: 1 } : line);
  });
  return joined;
}

function isBareChapter(line: Line | undefined): boolean {
  const isPlain = line?.mark === 'none' && line.gap > 0 && /^(?:chapter|part)\b/iu.test(line.words);
  return isPlain && chapterPattern.exec(line.words)?.[0] === line.words.replace(/[.:]$/u, '');
}

function isChapterTitle({ words, mark, gap }: Line): boolean {
  return mark === 'none' && gap <= 3 && /^["'“‘]?[\p{Lu}\p{N}]/u.test(words) && isShort(words, mostWords);
}

function isNamedChapter({ words, mark, gap }: Line): boolean {
  const chapter = mark === 'none' && gap > 0 ? chapterPattern.exec(words)?.[0] : undefined;
  if (chapter === undefined || isContentsRow(words)) return false;
  return /^\s*[:.–—-]\s*\S/u.test(words.slice(chapter.length)) && isShort(words, mostWords);
}

function isShort(words: string, most: number): boolean {
  return words.split(/\s+/u).length <= most && !/[.!;:,]["'”’)*]*$/u.test(words);
}

interface Numbered {
  /** 1 for `4.`, 2 for `4.1`. */
  readonly depth: number;
  /** Of the number with the space after it, in UTF-16 code units. */
  readonly length: number;
}

/** Lines by their index whose numbers go on from each other; none where there are too few. */
function findOutline(lines: readonly Line[]): ReadonlyMap<number, Numbered> {
  const found = new Map<number, Numbered>();
  let last: readonly number[] = [];
  lines.forEach((line, index) => {
    if ((line.mark !== 'none' && line.mark !== 'heading') || isContentsRow(line.words)) return;
    const match = numberPattern.exec(line.words);
    if (!match) return;
    const number = (match.groups?.['number'] ?? '').split('.').map(Number);
    if (!goesOn(last, number)) return;
    last = number;
    if (line.mark === 'none') found.set(index, { depth: number.length, length: match[0].length });
  });
  return found.size < fewestNumbers ? new Map() : found;
}

/** Whether the number can come next: 4.2 or 5 after 4.1, 4.1.1 under it, 5.1 where 5 itself was passed over. */
function goesOn(last: readonly number[], next: readonly number[]): boolean {
  const shared = next.findIndex((part, place) => part !== last[place]);
  if (shared < 0) return false;
  const rest = next.slice(shared + 1);
  const step = (next[shared] ?? 0) - (last[shared] ?? 0);
  return step === 1 && rest.length <= 1 && rest.every((part) => part === 1);
}

function isTitle(lines: readonly Line[], index: number, { length }: Numbered): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next) return false;
  const words = line.words.slice(length);
  if (!isShort(words, mostWords) || undertakes(words)) return false;
  if (isCapitals(words) || next.gap > 0 || next.mark !== 'none' || numberPattern.test(next.words)) return true;
  return line.gap > 0 && isShort(words, mostWordsSolid) && /^["'“‘]?[\p{Lu}\p{N}]/u.test(next.words);
}

/** A sentence without its stop is none the less no heading. */
function undertakes(words: string): boolean {
  return /^(?!what|how|where|why|when|who)\p{L}.*\b(?:will|shall|must)\b/iu.test(words);
}

/** A paragraph that is numbered to be referred to. A lone number before a few words may be part of what they say. */
function isClause(line: Line, { depth, length }: Numbered): boolean {
  return depth > 1 || line.words.slice(length).split(' ').length > mostWords || /[.;]$/u.test(line.words);
}

function withoutNumber(line: Line, length: number): Line {
  const skip = length + (/^[*_]*/u.exec(line.words.slice(length))?.[0].length ?? 0);
  return { ...line, start: line.start + skip, words: line.words.slice(skip), gap: Math.max(1, line.gap) };
}
