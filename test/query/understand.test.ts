import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { questionsOf, understand } from '../../src/query/understand.ts';
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

  it('is worked out once for a message of a turn, taken apart or asked after others', () => {
    let looks = 0;
    const watched: CorpusFacts = {
      ...facts,
      get documents() {
        looks += 1;
        return police;
      },
    };
    const plan = understand('How many coppers did One Met want?', watched);
    expect(looks).toBeGreaterThan(0);
    looks = 0;
    expect(understand('How many coppers did One Met want?', watched)).toEqual(plan);
    expect(looks).toBe(0);
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

  it('is made for each question of a message, one that leans on the question before it among them', () => {
    const message = 'What do officers do? How many are there? And who runs them?';
    expect(questionsOf(message, facts)).toEqual(['What do officers do?', 'How many are there?', 'And who runs them?']);
    expect(questionsOf('What do officers do, and who are they?', facts)).toHaveLength(1);
  });

  it('is made for each document that is asked a question of its own, with what stands before the colon in each', () => {
    const message =
      'Tablets: how many officers had one in the 2013 strategy, and what does repair cost in the 2025 plan?';
    expect(questionsOf(message, facts)).toEqual([
      'Tablets: how many officers had one in the 2013 strategy',
      'Tablets: what does repair cost in the 2025 plan?',
    ]);
  });

  it.each([
    'How did One Met put the mission, and what is the wording in the 2018 one?',
    'Cuts: what did they want to save in the 2013 plan and what in the 2018 one?',
    'How many officers did we promise in 2013, and how many did we get in 2018?',
    'How did One Met measure up on crime, and how does the 2018 plan measure up?',
  ])('is one for two documents that are asked the same: %s', (message) => {
    expect(questionsOf(message, facts)).toEqual([message]);
  });

  it('takes what "ones" are from the question before', () => {
    expect(
      questionsOf('How many officers did the 2013 strategy count, and how many armed ones are there now?', facts),
    ).toEqual(['How many officers did the 2013 strategy count', 'how many armed officers are there now?']);
  });

  it('asks a part of another document afresh, with what the part before was about', () => {
    const history = [
      { question: 'How many tablets did the 2013 strategy want?', status: 'answered', cited: [] },
    ] as const;
    const plan = understand('how many does the 2025 plan promise?', facts, { history, part: 1 });
    expect(plan.continues?.how).toBe('beside');
    expect(plan.topic).toContain('tablets');
    expect(plan.scope.because).toEqual(['2025 plan']);
  });

  it('marks a message in another language, and the reply to it', () => {
    expect(understand('Quelles sont les priorités de la police ?', facts)).toMatchObject({
      intent: 'other',
      aside: { kind: 'declined', reason: 'language', language: 'fr' },
    });
  });

  it.each([
    ['Did One Met promise tablets?', 'presence', 'tablets'],
    ['Does the 2013 strategy commit to more tablets?', 'presence', 'tablets'],
    ['Was there any promise of tablets in the 2013 strategy?', 'presence', 'tablets'],
    ['What did One Met promise on tablets?', 'commitment', 'tablets'],
  ])('takes “%s” for %s', (question, intent, topic) => {
    expect(understand(question, facts)).toMatchObject({ intent, topic, scope: { kind: 'one' } });
  });

  it.each([
    ['What was the policy on burglary in 2015?', 'What was the policy on burglary?'],
    ['burglary 2015', 'burglary'],
    ['what was promised by 2015?', '2015?'],
    ['How many officers were they going to have in 2015?', 'How many officers were they going to have in 2015?'],
  ])('keeps the year of “%s” only where it is asked for', (question, topic) => {
    const plan = understand(question, facts);
    expect(plan.topic).toBe(topic);
    expect(plan.scope.documents.filter(({ weight }) => weight >= 0.5).map(({ id }) => String(id))).toEqual([
      '2013-one-met',
    ]);
  });

  it.each([
    'How many burglaries were there in 2015?',
    'burglary figures 2015',
    'What happened at the carnival in 2016?',
  ])('searches all documents for “%s”, for a year of what came about names none', (question) => {
    expect(understand(question, facts).scope.kind).toBe('open');
    expect(understand(question, facts).topic).toBe(question);
  });

  it.each([
    ['How many knives were seized in 2023?', ['2023-mandate', '2025-new-met']],
    ['reasonable grounds 2023', ['2023-mandate', '2025-new-met']],
    ['How many knives did the 2023 page count?', ['2023-mandate']],
    ['How many knives were seized in 2018?', ['2018-direction']],
    ['What was the policy on drones in 2017?', ['2013-one-met', '2018-direction']],
  ])('looks for “%s” where it may be told', (question, documents) => {
    const { scope } = understand(question, facts);
    expect(scope.documents.filter(({ weight }) => weight >= 0.5).map(({ id }) => String(id))).toEqual(documents);
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

it('asks for the gist in what it names, however a gist is called', () => {
  for (const wish of ['a quick sum-up', 'the lowdown', 'a round-up']) {
    const plan = understand(`Give me ${wish} of what the 2013 strategy said about officers.`, facts);
    expect(plan).toMatchObject({ intent: 'summary', topic: 'officers' });
  }
});

it('leaves out of the gist what it is wanted for, and not who it is about', () => {
  const subject = (question: string): string => understand(question, facts).topic;
  expect(subject('The gist of the 2013 strategy for a press enquiry please')).toBe(
    subject('The gist of the 2013 strategy please'),
  );
  expect(subject('Summarise the 2013 strategy for officers')).toContain('officers');
});
