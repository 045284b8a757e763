// A table whose columns were read into one another puts a row's title and its text on one line: `Enabled staff Through equipping …`.
// The title is known by standing alone elsewhere in the text.
import type { Line } from './lines.ts';
import { runsOn } from './units.ts';

/** Words of a title that may be told apart from the sentence it runs into; a lone word could begin any sentence. */
const fewestWords = 2;
const mostWords = 6;

/** The lines, each that begins with another line's title parted from it. */
export function splitRunInTitles(lines: readonly Line[]): Line[] {
  const titles = new Set(
    lines.filter((line, index) => standsAlone(lines, line, index)).map(({ words }) => plain(words)),
  );
  return titles.size === 0 ? [...lines] : lines.flatMap((line) => part(line, titles));
}

/** A short line without a stop, set off from the line before it. */
function standsAlone(lines: readonly Line[], line: Line, index: number): boolean {
  const count = line.words.split(' ').length;
  const isShort = count >= fewestWords && count <= mostWords && /^\p{Lu}/u.test(line.words);
  const isPlain = line.mark === 'none' && !/[.!?:;]$/u.test(line.words) && !runsOn(line.words);
  const next = lines[index + 1];
  // A column's line breaks in mid-thought; what follows a title begins anew.
  const endsThere = next === undefined || next.gap > 0 || /^\p{Lu}/u.test(next.words);
  return isShort && isPlain && line.gap > 0 && endsThere;
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll(/\s+/gu, ' ');
}

/** The line in two where a title stands before a capital, else as it was. */
function part(line: Line, titles: ReadonlySet<string>): Line[] {
  if (line.mark !== 'none' || line.gap === 0) return [line];
  const words = [...line.words.slice(0, longestTitle).matchAll(/\S+/gu)];
  for (let count = Math.min(mostWords, words.length - 1); count >= fewestWords; count -= 1) {
    const last = words[count - 1];
    const next = words[count];
    if (!last || !next || !/^\p{Lu}/u.test(next[0])) continue;
    const end = last.index + last[0].length;
    if (!titles.has(plain(line.words.slice(0, end)))) continue;
    return [
      { ...line, end: line.start + end, words: line.words.slice(0, end) },
      { ...line, start: line.start + next.index, words: line.words.slice(next.index), gap: 0, opensPage: false },
    ];
  }
  return [line];
}

/** No title of six words is longer, in UTF-16 code units. */
const longestTitle = 120;
