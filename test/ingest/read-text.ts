// Reads a made-up text as ingest does, and lays bare what a reader would look at: each sentence, its kind and its headings.
import { documentIdOf } from '../../ingest/catalogue.ts';
import { packPassages } from '../../ingest/passages.ts';
import { readStructure } from '../../ingest/structure.ts';
import type { Section } from '../../src/domain/document.ts';
import type { Passage, SentenceKind } from '../../src/domain/passage.ts';

/** A sentence that no rule takes for anything but prose. */
export const prose =
  'We will listen to Londoners and act on what they tell us, in every borough and on every day of the year.';

/** A text of these lines. */
export const lines = (...all: readonly string[]): string => all.join('\n');

export interface ShownSentence {
  readonly kind: SentenceKind;
  /** White space as single spaces. */
  readonly words: string;
  /** Its headings, joined by ` > `. */
  readonly under: string;
}

export interface ReadText {
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly sentences: readonly ShownSentence[];
}

export function readText(text: string, file = 'made-up.txt'): ReadText {
  const structure = readStructure(text);
  const passages = packPassages(documentIdOf(file), text, structure);
  const sentences = passages.flatMap((passage) =>
    passage.sentences.map(({ kind, start, end }) => ({
      kind,
      words: text.slice(start, end).replaceAll(/\s+/gu, ' '),
      under: passage.section.join(' > '),
    })),
  );
  return { sections: structure.sections, passages, sentences };
}

/** The words of every sentence, those of one kind only if it is named. */
export function wordsOf(text: string, kind?: SentenceKind): string[] {
  const { sentences } = readText(text);
  return sentences.filter((sentence) => kind === undefined || sentence.kind === kind).map(({ words }) => words);
}

/** The headings above the first sentence that holds these words; undefined where no sentence does. */
export function headingsAbove(text: string, words: string): string | undefined {
  return readText(text).sentences.find((sentence) => sentence.words.includes(words))?.under;
}

/** Every promise about spans that is broken; empty for a text that is read as it should be. */
export function brokenPromises(text: string): string[] {
  const { sections, passages } = readText(text);
  const byId = new Map(sections.map((section) => [section.id, section]));
  const broken: string[] = [];
  const expect = (holds: boolean, promise: string, at: number): void => {
    if (!holds) broken.push(`${promise} (at ${at})`);
  };
  let end = 0;
  for (const passage of passages) {
    expect(passage.start >= end, 'passages do not overlap', passage.start);
    expect(text.slice(passage.start, passage.end) === passage.text, 'a passage is a span of its text', passage.start);
    expect(
      passage.text.length > 0 && passage.text.length <= 1000,
      'a passage has 1 to 1,000 characters',
      passage.start,
    );
    expect(passage.text.trim() === passage.text, 'a passage has no white space at its ends', passage.start);
    const section = passage.sectionId === null ? undefined : byId.get(passage.sectionId);
    const within = section === undefined || (section.start <= passage.start && passage.end <= section.end);
    expect(
      within && (section !== undefined || passage.section.length === 0),
      'a passage lies in its section',
      passage.start,
    );
    end = passage.end;
    checkSentences(passage, expect);
  }
  expect(new Set(passages.map(({ id }) => id)).size === passages.length, 'passage ids are unique', 0);
  expect(byId.size === sections.length, 'section ids are unique', 0);
  for (const section of sections) {
    expect(section.path.at(-1) === section.heading, 'a path ends in the heading', section.start);
    expect(section.start < section.end && section.end <= text.length, 'a section lies in the text', section.start);
  }
  return broken;
}

function checkSentences(passage: Passage, expect: (holds: boolean, promise: string, at: number) => void): void {
  let end = passage.start;
  for (const sentence of passage.sentences) {
    expect(sentence.start >= end, 'sentences lie in order and do not overlap', sentence.start);
    expect(
      sentence.end > sentence.start && sentence.end <= passage.end,
      'a sentence lies in its passage',
      sentence.start,
    );
    end = sentence.end;
  }
  expect(passage.sentences.length > 0, 'a passage has a sentence', passage.start);
}
