// Whether a later strategy speaks of what an earlier one is quoted on.
import type { DocumentDescription } from '../../domain/document.ts';
import { featureOf } from '../rank/features.ts';
import { quotationsOf } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';

/** A sentence so near the question, or with so many of its words, speaks of the same: chosen on the tuning questions' notices. */
const same = { similarity: 0.5, words: 0.6 };

/** Later documents that speak of it too, oldest first; none where several documents are quoted, for then each has its say. */
export function laterSpeaking(request: ComposeRequest, paragraphs: readonly Paragraph[]): DocumentDescription[] {
  const [only, ...others] = new Set(quotationsOf(paragraphs).map(({ passage }) => passage.documentId));
  if (only === undefined || others.length > 0) return [];
  const at = request.documents.findIndex(({ id }) => id === only);
  return request.documents.slice(at + 1).filter((document) => {
    const best = request.rankedIn(document.id)[0];
    return best !== undefined && document.years !== null && speaksOfSame(best);
  });
}

/** Whether a sentence is about what is asked, and not only the best of its document. */
export function speaksOfSame(ranked: RankedSentence): boolean {
  return (
    Math.max(featureOf(ranked, 'sentence'), featureOf(ranked, 'context')) >= same.similarity ||
    featureOf(ranked, 'added') >= same.words
  );
}
