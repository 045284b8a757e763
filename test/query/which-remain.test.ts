// After a list: which of its points stand in another document is asked of both lists, side by side.
import { describe, expect, it } from 'vitest';
import type { CitedPlace, PastTurn } from '../../src/domain/conversation.ts';
import { isPassageId } from '../../src/domain/ids.ts';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { meantDocuments } from '../../src/domain/plan.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { understand } from '../../src/query/understand.ts';
import { water } from './made-up-catalogues.ts';

const facts = { documents: water, lexicon: emptyLexicon, acronyms: [], frequency: new Map<string, number>() };

function placeIn(document: string): CitedPlace {
  const [passageId, documentId] = ['p-0000000000000001', water.find(({ id }) => id.startsWith(document))?.id];
  if (!isPassageId(passageId) || documentId === undefined) throw new Error(`${document} is not in the catalogue.`);
  return { documentId, passageId, start: 10, end: 20 };
}

const points = [
  { words: 'Honesty', at: 0 },
  { words: 'Care', at: 0 },
];
const listed: PastTurn = {
  question: 'What values does Turning the Tide list?',
  status: 'answered',
  cited: [placeIn('2015')],
  points,
};

function after(
  history: readonly PastTurn[],
  question: string,
): { readonly plan: Plan; readonly meant: readonly string[] } {
  const plan = understand(question, facts, { history, textOf: () => 'Honesty and Care' });
  return { plan, meant: [...meantDocuments(plan.scope)].map((id) => id.slice(0, 4)) };
}

describe('a question of which points remain', () => {
  it.each([
    'which of those survive in Clear Water',
    'which of them are still in Clear Water?',
    'are any of these in Clear Water?',
    'and which were dropped in Clear Water?',
    'are those still the values in Clear Water?',
    'how many of them were kept in Clear Water?',
  ])('sets both lists side by side: “%s”', (question) => {
    const { plan, meant } = after([listed], question);
    expect(plan.intent).toBe('compare');
    expect(meant).toEqual(['2015', '2020']);
    expect(plan.topic).toContain('values');
  });

  it('that names no document sets the last two lists side by side', () => {
    const next: PastTurn = { question: 'and in Clear Water?', status: 'answered', cited: [placeIn('2020')], points };
    const { plan, meant } = after([listed, next], 'which are new?');
    expect(plan.intent).toBe('compare');
    expect(meant).toEqual(['2015', '2020']);
  });

  it('is followed by the list of another document, not by what was missed', () => {
    const compared: PastTurn = {
      question: 'which of those survive in Clear Water',
      status: 'answered',
      cited: [placeIn('2015'), placeIn('2020')],
    };
    const { plan, meant } = after([listed, compared], 'what about Pipes and Pumps');
    expect(meant).toEqual(['2010']);
    expect(plan.topic).toContain('values');
    expect(plan.terms.map(({ term }) => term)).not.toContain('surviv');
  });

  it('leaves the list meant of which a point is asked next', () => {
    const compared: PastTurn = {
      question: 'which of those survive in Clear Water',
      status: 'answered',
      cited: [placeIn('2015'), placeIn('2020')],
    };
    expect(after([listed, compared], 'tell me more about the second one').plan.continues?.points).toMatchObject([
      { name: 'Care' },
    ]);
  });

  it.each(['which of those mention Clear Water?', 'which of those are measured?', 'which are new?'])(
    'is none of these: “%s”',
    (question) => {
      expect(after([listed], question).plan.intent).not.toBe('compare');
    },
  );

  it('is none where no list was shown', () => {
    const fact: PastTurn = { question: 'How many leaks were mended?', status: 'answered', cited: [placeIn('2015')] };
    expect(after([fact], 'which of those are in Clear Water?').plan.intent).not.toBe('compare');
  });
});
