// The sentences of a passage as what a generated sentence may rest on.
import type { DocumentDescription } from '../domain/document.ts';
import type { Passage, Sentence } from '../domain/passage.ts';
import type { IndexedPassage } from '../ports.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { terms } from '../text/tokens.ts';
import { independentClauses } from './clauses.ts';
import { withoutPhrases } from './phrases.ts';

/** One sentence of a document with what is said around it, against which one statement is held. */
export interface Support {
  readonly passage: Passage;
  /** The sentence, and before it those that it leans on or the line that introduces its list, where that is needed. */
  readonly spans: readonly Sentence[];
  /** Their words. */
  readonly text: string;
  /** Those of the sentence alone. */
  readonly sentence: string;
  /** Words that a statement may take from where the sentence stands: its headings, and the names of its document. */
  readonly surroundings: string;
  /** Names of its document and of whose it is, those of several words first. */
  readonly names: readonly string[];
  /** Whether it is a point of a list, and not a sentence of running text. */
  readonly isPoint: boolean;
  /** Stems of the sentence's own content words, in order. */
  readonly ownOrder: readonly string[];
  /** Stems of all their content words, in order and as a set. */
  readonly order: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly nearbyStems: ReadonlySet<string>;
  /** Those of the headings alone, of which a statement may use another word of the same meaning. */
  readonly headingStems: ReadonlySet<string>;
  /** Those of the names alone: who may be meant where the document says "we". */
  readonly nameStems: ReadonlySet<string>;
  /** Whether it calls its reader "you". */
  readonly addresses: boolean;
  readonly vector: Float32Array | undefined;
}

/** Sentences that begin so, or point back within, continue the one before. */
const leaning =
  /^["“‘(]?(?:This|That|These|Those|It|They|He|She|Such|Both)\b|\b(?:this|these|such)\s+\p{L}+|^(?:\p{L}+\s+){1,3}them\b/u;
/** Sentences that a chain of them goes back at most. */
const longestChain = 2;

/** What of a support lies in its passage alone. */
type WordedSpans = Omit<Support, 'passage' | 'surroundings' | 'names' | 'nearbyStems' | 'headingStems' | 'nameStems'>;

/** @param own how the organisation is named where the document says "we". @returns sentences of the passage, alone and with what they lean on; headings support nothing by themselves. */
export function supportsOf(
  passage: IndexedPassage,
  document: DocumentDescription | undefined,
  own: readonly string[],
): Support[] {
  const names = namesOf(document);
  const surroundings = [...passage.section, ...names, ...own].join(' \n ');
  const nearbyStems = new Set(terms(surroundings));
  const nameStems = new Set(terms([...names, ...own].join(' ')));
  const headingStems = new Set(terms(passage.section.join(' ')));
  const shared = { passage, surroundings, names: [...names, ...own], nearbyStems, headingStems, nameStems };
  return spansOf(passage).map((spans) => ({ ...shared, ...spans }));
}

/** Most answers are worded from passages that others were worded from. */
const spansOf = rememberObjects((passage: IndexedPassage): WordedSpans[] =>
  passage.sentences.flatMap((sentence, at) => {
    if (sentence.kind === 'heading') return [];
    const before = introductionsOf(passage, at);
    const wider = before.map((_span, from) => [...before.slice(before.length - 1 - from), sentence]);
    const vector = passage.sentenceVectors[at];
    const isPoint = sentence.kind === 'bullet' || sentence.kind === 'item';
    const alone = wordsOf(passage, sentence);
    const whole = [[sentence], ...wider].map((spans) =>
      worded(
        passage,
        { isPoint, spans, vector, sentence: alone },
        spans.map((span) => wordsOf(passage, span)).join(' '),
      ),
    );
    const clauses = independentClauses(alone);
    return [
      ...whole,
      ...clauses.map((clause) => worded(passage, { isPoint, spans: [sentence], vector, sentence: clause }, clause)),
    ];
  }),
);

function worded(
  { section }: Passage,
  given: Pick<WordedSpans, 'isPoint' | 'spans' | 'vector' | 'sentence'>,
  words: string,
): WordedSpans {
  const text = withoutPhrases(words);
  const order = terms(text);
  const ownOrder = text === given.sentence ? order : terms(given.sentence);
  return {
    ...given,
    text,
    order,
    ownOrder,
    stems: new Set(order),
    addresses: /\byour?\b/iu.test(`${section.at(-1) ?? ''} ${text}`),
  };
}

function namesOf(document: DocumentDescription | undefined): string[] {
  if (!document) return [];
  return [document.title, document.shortTitle].toSorted((one, other) => other.length - one.length);
}

/** What a sentence leans on, in order; the line that introduces its list, where it is a point of one. */
function introductionsOf(passage: Passage, at: number): Sentence[] {
  const before: Sentence[] = [];
  for (let from = at; from > 0 && before.length < longestChain; from -= 1) {
    const [previous, sentence] = passage.sentences.slice(from - 1, from + 1);
    if (!sentence || !previous || previous.kind === 'heading' || !leaning.test(wordsOf(passage, sentence))) break;
    before.unshift(previous);
  }
  if (before.length > 0) return before;
  const { kind } = passage.sentences[at] ?? {};
  const isListed = kind === 'bullet' || kind === 'item';
  const leadIn = isListed ? passage.sentences.slice(0, at).findLast((each) => each.kind === 'lead-in') : undefined;
  return leadIn ? [leadIn] : [];
}

function wordsOf({ text, start }: Passage, sentence: Sentence): string {
  return plain(text.slice(sentence.start - start, sentence.end - start));
}

/** The words of a whole passage, see `plain`. */
export const plainPassage = rememberObjects(({ text }: Passage) => ({ text: plain(text) }));

/** On one line, without emphasis, and with straight apostrophes. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[*_]+/gu, '').replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim();
}
