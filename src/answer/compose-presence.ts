// Whether the documents speak of something: where, in their words, and which do not.
import type { Composed, ComposeRequest } from './request.ts';
import { nameOf } from './request.ts';
import { silence } from './compose-documents.ts';
import { mentionsOf } from './mentions.ts';
import { quote, words } from './quotation.ts';
import type { Paragraph } from './quotation.ts';
import type { RankedSentence } from './rank.ts';
import { toQuotation } from './select.ts';

/** High: a mention must be of the thing itself, not of something like it. */
const threshold = { own: 0.68, added: 0.62, similarity: 0.62, names: true };

export function composePresence(request: ComposeRequest): Composed | null {
  const mentions = mentionsOf(request, threshold);
  const speaking = mentions.filter((mention) => mention.sentences.length > 0);
  if (speaking.length === 0) return null;
  const silent = mentions.filter((mention) => mention.sentences.length === 0).map((mention) => mention.document);
  const only = speaking.length === 1 && silent.length > 0;
  const entries = speaking.flatMap(({ document, sentences }): Paragraph[] => {
    const best = sentences.toSorted(byNaming)[0];
    return best
      ? [[words(`**${only ? `Only in ${nameOf(document)}` : nameOf(document)}**: `), quote(toQuotation(best))]]
      : [];
  });
  return { paragraphs: [...entries, ...silence(silent)] };
}

/** The sentence that names the thing most fully comes before one that is only about it. */
function byNaming(one: RankedSentence, other: RankedSentence): number {
  return other.features.own - one.features.own || other.score - one.score;
}
