// What a document says word after word, and what only looks like it.
import { expect, it } from 'vitest';
import type { Passage, Sentence, SentenceKind } from '../../src/domain/passage.ts';
import { verbatimIn } from '../../src/generate/verbatim.ts';
import { passage as example } from '../chat/scripted-turns.ts';

/** A passage of these sentences, one after another. */
function passageOf(...given: readonly (readonly [string, SentenceKind])[]): Passage {
  const sentences: Sentence[] = [];
  let text = '';
  for (const [words, kind] of given) {
    sentences.push({ start: text.length, end: text.length + words.length, kind });
    text += `${words}\n`;
  }
  return { ...example, start: 0, end: text.length, text, sentences };
}

const passage = passageOf(
  ['Year 1:', 'heading'],
  ["We've mended **ten** piers.", 'prose'],
  ['They will not fine anglers – unless they fish at night.', 'prose'],
);

it.each([
  ['the sentence itself', "We've mended ten piers.", 1],
  ['the organisation for "we"', 'The organisation has mended ten piers.', 1],
  ['two sentences', "We've mended ten piers. They will not fine anglers, unless they fish at night.", 2],
  ['its heading with it', 'Year 1: We have mended ten piers.', 2],
])('is verbatim: %s', (_name, statement, count) => {
  expect(verbatimIn(statement, passage)).toHaveLength(count);
});

it.each([
  ['a part of a sentence, which may leave out what limits it', 'They will not fine anglers.'],
  ['another figure', 'We have mended 10.5 piers.'],
  ['another word', 'We have mended nine piers.'],
  ['words in another order', 'We have ten mended piers.'],
  ['a heading alone', 'Year 1:'],
  ['nothing', '–'],
])('is not verbatim: %s', (_name, statement) => {
  expect(verbatimIn(statement, passage)).toEqual([]);
});
