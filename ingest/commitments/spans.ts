// The span of a row: the statement without stray marks at its ends, and no longer than can be read at a glance.
import type { TextSpan } from '../../src/text/sentences.ts';
import { trimSpan } from '../../src/text/sentences.ts';

/** Longest row, in words. */
const mostWords = 90;

/** @param span of a statement of `text`. */
export function clip(text: string, span: TextSpan): TextSpan {
  const trimmed = trimSpan(text, span);
  const words = [...text.slice(trimmed.start, trimmed.end).matchAll(/\S+/gu)];
  const last = words[mostWords - 1];
  if (words.length <= mostWords || !last) return trimmed;
  const most = text.slice(trimmed.start, trimmed.start + last.index + last[0].length);
  const cut = Math.max(...['; ', ';\n', ' – ', ': ', '. '].map((mark) => most.lastIndexOf(mark)));
  // A cut in the first half would leave too little of what is said.
  return trimSpan(text, { start: trimmed.start, end: trimmed.start + (cut > most.length / 2 ? cut + 1 : most.length) });
}
