// Lists whose points are numbered: `1.` and `2.` follow each other with nothing between them but what goes on with a point.
import { isContentsRow } from './contents-row.ts';
import type { Line } from './lines.ts';

const pointPattern = /^(?<number>\d{1,2})\.\s+[*_]*(?=[\p{L}\p{N}"'“‘(£])/u;
/** A line that is shorter, in UTF-16 code units, does not break because the page ends. */
const wrapsFrom = 45;
/** Columns by which the marks of one list may differ, as those of 9. and 10. do. */
const slack = 1;

/** The lines, with those that begin a point of such a list marked as bullets, their numbers left out. */
export function findNumberedPoints(lines: readonly Line[]): Line[] {
  const points = new Map<number, number>();
  lines.forEach((line, index) => {
    if (points.has(index) || numberOf(line)?.value !== 1) return;
    const list = listFrom(lines, index);
    if (list.length > 1) for (const at of list) points.set(at, numberOf(lines[at])?.length ?? 0);
  });
  return lines.map((line, index) => {
    const skip = points.get(index);
    return skip === undefined
      ? line
      : { ...line, mark: 'bullet', start: line.start + skip, words: line.words.slice(skip) };
  });
}

function numberOf(line: Line | undefined): { value: number; length: number } | null {
  const isPlain = line?.mark === 'none' && !isContentsRow(line.words);
  const match = isPlain ? pointPattern.exec(line.words) : null;
  return match && { value: Number(match.groups?.['number']), length: match[0].length };
}

/** Indices of the points of the list that begins here. */
function listFrom(lines: readonly Line[], start: number): number[] {
  const first = lines[start];
  const found = [start];
  if (!first) return found;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.gap > 1) break;
    const isBeside = Math.abs(line.depth - first.depth) <= slack;
    if (isBeside && numberOf(line)?.value === found.length + 1) found.push(at);
    else if (!goesOnWithPoint(line, lines[at - 1], first)) break;
  }
  return found;
}

/** A line set in deeper, or the rest of one that the page's edge broke. */
function goesOnWithPoint(line: Line, before: Line | undefined, first: Line): boolean {
  if (line.depth > first.depth + slack) return line.gap === 0 || line.mark === 'bullet';
  const isRest = line.mark === 'none' && line.gap === 0 && numberOf(line) === null;
  return isRest && (/^\p{Ll}/u.test(line.words) || (before?.words.length ?? 0) >= wrapsFrom);
}
