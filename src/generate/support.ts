// The sentences of a passage as what a generated sentence may rest on.
import type { DocumentDescription, Span } from '../domain/document.ts';
import type { Passage, Sentence } from '../domain/passage.ts';
import type { IndexedPassage } from '../ports.ts';
import { terms } from '../text/tokens.ts';

/** One sentence of a document with what is said around it, against which one statement is held. */
export interface Support {
  readonly passage: Passage;
  /** The sentence, and before it the one that it leans on or the line that introduces its list, where that is needed. */
  readonly spans: readonly Span[];
  /** Their words. */
  readonly text: string;
  /** Those of the sentence alone. */
  readonly sentence: string;
  /** Words that a statement may take from where the sentence stands: its headings, and the names of its document. */
  readonly surroundings: string;
  /** Names of its document and of whose it is, those of several words first. */
  readonly names: readonly string[];
  /** Stems of their content words, in order and as a set. */
  readonly order: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly nearbyStems: ReadonlySet<string>;
  readonly vector: Float32Array | undefined;
}

/** Sentences that begin so, or point back within, continue the one before. */
const leaning = /^["“‘(]?(?:This|That|These|Those|It|They|He|She|Such|Both)\b|\b(?:this|these|such)\s+\p{L}+/u;

/** @param own how the organisation is named where the document says "we". @returns sentences of the passage, alone and with what they lean on; headings support nothing by themselves. */
export function supportsOf(
  passage: IndexedPassage,
  document: DocumentDescription | undefined,
  own: readonly string[],
): Support[] {
  const names = namesOf(document);
  const surroundings = [...passage.section, ...names, ...own].join(' \n ');
  const nearbyStems = new Set(terms(surroundings));
  return passage.sentences.flatMap((sentence, at) => {
    if (sentence.kind === 'heading') return [];
    const before = introductionOf(passage, at);
    return [[sentence], ...(before ? [[before, sentence]] : [])].map((spans): Support => {
      const text = spans.map((span) => wordsOf(passage, span)).join(' ');
      const order = terms(text);
      const vector = passage.sentenceVectors[at];
      return {
        passage,
        spans,
        text,
        sentence: wordsOf(passage, sentence),
        surroundings,
        names: [...names, ...own],
        nearbyStems,
        order,
        stems: new Set(order),
        vector,
      };
    });
  });
}

function namesOf(document: DocumentDescription | undefined): string[] {
  if (!document) return [];
  return [document.title, document.shortTitle].toSorted((one, other) => other.length - one.length);
}

function introductionOf(passage: Passage, at: number): Sentence | null {
  const sentence = passage.sentences[at];
  const previous = passage.sentences[at - 1];
  if (!sentence || !previous) return null;
  if (previous.kind !== 'heading' && leaning.test(wordsOf(passage, sentence))) return previous;
  const isListed = sentence.kind === 'bullet' || sentence.kind === 'item';
  return (isListed && passage.sentences.slice(0, at).findLast(({ kind }) => kind === 'lead-in')) || null;
}

function wordsOf({ text, start }: Passage, sentence: Sentence): string {
  return plain(text.slice(sentence.start - start, sentence.end - start));
}

/** On one line, without emphasis, and with straight apostrophes. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[*_]+/gu, '').replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim();
}
