// Whether a sentence speaks of the thing that a conversation has come to. A figure that stands beside another scheme's name is that
// scheme's, however near the one asked about is named.
import type { Passage } from '../../domain/passage.ts';
import type { Sense } from '../../domain/plan.ts';
import { terms as stemsOf } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';
import { readPassage } from '../rank/read-passage.ts';
import type { ReadSentence } from '../rank/read-passage.ts';

/** Words that say what kind of thing a name is of: between two such names, the nearer one has the say. */
const named = /\b(?:Operations?|Op|Project|Programme|Scheme|Taskforce)\s+\p{Lu}[\p{L}-]+/u;

/** The words of the subject that the sentences write as names, beside other words in capitals or in no other way; none where it is no name. */
function namesIn(subject: readonly Sense[], sentences: readonly Candidate[]): Sense[] {
  const isName = (stem: string): boolean => {
    const written = sentences.flatMap((sentence) => waysWritten(stem, sentence));
    return written.includes('in a name') || (written.length > 0 && !written.includes('plain'));
  };
  // What letters stand for may be written out there and nowhere in letters.
  const names = subject.filter(
    ({ stems, others }) => stems.every(isName) || others.some((wording) => wording.length > 1 && wording.every(isName)),
  );
  // One word in capitals of several ("officers", in a rank) makes no name of them.
  if (2 * names.length < subject.length) return [];
  const telling = names.filter(({ stems }) => !stems.some((stem) => classWords.has(stem)));
  return telling.length > 0 ? telling : names;
}

/** What many names have in common tells none of them. */
const classWords: ReadonlySet<string> = new Set(
  stemsOf(
    'operation op project programme scheme strategy plan met police service team unit centre office board london',
  ),
);

type Way = 'in a name' | 'in capitals' | 'plain';

/** How the word is written at each place where it does not open the sentence. */
function waysWritten(stem: string, { quote, tokens, sentence }: Candidate): Way[] {
  // Titles are in capitals whatever they name.
  if (sentence.kind !== 'prose' && sentence.kind !== 'bullet' && sentence.kind !== 'figure') return [];
  return tokens
    .filter(({ term, start }) => term === stem && start > 0)
    .map(({ start, end }): Way => {
      if (!/\p{Lu}/u.test(quote.charAt(start))) return 'plain';
      const isBeside =
        /\S\s\p{Lu}[\p{L}’'-]+[\s-]$/u.test(quote.slice(0, start)) || /^[’']?s?\s\p{Lu}\p{L}/u.test(quote.slice(end));
      return isBeside ? 'in a name' : 'in capitals';
    });
}

/** The words that tell the thing from others of its kind; all of them where no others are left. */
export function tellingOf(senses: readonly Sense[]): readonly Sense[] {
  const telling = senses.filter(({ stems }) => !stems.every((stem) => classWords.has(stem)));
  return telling.length > 0 ? telling : senses;
}

/** Of words that are asked for themselves, one may be put differently where there are three or more. */
export function holdsNearlyAll(senses: readonly Sense[], held: ReadonlySet<string>): boolean {
  const fewest = senses.length < 3 ? senses.length : senses.length - 1;
  return senses.filter((sense) => isHeld(sense, held)).length >= fewest;
}

/** Whether at least half of the words stand in a sentence of these stems, in these or other words. */
export function holdsHalf(senses: readonly Sense[], held: ReadonlySet<string>): boolean {
  return 2 * senses.filter((sense) => isHeld(sense, held)).length >= senses.length;
}

/** Whether a sentence of these stems, with its headings, is about what was spoken of. */
export function isOf(subject: readonly Sense[], held: ReadonlySet<string>, passage: Passage): boolean {
  return holdsHalf(tellingOf(subject), new Set([...held, ...readPassage(passage).headings]));
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
  { passage, at }: { readonly passage: Passage; readonly at: number },
  { names, passages }: NamedSubject,
): boolean {
  const { sentences, headings } = readPassage(passage);
  const own = sentences[at];
  const before = own && standsAlone(own) ? [own] : sentences.slice(0, at + 1).toReversed();
  const telling = before.find((sentence) => isNamedIn(names, sentence) || namesAnother(sentence));
  if (telling) return isNamedIn(names, telling);
  return (
    holdsHalf(names, headings) ||
    (anaphor.test(own?.quote ?? '') && passages.some((other) => isSameSection(other, passage)))
  );
}

export function isSameSection(one: Place, other: Place): boolean {
  return one.documentId === other.documentId && one.section.join('\n') === other.section.join('\n');
}

type Place = Pick<Candidate['passage'], 'documentId' | 'section'>;

/** A figure with its caption, or a row, goes on from nothing. */
function standsAlone({ sentence: { kind } }: ReadSentence): boolean {
  return kind === 'figure' || kind === 'row';
}

/** Words that stand for a scheme named before, perhaps in another point of the list. */
const anaphor =
  /\b(?:this|that|the) (?:scheme|programme|policy|operation|approach|team|unit|initiative|project|tool|technology|service|change)\b|\b(?:it|its|they|this)\b/i;

/** Whether half of the words stand there as they do in the name, in capitals; or in other words. */
function isNamedIn(names: readonly Sense[], { quote, tokens, terms }: ReadSentence): boolean {
  const isWritten = ({ stems, others }: Sense): boolean =>
    stems.every((stem) => tokens.some(({ term, start }) => term === stem && /[\p{Lu}\d]/u.test(quote.charAt(start)))) ||
    others.some((wording) => wording.every((stem) => terms.has(stem)));
  return 2 * names.filter(isWritten).length >= names.length;
}

function namesAnother({ quote }: ReadSentence): boolean {
  return named.test(quote);
}
