// Whether what a conversation is about stands in other documents, over a made-up water company.
import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../../src/domain/conversation.ts';
import { isPassageId } from '../../src/domain/ids.ts';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { meantDocuments } from '../../src/domain/plan.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { nameFor } from '../../src/query/thread-presence.ts';
import { understand } from '../../src/query/understand.ts';
import type { CorpusFacts } from '../../src/query/understand.ts';
import { water } from './made-up-catalogues.ts';

const dated = water.filter(({ years }) => years !== null);
const facts: CorpusFacts = { documents: dated, lexicon: emptyLexicon, acronyms: [], frequency: new Map() };
const ids = dated.map(({ id }) => id);
const latest = ids.at(-1);
const passageId = 'p-0000000000000001';
if (!isPassageId(passageId) || latest === undefined) throw new Error('The made-up ids have a wrong form.');
const cited = [{ documentId: latest, passageId, start: 10, end: 20 }];

function after(questions: readonly string[], question: string): Plan {
  const history = questions.map((each): PastTurn => ({ question: each, status: 'answered', cited }));
  return understand(question, facts, { history });
}

const meant = ({ scope }: Plan): string[] => [...meantDocuments(scope)];

describe('whether it stands elsewhere', () => {
  it.each([
    'does any other strategy mention it?',
    'is that in any earlier strategy',
    'was it in an earlier one?',
    'has it been mentioned before?',
    'which other documents mention that?',
  ])('is asked by “%s”, of the documents that were not quoted', (message) => {
    const plan = after(['What is Operation Heron?'], message);
    expect(plan).toMatchObject({ intent: 'presence', topic: 'Operation Heron' });
    expect(meant(plan)).toEqual(ids.slice(0, -1));
  });

  it('is asked of a document that is named', () => {
    const [oldest] = dated;
    const plan = after(['What is Operation Heron?'], `is it in ${oldest?.shortTitle ?? ''}?`);
    expect(plan).toMatchObject({ intent: 'presence', topic: 'Operation Heron' });
    expect(meant(plan)).toEqual(ids.slice(0, 1));
  });

  it('is of what the conversation is about, whatever was asked of that in between', () => {
    const plan = after(['What is Operation Heron?', 'who runs it?', 'source?'], 'does any other strategy mention it?');
    expect(plan.topic).toBe('Operation Heron');
  });

  it.each(['is it cheaper than before?', 'does any strategy mention eels?'])('is not asked by “%s”', (message) => {
    expect(after(['What is Operation Heron?'], message).topic).not.toBe('Operation Heron');
  });
});

describe('a comparison with other documents', () => {
  it('is of what the conversation is about, in the documents quoted and those named', () => {
    const [oldest] = dated;
    const plan = after(['What is Operation Heron?'], `compare that with ${oldest?.shortTitle ?? ''}`);
    expect(plan).toMatchObject({ intent: 'compare', topic: 'Operation Heron' });
    expect(meant(plan)).toEqual([...ids.slice(0, 1), ...ids.slice(-1)]);
  });
});

describe('the year before', () => {
  it.each([
    ['How many leaks were mended in 2023/24?', 'and the year before?', 'How many leaks were mended in 2022/23?'],
    ['How many leaks were mended in 2003?', 'and the following year?', 'How many leaks were mended in 2004?'],
  ])('of “%s”', (before, message, question) => {
    expect(after([before], message).question).toBe(question);
  });
});

it('leaves a running year as said, whatever year was quoted', () => {
  const history: PastTurn[] = [{ question: 'What was saved this year?', status: 'answered', cited }];
  const textOf = (): string => 'We saved 3 million in 2024/25.';
  expect(understand('and last year?', facts, { history, textOf }).question).toBe('What was saved last year?');
});

it('asks the year after the one asked last, of what was asked first', () => {
  const questions = [
    'How many leaks were mended in 2023/24?',
    'and the year before?',
    'is that in any earlier strategy?',
  ];
  expect(after(questions.slice(0, 2), 'the year before that?').question).toBe('How many leaks were mended in 2021/22?');
  expect(after(questions, 'the year after?').question).toBe('How many leaks were mended in 2023/24?');
});

it('asks the document before the one that was quoted', () => {
  const plan = after(['What does the company say of leaks?'], 'and the plan before that?');
  expect(meant(plan)).toEqual(ids.slice(-2, -1));
});

describe('the name of a thing', () => {
  it.each([
    ['V100 offenders convicted', 'how many V100 offenders were convicted', 'V100'],
    ['leaks repaired', 'How many leaks were repaired?', 'leaks repaired'],
    ['officers sacked, Operation Heron', 'how many officers were sacked under Operation Heron', 'Operation Heron'],
  ])('in “%s”', (topic, question, name) => {
    expect(nameFor(topic, question)).toBe(name);
  });
});
