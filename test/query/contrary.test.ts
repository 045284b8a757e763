// What only asks where a thing is not mentioned names nothing to look for.
import { describe, expect, it } from 'vitest';
import { withoutContrary } from '../../src/query/contrary.ts';

describe('a clause that only asks for the contrary', () => {
  it.each([
    ', and do any leave it out?',
    ', and does anyone leave it out?',
    ' and do any omit it?',
    ' and which omit it?',
    ' or leave it out?',
    ', and who doesn’t?',
    ', and who does not?',
    " and which don't?",
    ', and which ones are silent on it?',
    ', and which fail to mention it?',
    ' or not?',
    '; do any of them skip it altogether?',
  ])('is no part of what is asked after: “…%s”', (tail) => {
    expect(withoutContrary(`Which plans mention otters${tail}`)).toBe('Which plans mention otters?');
  });

  it.each([
    ['Which plans leave out otters?', 'Which plans mention otters?'],
    ['Which plans omit river otters?', 'Which plans mention river otters?'],
    ['Do any plans leave otters out?', 'Do any plans mention otters?'],
    ['Which papers say nothing about otters?', 'Which papers mention otters?'],
    ["Which plans mention otters but don't mention eels?", 'Which plans mention otters and eels?'],
  ])('asks of the thing itself where it stands alone: “%s”', (question, asked) => {
    expect(withoutContrary(question)).toBe(asked);
  });

  it.each([
    'Which plans mention otters and eels?',
    'Do the plans mention people who leave?',
    'Which plans mention drop-in centres and missing people?',
    'Why did we leave the old depot, and who left it?',
    'What does the plan say about leaving the river alone?',
    'Which plans mention staff who leave and pumps that drop?',
  ])('is none where something else is named: “%s”', (question) => {
    expect(withoutContrary(question)).toBe(question);
  });
});
