// What is read in place of what was typed: one meaning, one reading.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import { putRight, respelled } from '../../src/query/respelled.ts';

describe('the same word in a row', () => {
  it.each([
    ['1,'.repeat(1000), '1,'],
    [`${'dredging '.repeat(200)}dredging`, 'dredging dredging'],
    ['when? '.repeat(4), 'when? '],
    ['a very very very very long quay', 'a very long quay'],
  ])('is read once from four times on: %#', (typed, read) => {
    expect(respelled(typed)).toBe(read);
  });

  it.each(['no, no, no', 'the quay, that that plan names', '2013 2014 2015 2016', 'ho-ho-ho'])(
    'is left as it stands where somebody may mean it: %s',
    (typed) => {
      expect(respelled(typed)).toBe(typed);
    },
  );

  it('is read the same however often it is said', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/u);
    fc.assert(
      fc.property(word, fc.integer({ min: 4, max: 200 }), (each, times) => {
        expect(respelled(`${each} `.repeat(times))).toBe(respelled(`${each} `.repeat(4)));
      }),
    );
  });
});

it.each([
  [`dredge${' '.repeat(1900)}basin`, 'dredge basin'],
  ['how meny officers', 'how many officers'],
  ['waht did we spend in 23/24', 'what did we spend in 2023/24'],
  ['what % of leaks r mended in 24 hrs', 'what % of leaks are mended in 24 hours'],
  ['the R&D plan, part r-2', 'the R&D plan, part r-2'],
  ['between 12/15 and 2013', 'between 12/15 and 2013'],
])('reads %j as %j', (typed, read) => {
  expect(respelled(typed)).toBe(read);
});

it.each([
  ['the comissioned oficers', 'the commissioned officers'],
  ['a burglry at the harbour', 'a burglary at the harbour'],
  ['officers with a beard on the radio', 'officers with a beard on the radio'],
  ['what Oficer says', 'what Oficer says'],
])('puts the slips of %j right as words: %j', (topic, right) => {
  const frequency = new Map(['commiss', 'offic', 'burglari', 'board', 'ratio', 'harbour'].map((stem) => [stem, 2]));
  expect(putRight(topic, { frequency, acronyms: [], lexicon: emptyLexicon })).toBe(right);
});
