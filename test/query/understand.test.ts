import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { understand } from '../../src/query/understand.ts';
import type { CorpusFacts } from '../../src/query/understand.ts';
import { police, water } from './made-up-catalogues.ts';

const facts: CorpusFacts = {
  documents: police,
  lexicon: { synonyms: [{ words: ['copper'], phrases: [], mean: ['officer'] }], generic: ['strategy'] },
  acronyms: [{ term: 'BCU', expansion: 'Basic Command Unit' }],
  frequency: new Map([['offic', 3]]),
};

describe('a plan', () => {
  it('holds what each step understood', () => {
    expect(understand('How many coppers did One Met want?', facts)).toMatchObject({
      question: 'How many coppers did One Met want?',
      asks: 'number',
      aside: null,
      scope: { kind: 'one', because: ['One Met'] },
      terms: [
        { term: 'copper', weight: 1, source: 'question' },
        { term: 'want', weight: 1, source: 'question' },
        { term: 'offic', weight: 0.6, source: 'lexicon' },
      ],
    });
  });

  it('has a second reading only where the documents use other words', () => {
    expect(understand('coppers in schools', facts).readings).toEqual(['coppers in schools', 'officer in schools']);
    expect(understand('officers in schools', facts).readings).toEqual(['officers in schools']);
  });

  it('scopes to the documents that may be searched, of whatever organisation', () => {
    const plan = understand('leaks in the current plan', { ...facts, documents: water, lexicon: emptyLexicon });
    expect(plan.scope.documents.find(({ weight }) => weight === 1)?.id).toBe('2026-sea');
    expect(plan.topic).toBe('leaks');
  });

  it('marks small talk', () => {
    expect(understand('hello!', facts).aside).toEqual({ kind: 'chat', topic: 'greeting' });
  });

  it('can be made of any text, and is the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (question) => {
        const plan = understand(question, facts);
        expect(plan).toEqual(understand(question, facts));
        expect(plan.readings[0]).toBe(plan.topic);
        expect(plan.scope.documents).toHaveLength(police.length);
      }),
    );
  });

  it.each(['how has ', 'what ', 'in 2013 ', 'copper ', '13 v ', 'the ', '“', ' ', 'a-', 'does any strategy '])(
    'can be made of two thousand characters of “%s”',
    (words) => {
      const question = words.repeat(2000 / words.length).slice(0, 2000);
      expect(understand(question, facts).question).toBe(question);
    },
  );
});
