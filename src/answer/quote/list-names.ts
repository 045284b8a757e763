// The words of a point that name it.
import { textOf } from './quotation.ts';
import type { Quotation } from './quotation.ts';

/** A first sentence shorter than this, in UTF-16 code units, names its point by itself. */
const shortSentence = 160;

/** Of a long sentence, what stands in bold at its head, or before a bar; else all of it. */
export function nameOfPoint(quotation: Quotation): Quotation {
  const words = textOf(quotation);
  if (words.length < shortSentence) return quotation;
  // The mark that opens the bold words at the head of a sentence is no part of the sentence.
  const beginsBold = (words.match(/\*\*/gu)?.length ?? 0) % 2 === 1;
  const bold = (beginsBold ? /^[^*]{12,200}?(?=\*\*)/u : /^[^*]{0,40}\*\*[^*]{12,200}?\*\*/u).exec(words)?.[0];
  if (bold !== undefined) return cutTo(quotation, bold.replace(/[\s,.:]+$/u, '').length);
  const label = /^[^|]{3,120}?(?=\s+\|\s)/u.exec(words)?.[0];
  return label === undefined ? quotation : cutTo(quotation, label.length);
}

function cutTo(quotation: Quotation, length: number): Quotation {
  return { ...quotation, end: quotation.start + length };
}
