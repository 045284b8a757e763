// A comparison or a timeline: one entry for each document meant, oldest first, in its own words; who has no mention is said.
import type { DocumentDescription } from '../domain/document.ts';
import type { Composed, ComposeRequest } from './request.ts';
import { nameOf } from './request.ts';
import { mentionsOf } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { quote, words } from './quotation.ts';
import type { Paragraph } from './quotation.ts';
import { select, toQuotation } from './select.ts';

/** Low: the question itself says that these documents speak of the topic, so the best sentence of each is worth showing. */
const threshold = { own: 0.2, added: 0.2, similarity: 0.3, names: true };
const limits = { sentences: 3, words: 110, margin: 2 };

export function composeByDocument(request: ComposeRequest): Composed | null {
  const mentions = mentionsOf(request, threshold);
  const speaking = mentions.filter((mention) => mention.sentences.length > 0);
  if (mentions.length < 2 || speaking.length === 0) return null;
  const entries = mentions.flatMap((mention) => entry(mention));
  const silent = mentions.filter((mention) => mention.sentences.length === 0).map((mention) => mention.document);
  return { paragraphs: [...entries, ...silence(silent)] };
}

function entry({ document, sentences }: Mention): Paragraph[] {
  const chosen = select(sentences, limits);
  if (chosen.length === 0) return [];
  const quotes = chosen.flatMap((sentence, index) => [
    ...(index > 0 ? [words(' ')] : []),
    quote(toQuotation(sentence)),
  ]);
  return [[words(`**${nameOf(document)}**: `), ...quotes]];
}

/** `No mention found in A or B.` */
export function silence(documents: readonly DocumentDescription[]): Paragraph[] {
  if (documents.length === 0) return [];
  return [[words(`No mention found in ${joined(documents.map(nameOf))}.`)]];
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
