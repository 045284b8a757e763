// What one document says of a thing: the best of the sentences that name it, and none that only stand near.
import { mentionsOf } from './mentions.ts';
import { point, quote } from './quotation.ts';
import type { Composed, ComposeRequest } from './request.ts';
import { select, toQuotation } from './select.ts';

const limits = { sentences: 4, words: 120, margin: 3 };

/** Null where no sentence of the document names the thing. */
export function composeSaid(request: ComposeRequest): Composed | null {
  const naming = mentionsOf(request).flatMap(({ sentences }) => sentences);
  const [first, ...others] = select(
    naming.toSorted((one, other) => other.score - one.score),
    limits,
  );
  if (!first) return null;
  return {
    paragraphs: [[quote(toQuotation(first))], ...others.map((sentence) => point(toQuotation(sentence)))],
  };
}
