// Two names that one question joins are asked one by one; one name that holds an "and" stays whole.
import { describe, expect, it } from 'vitest';
import { namedApart } from '../../src/query/named-apart.ts';

const known = { isAcronym: (term: string): boolean => /^(?:gps|eta|uv)$/iu.test(term), concepts: [] };

describe('two names', () => {
  it.each([
    ['what are Operation Finch and Operation Heron', ['what is Operation Finch?', 'what is Operation Heron?']],
    [
      'tell me about operation finch and operation heron',
      ['tell me about operation finch', 'tell me about operation heron'],
    ],
    [
      'What are Year 1 and Year 3 of the Clear Water plan?',
      ['What is Year 1 of the Clear Water plan?', 'What is Year 3 of the Clear Water plan?'],
    ],
    ['what do GPS and ETA stand for?', ['What does GPS stand for?', 'What does ETA stand for?']],
    ['what is a gps and an eta in the 2013 plan', ['what is gps in the 2013 plan?', 'what is eta in the 2013 plan?']],
    [
      'Tell me about the Clean River Fund and the Night Crew',
      ['Tell me about the Clean River Fund', 'Tell me about the Night Crew'],
    ],
    ['Explain Clear, Hold, Pump and Right Pipe', ['Explain Clear, Hold, Pump', 'Explain Right Pipe']],
    ['What do the Leak Desk and the Night Crew do?', ['What does the Leak Desk do?', 'What does the Night Crew do?']],
    [
      'In 2013, what happened under Project Eel and Project Otter?',
      ['In 2013, what happened under Project Eel?', 'In 2013, what happened under Project Otter?'],
    ],
  ])('%s', (question, asked) => {
    expect(namedApart(question, known)).toEqual(asked);
  });
});

describe('one thing', () => {
  it.each([
    'Tell me about the Rivers and Canals Trust',
    'What is the Board for Rivers and Canals?',
    'What is stop and search?',
    'What are trust and confidence?',
    'What are the values and principles of the Water Board?',
    'What are Finch and Heron doing about leaks?',
    'What are Finch, Heron and Otter and Eel?',
    'How many pumps and meters are there?',
    'What do customers and partners say?',
  ])('%s', (question) => {
    expect(namedApart(question, known)).toEqual([question]);
  });

  it('is what the vocabulary knows as one', () => {
    const concepts = [
      { own: ['wast', 'water'], others: [], isGeneric: false, option: 0, thing: 0, words: 'Waste and Water' },
    ];
    expect(namedApart('What are Waste and Water?', { ...known, concepts })).toHaveLength(1);
    expect(namedApart('What are Waste and Water?', known)).toHaveLength(2);
  });
});
