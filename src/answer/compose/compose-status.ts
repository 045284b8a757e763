// Whether a document is final: what the catalogue says, and the sentence in which the document says so itself, where it does.
import type { DocumentStatus } from '../../domain/document.ts';
import type { Passage } from '../../domain/passage.ts';
import { documentReply } from '../rank/document-reply.ts';
import { quote, textOf, words } from '../quote/quotation.ts';
import type { Paragraph, Quotation } from '../quote/quotation.ts';
import type { AnswerRequest } from '../rank/request.ts';

/** How a document speaks of itself as not final, the surer wording first. */
const wordings: Readonly<Partial<Record<DocumentStatus, readonly RegExp[]>>> = {
  'for consultation': [
    /\bfinalis\w+.*\bconsultation\b|\bconsultation\b.*\bfinalis\w+/i,
    /\b(?:draft|we['’]re) .*\bconsult/i,
  ],
  draft: [/\b(?:this|the) (?:is a )?draft\b/i],
};

/** Null where something else is asked, or no document asked about says it in a sentence of its own. */
export function composeStatus({ plan: { aside }, documents, surroundings }: AnswerRequest): Paragraph[] | null {
  if (aside?.kind !== 'documents' || aside.asks !== 'status') return null;
  const told = documents
    .filter(({ id }) => aside.of.includes(id))
    .flatMap(({ id, status }) => sayingSo(wordings[status] ?? [], surroundings.get(id) ?? []));
  if (told.length === 0) return null;
  return [[words(documentReply(aside, documents, new Map()))], ...told.map((each): Paragraph => [quote(each)])];
}

function sayingSo(patterns: readonly RegExp[], passages: readonly Passage[]): Quotation[] {
  const sentences = passages.flatMap((passage) =>
    passage.sentences
      .filter(({ kind }) => kind === 'prose')
      .map(({ start, end }): Quotation => ({ passage, start, end })),
  );
  const found = patterns.map((pattern) =>
    sentences.find((sentence) => pattern.test(textOf(sentence).replaceAll(/\s+/gu, ' '))),
  );
  return found.filter((each) => each !== undefined).slice(0, 1);
}
