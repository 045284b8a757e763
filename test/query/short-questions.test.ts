import { describe, expect, it } from 'vitest';
import { askedOfIt, asksOutcome } from '../../src/query/short-questions.ts';

describe('a message that only says what kind of thing is wanted', () => {
  it.each([
    ['any figures for that?', 'number'],
    ['is there a deadline', 'date'],
    ['what’s the budget for it', 'money'],
    ['and costs?', null],
    ['any figures for burglary in 2013?', null],
    ['what is the target for leaks', null],
  ])('“%s” wants %s', (message, kind) => {
    expect(askedOfIt(message)).toBe(kind);
  });
});

describe('whether what was undertaken came true', () => {
  it.each(['did we hit it?', 'and did we meet the target', 'was it ever met?', 'did that happen in the end'])(
    'is asked by “%s”',
    (message) => {
      expect(asksOutcome(message)).toBe(true);
    },
  );

  it.each(['did we hit the burglars harder', 'what did we achieve in 2017', 'did it cover dogs'])(
    'is not asked by “%s”',
    (message) => {
      expect(asksOutcome(message)).toBe(false);
    },
  );
});
