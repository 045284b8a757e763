// Where the latest document leads an answer although an earlier one answers more nearly, the earlier one has its say too.
import { quote, words } from '../quote/quotation.ts';
import type { Paragraph } from '../quote/quotation.ts';
import { nameOf } from '../rank/request.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { toQuotation } from '../rank/select.ts';

/** Its best sentence under its name; nothing where the document that leads has the best sentence of all. */
export function earlierWords({ ranked, documents }: ComposeRequest): Paragraph[] {
  const [leading] = ranked;
  const best = ranked.toSorted((one, other) => other.score - one.score)[0];
  if (!leading || !best || best.passage.documentId === leading.passage.documentId) return [];
  const placeOf = ({ passage }: RankedSentence): number => documents.findIndex(({ id }) => id === passage.documentId);
  const earlier = documents[placeOf(best)];
  // What names the figure that is asked of may be the earlier one itself.
  if (placeOf(best) > placeOf(leading)) return [];
  return [[words(`Earlier, in **${nameOf(earlier)}**: `), quote(toQuotation(best))]];
}
