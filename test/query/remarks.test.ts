import { describe, expect, it } from 'vitest';
import { remarkOf } from '../../src/query/remarks.ts';

/** Words that the documents hold. */
const known = new Set(['help', 'leadership', 'wrong', 'culture', 'star', 'stop', 'search', 'time', 'crime']);
const isKnown = (word: string): boolean => known.has(word);

describe('a remark', () => {
  it.each([
    ['that was wrong', 'complaint'],
    ['you lot are hopeless', 'complaint'],
    ['why are you so slow?', 'complaint'],
    ['that’s not helpful at all', 'complaint'],
    ['that doesn’t help', 'complaint'],
    ['not what I asked', 'complaint'],
    ['what a waste of time', 'complaint'],
    ['can you help me?', 'plea'],
    ['I don’t understand', 'plea'],
    ['what do you mean?', 'plea'],
    ['cheers, that’s grand', 'praise'],
    ['you are a star', 'praise'],
    ['sorry, my mistake', 'apology'],
    ['never mind', 'end'],
    ['lol ok', 'noise'],
    ['?', 'noise'],
    ['👍', 'noise'],
    ['you’re a walrus', 'noise'],
  ])('“%s” is %s', (message, kind) => {
    expect(remarkOf(message, isKnown)).toBe(kind);
  });

  it.each([
    'bad leadership',
    'what was bad about the culture?',
    'stop and search',
    'slow response',
    'help for victims',
    'can you help with the estates strategy',
    'crime?',
    'why?',
    'your values',
    'what went wrong?',
    '[[[',
    'your answer about crime was wrong, so what does the present plan promise?',
  ])('“%s” is none', (message) => {
    expect(remarkOf(message, isKnown)).toBeNull();
  });
});
