// Whether a sentence speaks of the thing that a conversation has come to. A figure that stands beside another scheme's name is that
// scheme's, however near the one asked about is named.
import type { Sense } from '../domain/plan.ts';
import { isHeld } from './coverage.ts';
import type { Candidate } from './features.ts';
import { readPassage } from './read-passage.ts';
import type { ReadSentence } from './read-passage.ts';

/** Words that say what kind of thing a name is of: between two such names, the nearer one has the say. */
const named = /\b(?:Operations?|Op|Project|Programme|Scheme|Taskforce)\s+\p{Lu}[\p{L}-]+/u;

/** The words of the subject that the sentences write as names and never otherwise; none where the subject is no name. */
function namesIn(subject: readonly Sense[], sentences: readonly Candidate[]): Sense[] {
  const names = subject.filter(({ stems }) =>
    stems.every((stem) => {
      const written = sentences.flatMap((sentence) => capitalsOf(stem, sentence));
      return written.length > 0 && written.every((isCapital) => isCapital);
    }),
  );
  // One word in capitals of several ("officers", in a rank) makes no name of them.
  return 2 * names.length >= subject.length ? names : [];
}

/** For each place of the word that does not open the sentence, whether it is in capitals. */
function capitalsOf(stem: string, { quote, tokens }: Candidate): boolean[] {
  return tokens
    .filter(({ term, start }) => term === stem && start > 0)
    .map(({ start }) => /\p{Lu}/u.test(quote.charAt(start)));
}

/** Whether at least half of the words stand in a sentence of these stems, in these or other words. */
export function holdsHalf(senses: readonly Sense[], held: ReadonlySet<string>): boolean {
  return 2 * senses.filter((sense) => isHeld(sense, held)).length >= senses.length;
}

/** Whether a sentence of these stems, with its headings, is about what was spoken of. */
export function isOf(subject: readonly Sense[], held: ReadonlySet<string>, passage: Candidate['passage']): boolean {
  return holdsHalf(subject, new Set([...held, ...readPassage(passage).headings]));
}

/** What a conversation has come to, where that has a name. */
export interface NamedSubject {
  readonly names: readonly Sense[];
  /** Passages last quoted that name it: what stands under the same heading goes on about it. */
  readonly passages: readonly Candidate['passage'][];
}

/** @param sentences of the passages last quoted. */
export function namedSubject(subject: readonly Sense[], sentences: readonly Candidate[]): NamedSubject {
  const names = namesIn(subject, sentences);
  const naming = sentences.filter(({ terms }) => holdsHalf(names, terms));
  return { names, passages: [...new Set(naming.map(({ passage }) => passage))] };
}

/** Whether the sentence names the thing, or goes on from one that does with no other name of the kind between. */
export function speaksOf(
  { passage, at }: Pick<Candidate, 'passage' | 'at'>,
  { names, passages }: NamedSubject,
): boolean {
  const { sentences, headings } = readPassage(passage);
  for (let place = at; place >= 0; place -= 1) {
    const sentence = sentences[place];
    if (sentence && holdsHalf(names, sentence.terms)) return true;
    if (sentence && namesAnother(sentence)) return false;
  }
  const isBeside = ({ documentId, section }: Candidate['passage']): boolean =>
    documentId === passage.documentId && section.join('\n') === passage.section.join('\n');
  return holdsHalf(names, headings) || passages.some(isBeside);
}

function namesAnother({ quote }: ReadSentence): boolean {
  return named.test(quote);
}
