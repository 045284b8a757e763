import type { SectionWire } from './sections.ts';

/**
 * Where the heading that a section begins with ends: with the line that completes its words, or else with its first.
 * Null where the section begins with other words, for its title stands further down.
 */
export function headingEnd(text: string, { start, heading }: SectionWire, limit: number): number | null {
  const wanted = [bare(heading), bare(heading.replace(/^\w\. /u, ''))];
  const firstEnd = lineEnd(text, start, limit);
  const first = bare(text.slice(start, firstEnd));
  if (!wanted.some((words) => words.startsWith(first) || first.startsWith(words))) return null;
  for (let end = firstEnd; ; end = lineEnd(text, end + 1, limit)) {
    const found = bare(text.slice(start, end));
    if (wanted.includes(found)) return end;
    if (end >= limit || !wanted.some((words) => words.startsWith(found))) return firstEnd;
  }
}

function lineEnd(text: string, from: number, limit: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? limit : Math.min(feed, limit);
}

function bare(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
