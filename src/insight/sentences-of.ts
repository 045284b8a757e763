// The sentences of a corpus in reading order, each with its document; lines that no passage holds stand where they are.
import type { StrategyDocument } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { Passage, SentenceKind } from '../domain/passage.ts';

export interface SurveyedDocument {
  readonly document: StrategyDocument;
  /** In reading order. */
  readonly passages: readonly Passage[];
}

export interface CorpusSentence {
  readonly documentId: DocumentId;
  /** Null for a line that belongs to no passage, such as stray words of a picture. */
  readonly kind: SentenceKind | null;
  /** Where it begins in its document, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
}

/** A place in a corpus: a span of a sentence, in code units of the sentence. */
export interface Use {
  readonly sentence: CorpusSentence;
  readonly at: number;
  readonly length: number;
}

export function sentencesOf(documents: readonly SurveyedDocument[]): CorpusSentence[] {
  return documents.flatMap(({ document, passages }) => {
    const found: CorpusSentence[] = [];
    let end = 0;
    for (const sentence of passages.flatMap(({ sentences }) => sentences)) {
      found.push(...strayLines(document, end, sentence.start), toSentence(document, sentence));
      end = Math.max(end, sentence.end);
    }
    return [...found, ...strayLines(document, end, document.text.length)];
  });
}

function toSentence(
  { id, text }: StrategyDocument,
  { kind, start, end }: { readonly kind: SentenceKind | null; readonly start: number; readonly end: number },
): CorpusSentence {
  return { documentId: id, kind, start, text: text.slice(start, end) };
}

function strayLines(document: StrategyDocument, from: number, to: number): CorpusSentence[] {
  return Array.from(document.text.slice(from, Math.max(from, to)).matchAll(/[^\s].*/gu), (match) =>
    toSentence(document, {
      kind: null,
      start: from + match.index,
      end: from + match.index + match[0].trimEnd().length,
    }),
  ).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
