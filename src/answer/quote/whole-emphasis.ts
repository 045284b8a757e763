// Emphasis that a quotation would cut in half: the marks at its edge belong to it.
import type { Quotation } from './quotation.ts';
import { textOf } from './quotation.ts';

/** With the mark that stands right before or after it, where a quotation holds only the other one: `down **20.3%` of `down **20.3%**`. */
export function withWholeEmphasis(quotation: Quotation): Quotation {
  const { passage, start, end } = quotation;
  const marks = textOf(quotation).match(/\*\*/gu) ?? [];
  if (marks.length % 2 === 0) return quotation;
  const at = { start: start - passage.start, end: end - passage.start };
  if (passage.text.startsWith('**', at.end)) return { passage, start, end: end + 2 };
  return passage.text.slice(Math.max(0, at.start - 2), at.start) === '**'
    ? { passage, start: start - 2, end }
    : quotation;
}
