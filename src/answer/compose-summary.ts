// A summary of a document or a topic: four to seven quoted points of different places, in the order of the text.
import type { Composed, ComposeRequest } from './request.ts';
import { quote, words } from './quotation.ts';
import type { Paragraph } from './quotation.ts';
import type { RankedSentence } from './rank.ts';
import { overlap, toQuotation } from './select.ts';

const most = 6;
/** A sentence that says what a chosen one says adds nothing: shared stems over the shorter one's. */
const alike = 0.55;
/** A point is dropped when its score is this far below the best. */
const margin = 2.6;

export function composeSummary(request: ComposeRequest): Composed | null {
  const best = request.ranked[0];
  if (!best) return null;
  const pool = request.ranked.filter(
    (other) => other.passage.documentId === best.passage.documentId && best.score - other.score <= margin,
  );
  const chosen: RankedSentence[] = [];
  for (const candidate of pool) {
    if (chosen.length >= most) break;
    const quotable = candidate.sentence.kind !== 'heading' && candidate.sentence.kind !== 'lead-in';
    const fromSame = chosen.filter((other) => other.passage.id === candidate.passage.id).length;
    if (quotable && fromSame < 2 && !chosen.some((other) => overlap(other, candidate) > alike)) chosen.push(candidate);
  }
  const inOrder = chosen.toSorted((one, other) => one.sentence.start - other.sentence.start);
  return inOrder.length === 0
    ? null
    : { paragraphs: inOrder.map((sentence): Paragraph => [words('- '), quote(toQuotation(sentence))]) };
}
