// Questions about documents in everyday words: idioms of asking that name nothing, and the thing that they ask after.
import { describe, expect, it } from 'vitest';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { meantDocuments } from '../../src/domain/plan.ts';
import { questionsOf, understand } from '../../src/query/understand.ts';
import type { CorpusFacts } from '../../src/query/understand.ts';
import { police } from './made-up-catalogues.ts';

const facts: CorpusFacts = {
  documents: police,
  lexicon: emptyLexicon,
  acronyms: [],
  frequency: new Map([
    ['tablet', 3],
    ['slack', 2],
  ]),
};

function yearsMeant(question: string): string[] {
  return [...meantDocuments(understand(question, facts).scope)].map((id) => id.slice(0, 4));
}

describe('a question of presence in everyday words', () => {
  it.each([
    ['My old sergeant goes on about Operation Heron. Does it come up in any of these strategies?', 'Operation Heron'],
    ['Have any of the plans ever bothered with tablets?', 'tablets'],
    ['Folk who lose their phones: which of our plans use the words “lost property”?', 'lost property'],
    ['Do any of the plans use the term "lost property" or not?', 'lost property'],
  ])('“%s” asks after %s', (question, topic) => {
    expect(understand(question, facts)).toMatchObject({ intent: 'presence', topic });
  });
});

describe('two documents asked about in two clauses', () => {
  it.each([
    'Were we short of tablets in 2018, and are we short of them now?',
    'How many tablets were we meant to have after 2013, and what do they make of them today?',
    'How far were tablets meant to spread under the 2013 strategy, and what do the latest survey figures in the current plan show?',
  ])('“%s” is one comparison', (question) => {
    expect(questionsOf(question, facts)).toEqual([question]);
    expect(understand(question, facts).intent).toBe('compare');
  });

  it('which ask about different things are two questions', () => {
    const question = 'How many tablets did the 2013 strategy count, and how many boats are there now?';
    expect(questionsOf(question, facts)).toHaveLength(2);
  });

  it('looks for what is compared, not for the idiom of comparing', () => {
    const question = 'How do our tablets stack up against others in 2013, and how do they stack up now?';
    expect(understand(question, facts).topic).toBe('tablets, others');
  });
});

describe('the documents meant', () => {
  it.each([
    [
      'Tablets: what has each of our plans said of them, from 06 up to today?',
      ['2006', '2013', '2018', '2023', '2025'],
    ],
    ['tablets from ’13 right through to now', ['2013', '2018', '2023', '2025']],
    ['How many tablets were we meant to buy after 2013?', ['2013']],
    ['How many tablets did we buy after 2013?', ['2018', '2023', '2025']],
  ])('by “%s” are %j', (question, years) => {
    expect(yearsMeant(question)).toEqual(years);
  });
});

describe('a summary in everyday words', () => {
  it.each([
    ['Give me the short version of what the 06 draft said about getting our tablets right.', 'tablets'],
    ['Quick version of the 2018 strategy on tablets, please', 'tablets'],
  ])('“%s” is of %s', (question, topic) => {
    expect(understand(question, facts)).toMatchObject({ intent: 'summary', topic });
  });
});

describe('words that ask nothing', () => {
  it('of people who have done a thing ask for no person', () => {
    expect(understand("tablets for people who've lost theirs", facts).asks).toBeNull();
    expect(understand('who lost the tablets?', facts).asks).toBe('person');
  });

  it('that stand twice are no two slips of spelling', () => {
    expect(understand('do tablets slacj, and when do they slacj?', facts).topic).toContain('slacj');
    expect(understand('do tablets slacj, and when do tablits?', facts).topic).not.toContain('slacj');
  });
});
