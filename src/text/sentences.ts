// Splits running text into sentences, as spans of it.

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** No sentence is longer than this many UTF-16 code units; a longer run of text is cut at the best place before it. */
export const longestSentence = 800;

const abbreviations = new Set(
  'e.g i.e ex st mr mrs ms dr prof sgt insp supt ch det cllr vs cf approx ed a.m p.m u.k u.s rev hon jr sr ltd inc co dept est excl incl'.split(
    ' ',
  ),
);
/** Abbreviations only before a figure: "No. 10" is one, "the answer is no." is not. */
const figureAbbreviations = new Set('no nos p pp c para paras fig vol'.split(' '));

// Terminal marks (all of a run, so that a long one is read once), then closing quotes, brackets, emphasis and footnote marks, then white space.
const boundaryPattern = /(?<![.!?…])[.!?…]+["'”’)\]*_¹²³⁴⁵⁶⁷⁸⁹]*\s+/gu;
// What a new sentence can begin with, after emphasis or opening quotes.
const openingPattern = /^["'“‘([*_]*[\p{Lu}\p{N}£$€@#]/u;

/** Sentences of `text.slice(start, end)` in order, each without surrounding white space and emphasis marks. */
export function splitSentences(text: string, start = 0, end = text.length): TextSpan[] {
  const body = text.slice(start, end);
  const found: TextSpan[] = [];
  let from = 0;
  for (const match of body.matchAll(boundaryPattern)) {
    const next = match.index + match[0].length;
    if (isListNumber(body, from, match.index) || !isBoundary(body, match.index, next, match[0])) continue;
    found.push({ start: start + from, end: start + next });
    from = next;
  }
  found.push({ start: start + from, end });
  return found
    .flatMap((span) => cutToLength(text, span))
    .map((span) => trimSpan(text, span))
    .filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
}

/** Whether all that stands before the mark is the number of a list item, as in `2. Accountability` or `Outcome 2. Peat is wet`. */
function isListNumber(body: string, from: number, stop: number): boolean {
  return stop - from <= 24 && /^[\s*_(]*(?:\p{Lu}\p{L}{2,}\s)?\d{1,3}$/u.test(body.slice(from, stop));
}

function isBoundary(body: string, stop: number, next: number, mark: string): boolean {
  if (!openingPattern.test(body.slice(next, next + 12))) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const word = /[\p{L}\p{N}.]*$/u.exec(body.slice(Math.max(0, stop - 12), stop))?.[0] ?? '';
  const isInitial = /^\p{Lu}$/u.test(word);
  const numbers = figureAbbreviations.has(word.toLowerCase()) && /^[(£]?\p{N}/u.test(body.slice(next, next + 2));
  return !isInitial && !numbers && !abbreviations.has(word.toLowerCase());
}

/** Shrinks a span so that it neither begins nor ends with white space or Markdown emphasis. */
export function trimSpan(text: string, span: TextSpan): TextSpan {
  let { start, end } = span;
  while (start < end && isEdge(text.charCodeAt(start))) start += 1;
  while (end > start && isEdge(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isEdge(code: number): boolean {
  return code === 0 || /[\s\u200b*_\ufffd]/u.test(String.fromCharCode(code));
}

function cutToLength(text: string, span: TextSpan): TextSpan[] {
  const parts: TextSpan[] = [];
  let start = span.start;
  while (span.end - start > longestSentence) {
    const cut = cutPoint(text, start);
    parts.push({ start, end: cut });
    start = cut;
  }
  parts.push({ start, end: span.end });
  return parts;
}

/** Where to cut an over-long run: after a semicolon, else a comma, else at white space, else anywhere but inside a surrogate pair. */
function cutPoint(text: string, start: number): number {
  const window = text.slice(start, start + longestSentence);
  const least = longestSentence / 2;
  for (const mark of ['; ', ', ']) {
    const at = window.lastIndexOf(mark);
    if (at >= least) return start + at + mark.length;
  }
  const space = /\s\S*$/.exec(window.slice(least))?.index;
  if (space !== undefined) return start + least + space + 1;
  const code = window.charCodeAt(longestSentence - 1);
  const splitsPair = code >= 0xd800 && code <= 0xdbff;
  return start + longestSentence - (splitsPair ? 1 : 0);
}
