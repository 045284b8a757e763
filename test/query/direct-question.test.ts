// Messages that tell what was heard and ask what it is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directQuestion } from '../../src/query/direct-question.ts';

describe('what was heard and is asked back', () => {
  it.each([
    ['skipper keeps banging on about SPOs, wossat then', 'what is SPOs?'],
    ["My sarge keeps going on about tidal berths. What's that?", 'what is tidal berths?'],
    ['the harbour master mentioned something called Lantern, what is that', 'what is Lantern?'],
    ['heard the term slack water, no idea what it means', 'what is slack water?'],
    [
      "'Berth Renewal' – an old hand moaned about it, from 2013 i think. what was it?",
      'what is Berth Renewal in 2013?',
    ],
    ["they said berth levy – what's that all about then??", 'what is berth levy?'],
  ])('%s', (message, direct) => {
    expect(directQuestion(message)).toBe(direct);
  });

  it.each([
    'What is a berth levy?',
    'What does the plan say about pilots, and what is it for?',
    'whats that',
    'the plan talks about dredging the eastern basin every spring before the ice, what is that supposed to cost',
    'tell me about the lamps',
    'the old hands moan about it, what is it',
  ])('leaves alone: %s', (message) => {
    expect(directQuestion(message)).toBe(message);
  });

  it('takes any text, and long ones in time that grows with their length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const direct = directQuestion(text);
        expect(direct === text || direct.startsWith('what is ')).toBe(true);
      }),
    );
    for (const text of ['about '.repeat(400), ', '.repeat(1000), 'what is '.repeat(250), 'so '.repeat(600)])
      expect(directQuestion(text).length).toBeLessThanOrEqual(text.length);
  });
});
