// What an answer that found nothing says that it looked for.
import { describe, expect, it } from 'vitest';
import { searchedFor } from '../../../src/answer/withhold/searched-for.ts';

describe('what was looked for', () => {
  it.each([
    [
      'starting salary for a new fitter',
      "What's the starting salary for a new fitter?",
      'starting salary for a new fitter',
    ],
    ['spent on filters', 'How much was spent on filters?', 'spent on filters'],
    ['right, we ll co-locate on 40 wards by 2030', 'Is it right that we ll co-locate on 40 wards by 2030?', ''],
    ['true, otters', 'Is it true that otters are back?', ''],
    ['confirm, fitters', 'Did we confirm fitters?', ''],
    ['work part', 'Can I work part time?', ''],
    ['theyd still, serving, fitters', 'Theyd still be serving fitters?', ''],
    ['fixing, time, saved', 'How much time is saved by fixing it?', ''],
    ['leaks, otters', 'What of leaks beside otters?', 'leaks, otters'],
  ])('of “%s” is “%s”', (sought, asked, said) => {
    expect(searchedFor({ sought, asked })).toBe(said);
  });
});
