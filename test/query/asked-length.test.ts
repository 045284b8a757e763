import { describe, expect, it } from 'vitest';
import { askedLength } from '../../src/query/asked-length.ts';

describe('a length asked for', () => {
  it.each([
    ['give me the 2023 web page in three lines', 'summarise the 2023 web page', 3],
    ['three bullets on the mandate for change', 'summarise the mandate for change', 3],
    ['one line on One Met', 'summarise One Met', 1],
    ['in a sentence, what is One Met about?', 'what is One Met about?', 1],
    ['give me a one-sentence summary of the plan', 'give me a summary of the plan', 1],
    ['quick summary, 3 lines max, of the mandate', 'quick summary of the mandate', 3],
    ['sum up the plan in a couple of sentences', 'sum up the plan', 2],
    ['in 60 words, what is the draft about?', 'what is the draft about?', 3],
    ['neighbourhood policing, 3 bullets please', 'summarise neighbourhood policing', 3],
    ['tl;dr of One Met', 'tl;dr of One Met', 4],
    ['What is next for the boats? Keep it short, please.', 'What is next for the boats?', 4],
  ])('of “%s” leaves “%s” and %i lines', (message, rest, most) => {
    expect(askedLength(message)).toEqual({ rest, most });
  });

  it.each([
    'what do all five say about boats in one line each',
    'what do the plans say about boats, in two lines per document?',
  ])('of each limits no whole: “%s”', (message) => {
    const { rest, most } = askedLength(message);
    expect(most).toBeNull();
    expect(rest).not.toMatch(/line|each|per/u);
  });

  it.each([
    'how many county lines did we close?',
    'what are the three points about culture?',
    'say that in one sentence',
    'Keep it short.',
    'I need a line for the committee on how PCSOs have figured',
    'what did we do in five years?',
  ])('“%s” has none', (message) => {
    expect(askedLength(message)).toEqual({ rest: message, most: null });
  });
});

/** Least processor time of some rounds, in microseconds, for a message with a gap of so many spaces. */
function timeFor(gap: number): number {
  const message = `in${' '.repeat(gap)}short`;
  const rounds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (let turn = 0; turn < 20; turn += 1) askedLength(message);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...rounds);
}

it('takes no more time than grows with the length of a gap', () => {
  timeFor(1000);
  // Eight times as long a gap took sixty times as long when each of its places was tried.
  expect(timeFor(8000) / Math.max(1, timeFor(1000))).toBeLessThan(25);
});
