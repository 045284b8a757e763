// Messages that lean on the conversation, over a made-up water company.
import { describe, expect, it } from 'vitest';
import type { PastTurn } from '../../src/domain/conversation.ts';
import { isPassageId } from '../../src/domain/ids.ts';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { meantDocuments } from '../../src/domain/plan.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { understand } from '../../src/query/understand.ts';
import type { CorpusFacts } from '../../src/query/understand.ts';
import { water } from './made-up-catalogues.ts';

const facts: CorpusFacts = { documents: water, lexicon: emptyLexicon, acronyms: [], frequency: new Map() };
const passageId = 'p-0000000000000001';
const documentId = water.find(({ id }) => id === '2026-sea')?.id;
if (!isPassageId(passageId) || documentId === undefined) throw new Error('The made-up ids have a wrong form.');
const place = { documentId, passageId, start: 10, end: 20 };

function after(questions: readonly string[], question: string): Plan {
  const history = questions.map((each): PastTurn => ({ question: each, status: 'answered', cited: [place] }));
  return understand(question, facts, { history });
}

const stems = ({ terms }: Plan, source: string): string[] =>
  terms.filter((term) => term.source === source).map(({ term }) => term);

describe('a message that goes on', () => {
  it.each([
    ['with another document', 'and in the current plan?', 'scope'],
    ['with another kind of thing', 'why?', 'kind'],
    ['with a date', 'ok, by when?', 'kind'],
    ['with more', 'tell me more', 'more'],
    ['with something pointed at', 'how many of those were repaired at night?', 'focus'],
    ['with another thing', 'and hosepipes?', 'focus'],
    ['with one word', 'hosepipes?', 'focus'],
  ])('%s is understood from what was asked before', (_what, question, how) => {
    const plan = after(['How many leaks were repaired?'], question);
    expect(plan.continues).toMatchObject({ how, cited: [place] });
    expect(`${plan.topic} ${plan.readings.join(' ')}`).toContain('leaks');
  });

  it('asks what was asked, of the other document', () => {
    const plan = after(['How many leaks were repaired?'], 'and in the current plan?');
    expect([...meantDocuments(plan.scope)]).toEqual([documentId]);
    expect(plan).toMatchObject({ asks: 'number', topic: 'How many leaks were repaired?' });
  });

  it('asks for a reason with nothing but "why?"', () => {
    expect(after(['How many leaks were repaired?'], 'why?')).toMatchObject({ asks: 'reason', intent: 'fact' });
  });

  it('keeps the documents that were meant, through several turns', () => {
    const plan = after(['What did the current plan say of leaks?', 'how many of them?'], 'and who mends them?');
    expect([...meantDocuments(plan.scope)]).toEqual([documentId]);
  });

  it('gives the new words the lead over the old', () => {
    const plan = after(['How many leaks were repaired?'], 'how many of those were in hosepipes?');
    expect(stems(plan, 'question')).toContain('hosepip');
    expect(stems(plan, 'conversation')).toContain('leak');
    const weightOf = (stem: string): number => plan.terms.find(({ term }) => term === stem)?.weight ?? 0;
    expect(weightOf('leak')).toBeLessThan(weightOf('hosepip'));
  });

  it('passes over small talk in between', () => {
    expect(after(['How many leaks were repaired?', 'thanks!'], 'why?').topic).toContain('leaks');
  });

  it('to another document leaves the year of the last question behind', () => {
    const plan = after(['How many leaks were repaired in 2003?'], 'and in the current plan?');
    expect(plan.topic).toBe('How many leaks were repaired?');
    expect(plan.readings.join(' ')).not.toContain('2003');
    expect(plan.terms.map(({ term }) => term)).not.toContain('2003');
  });
});

describe('a whole question', () => {
  it('takes no words from before', () => {
    const plan = after(['How many leaks were repaired?'], 'Which reservoirs does the company want to deepen by 2030?');
    expect(stems(plan, 'conversation')).toEqual([]);
  });

  it('is still known to stand in a conversation, whose document is likelier', () => {
    const plan = after(['How many leaks were repaired?'], 'Which reservoirs does the company want to deepen?');
    expect(plan.continues?.how).toBe('beside');
  });

  it('is understood alone where no question came before', () => {
    expect(after(['hello!'], 'why?').continues).toBeNull();
  });

  it('carries the scope of an earlier question of the same message', () => {
    const history: PastTurn[] = [{ question: 'What did the current plan say of leaks', status: 'answered', cited: [] }];
    const plan = understand('which reservoirs will the company deepen?', facts, { history, part: 1 });
    expect([...meantDocuments(plan.scope)]).toEqual([documentId]);
  });
});

describe('a point of the list that was shown', () => {
  const listed: PastTurn = {
    question: 'List the objectives of the current plan',
    status: 'answered',
    cited: [place],
    points: ['Mend leaks', 'Lay pipes', 'Fill reservoirs'].map((words) => ({ words, at: 0 })),
  };
  const next = (question: string, ...between: readonly PastTurn[]): Plan =>
    understand(question, facts, { history: [listed, ...between] });

  it('is meant within its own document', () => {
    const plan = next('what is the second objective in the current plan?');
    expect(plan.question).toContain('Lay pipes');
    expect(plan.continues).toMatchObject({ how: 'focus', cited: [{ documentId }] });
    expect([...meantDocuments(plan.scope)]).toEqual([documentId]);
  });

  it('is not meant where another document’s is asked for', () => {
    const plan = next('what is the second objective in Turning the Tide?');
    expect(plan.continues).toBeNull();
    expect([...meantDocuments(plan.scope)]).toEqual(['2015-tide']);
  });

  it('is looked for in another document where that is named', () => {
    const plan = next('is the second one in Turning the Tide, too?');
    expect(plan).toMatchObject({ topic: 'Lay pipes', intent: 'presence' });
    expect(plan.continues?.points).toEqual([]);
    expect([...meantDocuments(plan.scope)]).toEqual(['2015-tide']);
  });

  it.each([
    ['was the second one met?', true],
    ['has the first one been achieved?', true],
    ['the second one, was it delivered in the end?', true],
    ['what is the second one?', false],
  ])('may be asked whether it came true, which its own words do not tell: “%s”', (question, asks) => {
    expect(next(question).continues).toMatchObject({ how: 'focus', asksOutcome: asks });
  });

  it('is one of the same list after more of another', () => {
    const more: PastTurn = { question: 'the second one?', status: 'answered', cited: [place], points: [] };
    expect(next('and the last one?', more).continues?.points[0]?.name).toBe('Fill reservoirs');
  });
});
