// The check against lies that keep to the words: a prefix, a bound, a date, a share, a cause, a role, a condition or one word is all that is wrong.
import { describe, expect, it } from 'vitest';
import { beginCheck } from '../../src/generate/check-sentence.ts';
import { supportsOf } from '../../src/generate/support.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { passage as example } from '../chat/scripted-turns.ts';
import { attacked } from './attacked-passages.ts';

const cases = attacked.map(({ passages, ...claims }) => ({
  ...claims,
  supports: passages.flatMap((text) => {
    const sentences = splitSentences(text).map((span) => ({ ...span, kind: 'prose' as const }));
    const passage = { ...example, start: 0, end: text.length, text, sentences };
    const vectors = { vector: new Float32Array(), sentenceVectors: [], contextVectors: [], knownQuestions: [] };
    return supportsOf({ ...passage, ...vectors }, undefined, ['Met']);
  }),
}));

describe('by its words alone, before any vector is asked for', () => {
  it.each(cases.flatMap(({ lies, supports }) => lies.map((lie) => ({ lie, supports }))))(
    'is not let through: $lie',
    ({ lie, supports }) => {
      expect(beginCheck(lie, supports).byWords()).toMatchObject({ supported: false });
    },
  );

  it.each(cases.flatMap(({ honest, supports }) => honest.map((claim) => ({ claim, supports }))))(
    'nothing speaks against: $claim',
    ({ claim, supports }) => {
      // Null where the words bear it out as far as words can.
      expect(beginCheck(claim, supports).byWords()?.supported ?? true).toBe(true);
    },
  );
});
