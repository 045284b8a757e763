import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsIn } from '../../src/query/split.ts';

describe('a message is taken apart', () => {
  it.each([
    ['What is a lock-keeper? How many are there?', ['What is a lock-keeper?', 'How many are there?']],
    ['how many leaks were mended and what did that cost?', ['how many leaks were mended', 'what did that cost?']],
    [
      'Who runs the reservoirs, and by when must they be deepened?',
      ['Who runs the reservoirs', 'by when must they be deepened?'],
    ],
    [
      'what does a burst pipe cost us & how much do customers pay',
      ['what does a burst pipe cost us', 'how much do customers pay'],
    ],
    [
      'Reservoirs: what was promised in 2013, and how many were deepened?',
      ['Reservoirs: what was promised in 2013', 'Reservoirs: how many were deepened?'],
    ],
    ['By when will leaks fall, and to what?', ['By when will leaks fall?', 'to what will leaks fall?']],
    ['What was promised on leaks, and by when?', ['What was promised on leaks?', 'by when?']],
    ['Who leads the reservoir teams and when?', ['Who leads the reservoir teams?', 'when?']],
    ['By when will we mend the leaks, and why?', ['By when will we mend the leaks?', 'why?']],
    [
      'pumps: how many were bought vs how many are in use',
      ['pumps: how many were bought', 'pumps: how many are in use'],
    ],
    [
      'who owns the plan? what is it for? when does it end?',
      ['who owns the plan?', 'what is it for?', 'when does it end?'],
    ],
  ])('%s', (message, parts) => {
    expect(questionsIn(message)).toEqual(parts);
  });
});

describe('a message stays whole', () => {
  it.each([
    ['one question', 'How many leaks were mended last year?'],
    ['a part that could not be asked by itself', 'Is flooding mentioned, and where?'],
    ['two things in one question', 'What are the aims for leaks and meters?'],
    ['a clause that begins like a question', 'Tell me about the people who mend leaks and those who read meters'],
    ['more questions than can be answered at once', 'What is A one? What is B two? What is C three? What is D four?'],
  ])('%s', (_what, message) => {
    expect(questionsIn(message)).toEqual([message]);
  });

  it('keeps what is said before a question with it', () => {
    expect(questionsIn('I am new here. What is a lock-keeper? How many are there?')).toEqual([
      'I am new here. What is a lock-keeper?',
      'How many are there?',
    ]);
  });

  it('keeps what is said after the last question with it', () => {
    expect(questionsIn('How many leaks were mended? What did they cost? I mean in 2020')[1]).toContain('in 2020');
  });
});

it('loses no word of any message but the words that join its questions', () => {
  const words = fc.constantFrom(
    'how many',
    'what',
    'leaks',
    'and',
    '?',
    '.',
    'when',
    'plan',
    'mended',
    ',',
    'I',
    'but',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), (chosen) => {
      const message = chosen.join(' ');
      const kept = questionsIn(message)
        .join(' ')
        .split(/[^\p{L}]+/u)
        .filter((word) => word !== '');
      const given = message.split(/[^\p{L}]+/u).filter((word) => word !== '');
      const joining = new Set(['and', 'but']);
      expect(kept.filter((word) => !joining.has(word))).toEqual(given.filter((word) => !joining.has(word)));
    }),
  );
});
