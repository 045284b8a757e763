import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineList } from '../../../src/answer/lists/inline-lists.ts';
import { countedThings, countsIn, sharedThings, stated } from '../../../src/answer/lists/list-counts.ts';
import { textOf } from '../../../src/answer/quote/quotation.ts';
import { readText } from '../../ingest/read-text.ts';

/** The members of the list that the first sentence of a text holds. */
function membersOf(text: string): string[] | null {
  const [passage] = readText(text).passages;
  const sentence = passage?.sentences[0];
  if (!passage || !sentence) return null;
  const list = inlineList({ passage, start: sentence.start, end: sentence.end }, null);
  return list && list.items.map(({ name }) => textOf(name));
}

describe('a list within a sentence', () => {
  it.each([
    [
      'Crime takes many forms, for example kidnap, threats to kill, robberies and extortion.',
      ['kidnap', 'threats to kill', 'robberies', 'extortion'],
    ],
    ['Some groups trust us least – black, LGBT+ and disabled Londoners.', ['black', 'LGBT+', 'disabled Londoners']],
    ['Our values: openness, care, and thrift.', ['openness', 'care', 'thrift']],
    ['We have two new areas (Clean Rivers and Dry Roads).', ['Clean Rivers', 'Dry Roads']],
    [
      'First a leak is kept from ever happening by the careful choice of pipes and of the ground that they lie in; then it is found early; and last it is closed by a crew that stays there until all of the ground above it is whole and dry again.',
      [
        'First a leak is kept from ever happening by the careful choice of pipes and of the ground that they lie in',
        'then it is found early',
        'last it is closed by a crew that stays there until all of the ground above it is whole and dry again',
      ],
    ],
    [
      'We will cut leaks by 20%, raise trust by 20% and save 20%.',
      ['cut leaks by 20%', 'raise trust by 20%', 'save 20%'],
    ],
    [
      'We are trying several ways, including warnings, greater use of letters, and fines.',
      ['warnings', 'greater use of letters', 'fines'],
    ],
    [
      'We made three promises (clean rivers, dry roads and full baths) and two plans.',
      ['clean rivers', 'dry roads', 'full baths'],
    ],
    [
      'The old systems were AIRS, CRIM (open and secret), CRIS and TOAST.',
      ['AIRS', 'CRIM (open and secret)', 'CRIS', 'TOAST'],
    ],
    [
      'We will automate tasks such as reading meters, drafting letters and bills and sending them.',
      ['reading meters', 'drafting letters and bills', 'sending them'],
    ],
  ])('%s', (text, members) => {
    expect(membersOf(text)).toEqual(members);
  });

  it.each([
    'We will mend mains and meters.',
    'In March, we mended mains.',
    'Leaks fell, which is good, but not enough.',
    'Water',
  ])('is not in: %s', (text) => {
    expect(membersOf(text)).toBeNull();
  });

  it('has members that are words of the sentence, in order', () => {
    const part = fc.constantFrom(
      'we will',
      'care',
      ', ',
      ' and ',
      ' – ',
      '(',
      ')',
      ': ',
      ' of ',
      '; ',
      'such as ',
      '2,000',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = `A${parts.join('')}z`;
        const members = membersOf(text) ?? [];
        expect(members.every((member) => member.length > 0 && text.includes(member))).toBe(true);
      }),
    );
  });
});

describe('numbers of things', () => {
  it.each([
    ['the four enabling priorities', [4]],
    ['5 aims and three values', [5, 3]],
    ['by 20% in two years', []],
    ['1 in 5 of the 32 boroughs', []],
    ['£4 for seven', [7]],
    ['2013-17 and 3.5 or 1,004', []],
  ])('in "%s"', (text, counts) => {
    expect(countsIn(text)).toEqual(counts);
  });

  it('are stated by a text that has one of them', () => {
    expect(stated('There are three key areas')).toBe(3);
    expect(stated('three of five')).toBeNull();
    expect(stated('many areas')).toBeNull();
  });
});

describe('things that are counted', () => {
  it('are the words after the number', () => {
    expect(countedThings('We cut seven river crimes by half, with three lines of defence.')).toEqual([
      { count: 7, stems: ['river', 'crime'] },
      { count: 3, stems: ['line', 'defenc'] },
    ]);
  });

  it('are not the whole of which some are counted', () => {
    expect(countedThings('We trail in five of the seven river crimes.').map(({ count }) => count)).toEqual([5]);
  });

  it('are the ones asked for as far as number and words agree', () => {
    const asked = countedThings('Which are the seven river crimes?');
    expect(sharedThings(asked, countedThings('seven river crimes'))).toBe(1);
    expect(sharedThings(asked, countedThings('seven lake crimes'))).toBe(0.5);
    expect(sharedThings(asked, countedThings('six river crimes'))).toBe(0);
  });
});
