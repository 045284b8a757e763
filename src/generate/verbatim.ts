// Whether a statement is what a document says, word after word, but for who speaks.
import type { Passage, Sentence } from '../domain/passage.ts';
import { rememberObjects } from '../text/remember-objects.ts';

interface WordedSentence {
  readonly sentence: Sentence;
  readonly words: string;
}

/** With the headings, which a quotation may take along, and without. */
interface Readings {
  readonly all: readonly (readonly WordedSentence[])[];
}

/**
 * Sentences of the passage that one after another are the statement; none where they are not. Marks, emphasis and whether the
 * organisation calls itself "we" make no difference; a part of a sentence is not looked for, for what it leaves out may limit it.
 */
export function verbatimIn(statement: string, passage: Passage): readonly Sentence[] {
  const sought = comparable(statement);
  if (sought === '') return [];
  for (const sentences of readingsOf(passage).all) {
    const found = runOf(sentences, sought);
    if (found.some(({ kind }) => kind !== 'heading')) return found;
  }
  return [];
}

/** The sentences one after another whose words together are the ones sought. */
function runOf(sentences: readonly WordedSentence[], sought: string): readonly Sentence[] {
  for (const from of sentences.keys()) {
    let joined = '';
    for (let to = from; to < sentences.length && joined.length < sought.length; to += 1) {
      joined = `${joined} ${sentences[to]?.words ?? ''}`.trim();
      if (joined === sought) return sentences.slice(from, to + 1).map(({ sentence }) => sentence);
    }
  }
  return [];
}

const readingsOf = rememberObjects((passage: Passage): Readings => {
  const sentences = passage.sentences
    .map((sentence) => ({
      sentence,
      words: comparable(passage.text.slice(sentence.start - passage.start, sentence.end - passage.start)),
    }))
    .filter(({ words }) => words !== '');
  return { all: [sentences, sentences.filter(({ sentence }) => sentence.kind !== 'heading')] };
});

const speaker = /\b(?:the organisation|we) (?<verb>has|have|is|are|will)\b/gu;
const agreeing: Readonly<Record<string, string>> = { has: 'have', is: 'are' };

/** Lower case, without marks, contractions written out; who speaks is "we". Signs before and in figures stay. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(
      /\b(?<who>we|they|you|it|that)'(?<verb>ll|ve|re)\b/gu,
      (_all, who: string, verb: string) => `${who} ${full[verb] ?? verb}`,
    )
    .replaceAll(/[^\p{L}\p{N}£$€%.,:/'+-]+|[.,:/'-](?!\p{N})|(?<![\p{L}\p{N}])[.,:/'](?=\p{N})/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(speaker, (_all, verb: string) => `we ${agreeing[verb] ?? verb}`)
    .replaceAll(/\bthe organisation\b/gu, 'we');
}

const full: Readonly<Record<string, string>> = { ll: 'will', ve: 'have', re: 'are' };
