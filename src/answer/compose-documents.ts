// A comparison or a timeline: one entry for each document meant, oldest first, in its own words; who has no mention is said.
import type { DocumentDescription } from '../domain/document.ts';
import { sentencesByDocument } from './by-document.ts';
import type { ComparedSentence } from './by-document.ts';
import type { Composed, ComposeRequest } from './request.ts';
import { nameOf } from './request.ts';
import { quote, words } from './quotation.ts';
import type { Paragraph } from './quotation.ts';
import { select, toQuotation } from './select.ts';

const limits = { sentences: 3, words: 110, margin: 2.5 };

export function composeByDocument(request: ComposeRequest): Composed | null {
  const entries = sentencesByDocument(request).map(({ document, sentences }) => ({
    document,
    chosen: select(sentences.filter(isMention), limits),
  }));
  const speaking = entries.filter(({ chosen }) => chosen.length > 0);
  if (entries.length < 2 || speaking.length === 0) return null;
  const silent = entries.filter(({ chosen }) => chosen.length === 0).map(({ document }) => document);
  return { paragraphs: [...speaking.map(({ document, chosen }) => entry(document, chosen)), ...silence(silent)] };
}

/** Low: the question itself says that these documents speak of the topic, so the best sentence of each is worth showing. */
const threshold = { concepts: 0.2, similarity: 0.3 };

function isMention({ sentence, features, compared }: ComparedSentence): boolean {
  if (sentence.kind === 'heading') return false;
  return (
    compared.concepts >= threshold.concepts || Math.max(features.sentence, features.context) >= threshold.similarity
  );
}

function entry(document: DocumentDescription, chosen: readonly ComparedSentence[]): Paragraph {
  const quotes = chosen.flatMap((sentence, index) => [
    ...(index > 0 ? [words(' ')] : []),
    quote(toQuotation(sentence)),
  ]);
  return [words(`**${nameOf(document)}**: `), ...quotes];
}

/** `No mention found in A or B.` */
export function silence(documents: readonly DocumentDescription[]): Paragraph[] {
  if (documents.length === 0) return [];
  return [[words(`No mention found in ${joined(documents.map(nameOf))}.`)]];
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
