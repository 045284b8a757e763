import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lexicon } from '../../src/domain/lexicon.ts';
import type { PlanTerm } from '../../src/domain/plan.ts';
import { editDistance, expandTerms, slipOf } from '../../src/query/expand.ts';
import type { Vocabulary } from '../../src/query/expand.ts';
import { rephrase } from '../../src/query/rephrase.ts';
import { terms } from '../../src/text/tokens.ts';

const lexicon: Lexicon = {
  synonyms: [
    { words: ['cop', 'old bill'], phrases: [], mean: ['officer', 'police constable'] },
    { words: ['sewage'], phrases: [], mean: ['waste water overflow event'] },
    { words: ['boss'], phrases: [], mean: ['boss', 'leader'] },
    { words: ['the'], phrases: [], mean: ['never'] },
    { words: ['snowed under'], phrases: [], mean: ['caseloads'] },
  ],
  generic: ['strategy', 'plans'],
};
const acronyms = [
  { term: 'BCU', expansion: 'Basic Command Unit' },
  { term: 'IT', expansion: 'Information Technology' },
];
const corpusWords =
  'burglary burglary burglary burger officer officer constable neighbourhood strategy police leader unit';
const frequency = new Map<string, number>();
for (const term of terms(corpusWords)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
const vocabulary: Vocabulary = { lexicon, acronyms, frequency };

const expand = (topic: string, known = vocabulary): PlanTerm[] => expandTerms(topic, known);
const find = (topic: string, word: string): PlanTerm | undefined =>
  expand(topic).find(({ term }) => term === terms(word)[0]);

describe('the terms that are looked for', () => {
  it('are the asker’s own first, at full weight', () => {
    expect(expand('officer numbers, officer pay')).toEqual([
      { term: 'offic', weight: 1, source: 'question' },
      { term: 'number', weight: 1, source: 'question' },
      { term: 'pai', weight: 1, source: 'question' },
    ]);
  });

  it('count generic words for less', () => {
    expect(find('burglary strategy', 'strategy')).toEqual({ term: 'strategi', weight: 0.35, source: 'question' });
    expect(find('the plan for burglary', 'plan')?.weight).toBe(0.35);
    expect(find('burglary strategy', 'burglary')?.weight).toBe(1);
  });

  it.each(['cops', 'The Old Bill'])('take in what documents say instead of “%s”', (topic) => {
    expect(find(topic, 'officer')).toEqual({ term: 'offic', weight: 0.6, source: 'lexicon' });
  });

  it('take in a phrase’s meaning only where all of it stands, in order', () => {
    expect(find('bill the old officer', 'constable')).toBeUndefined();
    expect(find('an old folder', 'constable')).toBeUndefined();
  });

  it('share a long meaning’s weight among its words, so that it cannot drown the question', () => {
    const added = expand('sewage').filter(({ source }) => source === 'lexicon');
    expect(added.map(({ weight }) => weight)).toEqual([0.3, 0.3, 0.3, 0.3]);
  });

  it('take no function word for a synonym', () => {
    expect(find('the burglary', 'never')).toBeUndefined();
  });

  it('take in the expansion of an acronym, and the acronym of an expansion', () => {
    expect(find('whats a bcu', 'command')?.source).toBe('acronym');
    expect(find('basic command units', 'BCU')).toEqual({ term: 'bcu', weight: 0.6, source: 'acronym' });
    expect(find('basic units of command', 'BCU')).toBeUndefined();
  });

  it.each(['???', 'what is it', ''])('take “%s” for no acronym that is spelled like a function word', (topic) => {
    expect(expand(topic)).toEqual([]);
  });

  it.each([
    ['burglry', 'burglary'],
    ['burlgary', 'burglary'],
    ['neigbhourhod', 'neighbourhood'],
    ['officcer', 'officer'],
  ])('mend the slip “%s”', (slip, word) => {
    expect(find(slip, word)).toMatchObject({ weight: 0.8, source: 'spelling' });
    expect(find(slip, slip)).toMatchObject({ weight: 1, source: 'question' });
  });

  it.each(['burglary', 'unti', 'zebra', 'sewage', '12345', 'xurglary', 'polite'])(
    'mend no word that is known, short, strange, or begins otherwise: “%s”',
    (word) => {
      expect(expand(word).filter(({ source }) => source === 'spelling')).toEqual([]);
    },
  );

  it('are the same whatever the order of the corpus’s words', () => {
    const near = ['batter', 'butter', 'bitter', 'banter', 'better'].map((word) => [word, 1] as const);
    const spellings = (words: typeof near): string[] =>
      expand('bxtter', { ...vocabulary, frequency: new Map(words) }).map(({ term }) => term);
    expect(spellings(near)).toEqual(['bxtter', 'batter', 'better']);
    fc.assert(
      fc.property(fc.shuffledSubarray(near, { minLength: near.length }), (shuffled) => {
        expect(spellings(shuffled)).toEqual(spellings(near));
      }),
    );
  });

  it('are each there once, with the highest of their weights, and none above the asker’s own', () => {
    expect(find('strategy of cop officer', 'officer')).toEqual({ term: 'offic', weight: 1, source: 'question' });
    const words = fc.constantFrom(
      ...'cop officer old bill strategy BCU basic command unit burglry IT the sewage 2023/24'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(words), (topic) => {
        const found = expand(topic.join(' '));
        expect(new Set(found.map(({ term }) => term)).size).toBe(found.length);
        expect(found.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true);
        const own = terms(topic.join(' '));
        expect(found.slice(0, new Set(own).size).map(({ term }) => term)).toEqual([...new Set(own)]);
      }),
    );
  });
});

describe('numbers, years and hyphens in a question', () => {
  it.each([
    ['2,394,416 calls', '2394416 calls'],
    ['in 2023/2024', 'in 2023/24'],
    ['knife-enabled', 'knife enabled'],
    ['eight priorities', '8 priorities'],
    ['£2.5m', '2.5m'],
    ['2025–28', '2025-28'],
  ])('“%s” is looked for as “%s”', (one, other) => {
    expect(terms(one)).toEqual(terms(other));
  });

  it.each([
    ['2023/24', '2022/23'],
    ['2.5', '25'],
    ['2023', '2023/24'],
    ['1830', '183'],
  ])('“%s” is not “%s”', (one, other) => {
    expect(terms(one)).not.toEqual(terms(other));
  });
});

describe('a question in the documents’ register', () => {
  it.each([
    ['how many cops left?', 'how many officer left?'],
    ['do the old bill, and cops, sleep', 'do the officer, and officer, sleep'],
    ['what of raw sewage', 'what of raw waste water overflow event'],
  ])('says “%s” as “%s”', (topic, rephrased) => {
    expect(rephrase(topic, lexicon)).toBe(rephrased);
  });

  it.each(['how many officers left?', 'who is the boss', '', '?'])('has no other words for “%s”', (topic) => {
    expect(rephrase(topic, lexicon)).toBeNull();
  });
});

/** Optimal string alignment from its definition, with no table and no ceiling. */
function naive(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const costs = [
    naive(one.slice(1), other) + 1,
    naive(one, other.slice(1)) + 1,
    naive(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1),
  ];
  const swapped = one.length > 1 && other.length > 1 && one[0] === other[1] && one[1] === other[0];
  return Math.min(...costs, swapped ? naive(one.slice(2), other.slice(2)) + 1 : Infinity);
}

describe('the distance between two spellings', () => {
  const spelling = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 6 });

  it('is that of its definition, and one more than the ceiling for all that is farther', () => {
    fc.assert(
      fc.property(spelling, spelling, fc.integer({ min: 0, max: 7 }), (one, other, ceiling) => {
        expect(editDistance(one, other, ceiling)).toBe(Math.min(naive(one, other), ceiling + 1));
      }),
    );
  });

  it('is the same both ways, and 0 only between a word and itself', () => {
    fc.assert(
      fc.property(spelling, spelling, (one, other) => {
        expect(editDistance(one, other, 9)).toBe(editDistance(other, one, 9));
        expect(editDistance(one, other, 9) === 0).toBe(one === other);
      }),
    );
  });

  it.each([
    ['burglary', 'burglry', 1],
    ['burglary', 'burlgary', 1],
    ['a', 'abcdef', 3],
    ['', 'abcdef', 3],
    ['kitten', 'sitting', 3],
  ])('from “%s” to “%s” with a ceiling of 2 is %i', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
  });
});

describe('a phrase of one content word and the little word that ends it', () => {
  it.each([
    ['are they snowed under', true],
    ['is there snow', false],
  ])('in “%s”: %s', (topic, isThere) => {
    expect(find(topic, 'caseloads') !== undefined).toBe(isThere);
  });
});

describe('a slip of the keyboard', () => {
  it.each([
    ['burglry', 'burglari'],
    ['unist', 'unit'],
    ['oficers', 'offic'],
    ['untis', 'unit'],
    ['units', null],
    ['cunit', null],
    ['uniks', null],
    ['polite', null],
    ['polica', 'polic'],
  ])('“%s” is one of “%s”', (word, stem) => {
    expect(slipOf(word, vocabulary)).toBe(stem);
  });
});
