import { describe, expect, it } from 'vitest';
import { findCommitments } from '../../ingest/commitments/find.ts';
import { toCommitments } from '../../ingest/commitments/to-commitment.ts';
import { documentIdOf } from '../../ingest/catalogue.ts';
import { readStructure } from '../../ingest/structure.ts';
import type { Commitment } from '../../src/domain/commitment.ts';

function commitmentsIn(text: string, from = 2024): Commitment[] {
  const structure = readStructure(text);
  const document = {
    id: documentIdOf('harbour-plan.txt'),
    title: 'Harbour plan',
    shortTitle: 'Harbour plan',
    nicknames: [],
    years: { from, to: from + 4 },
    status: 'published' as const,
    sourceNote: '',
    text,
    sections: structure.sections,
  };
  return toCommitments(document, findCommitments(text, structure), () => []);
}

const wordsIn = (text: string): string[] => commitmentsIn(text).map((each) => each.text.replaceAll(/\s+/gu, ' '));

describe('what counts as a commitment', () => {
  it.each([
    'We will dredge the northern channel.',
    "We'll open a second ferry line.",
    'By listening to skippers we will improve our charts.',
    'We remain committed to cleaner water in every basin.',
    'Our ambition is to be the quietest port on the coast.',
    'The Harbour Board will publish its accounts.',
    'Our pilots will carry the new radios.',
    'All cranes will be inspected before the winter.',
    'The link between ferries and trains will be strengthened.',
    'We will not sell the old lighthouse.',
    'Where possible we will share quays with the navy.',
    'Our new ferry service (NFS) will replace the old rowing boats.',
    'We are determined that over the next three years we will keep every berth open.',
  ])('takes: %s', (sentence) => {
    expect(wordsIn(`# Plan\n\n${sentence}\n`)).toEqual([sentence]);
  });

  it.each([
    ['a signpost', 'We will now look at our three aims in more detail.'],
    ['what a section does', 'This chapter will set out our aims.'],
    ['how, not that', 'This plan describes how we will dredge the channel.'],
    ['a benefit', 'Better charts will help skippers feel safe.'],
    ["another body's plan", 'The government will reform the harbour law.'],
    ['the way of the world', 'Demand will continue to rise with the population.'],
    ['what readers will notice', 'You will see more ferries on the river.'],
    ['a feeling', 'We will never forget the storm.'],
    ['a wish', 'We want you to know that we will be there.'],
    ['a condition', 'We will go further if we work together.'],
    ['a forecast', 'By the end of the year we will have 31,258 containers.'],
    ['a past promise', 'In 2019 we said that we would dredge the channel.'],
    ['a past deed', 'We have dredged the channel and opened two quays.'],
    ['a question', 'What will we do for the fishermen?'],
    ['a mere need', 'We must think about our culture.'],
    ['what steps there are', 'We have published a charter that shows the steps we will take.'],
    ['a fact in the future', 'Rising tides will require us to make difficult choices.'],
  ])('leaves out %s', (_what, sentence) => {
    expect(wordsIn(`# Plan\n\n${sentence}\n`)).toEqual([]);
  });
});

describe('lists', () => {
  it('carries what introduces a list to its points, each quoted in its own place', () => {
    const text = '# Ferries\n\nWe will:\n\n- buy two boats\n- paint the pier\n\nThe pier is old.\n';
    const rows = commitmentsIn(text);
    expect(rows.map(({ text: words, leadIn }) => [words, leadIn?.text])).toEqual([
      ['buy two boats', 'We will:'],
      ['paint the pier', 'We will:'],
    ]);
    for (const { text: words, start, end, leadIn } of rows) {
      expect(text.slice(start, end)).toBe(words);
      expect(text.slice(leadIn?.start, leadIn?.end)).toBe(leadIn?.text);
    }
  });

  it('takes points under aims, and none of what was done or what people will see', () => {
    const text = [
      '# Our priorities',
      '',
      '- Reduce noise at night',
      '- Open the quays to cyclists',
      '',
      '# What we have done',
      '',
      '- Reduced the dues',
      '- Opened a café',
      '',
      '# What you will see',
      '',
      '- Reduce waiting at the gates',
      '- Cleaner ferries',
      '',
    ].join('\n');
    expect(wordsIn(text)).toEqual(['Reduce noise at night', 'Open the quays to cyclists']);
  });

  it('takes a row of a table that has a column of targets, with the figure of that column', () => {
    const text = [
      '# Measures',
      '',
      'We measure three things.',
      '',
      '| Measure | 2020 | Target for 2025 |',
      '| --- | --- | --- |',
      '| Ferries on time | 76% | 90% |',
      '| Complaints | 310 | 200 |',
      '',
    ].join('\n');
    expect(commitmentsIn(text).map(({ text: words, target }) => [words, target?.measure, target?.value])).toEqual([
      ['Ferries on time | 76% | 90%', 'Ferries on time', '90'],
      ['Complaints | 310 | 200', 'Complaints', '200'],
    ]);
  });

  it('says once what a document says twice in the same words', () => {
    expect(wordsIn('# One\n\nWe will dredge the channel.\n\n# Two\n\nWe will dredge the channel.\n')).toHaveLength(1);
  });
});

describe('targets', () => {
  it.each([
    [
      'We will cut delays by 20% and raise the share of electric ferries to 35%.',
      ['20 % delays', '35 % the share of electric ferries'],
    ],
    ['We will train 1,200 pilots by 2026.', ['1,200 pilots pilots']],
    ['We will replace six old cranes.', ['six old cranes old cranes']],
    ['We will invest £3.4 million in the quays.', ['3.4 £ million quays']],
    ['Our crews will grow from 11 to 18 by 2025.', ['18 - crews']],
    ['We will halve the number of spills.', ['halve times number of spills']],
    ['We will have two priorities in 2025 and call 999 when in need.', []],
    ['We carried out 400 checks in 2023 and will carry out 600 checks a year.', ['600 checks checks a year']],
    [
      'Each crew will have two sergeants and three support officers to help.',
      ['two sergeants sergeants', 'three support officers support officers'],
    ],
    ['We will keep 950 berths in fewer, better basins.', ['950 berths berths']],
  ])('%s', (sentence, expected) => {
    const [row] = commitmentsIn(`# Plan\n\n${sentence}\n`);
    expect(row?.targets.map(({ value, unit, measure }) => `${value} ${unit ?? '-'} ${measure}`)).toEqual(expected);
  });
});

describe('deadlines', () => {
  it.each([
    ['We will open the line by March 2026.', 'by March 2026', 2026],
    ['We will open the line by the end of 2025/26.', 'by the end of 2025/26', 2026],
    ['Over the next three years we will dredge the channel.', 'Over the next three years', null],
    ['We will dredge the channel this financial year.', 'this financial year', null],
    ['We will shortly open the café.', 'shortly', null],
    ['We will dredge the channel.', null, null],
    ['We will save quays that would otherwise close in the next three years.', null, null],
    ['We will build on what was begun in 2019.', null, null],
  ])('%s', (sentence, text, year) => {
    const [row] = commitmentsIn(`# Plan\n\n${sentence}\n`);
    expect(row?.deadline?.text ?? null).toBe(text);
    expect(row?.deadline?.year ?? null).toBe(year);
  });

  it('stands in the statement across a broken line', () => {
    const [row] = commitmentsIn(
      '# Plan\n\nWe will open the second ferry line to the islands by the end of\nMarch 2026 at the latest.\n',
    );
    expect(row?.deadline).toEqual({ text: 'by the end of\nMarch 2026', year: 2026 });
  });
});

describe('any text', () => {
  it('is never quoted wrongly, and takes time in proportion to its length', () => {
    const odd = 'We will 𝒳 \u0000 * ** _ “by 20%” — we’ll;\ud83d\tWe will\t20%\n\n- \n1. 2. 3.\n| a |\n';
    for (const text of [odd, odd.repeat(40), `We will ${'a, b and c '.repeat(400)}by 2026.`]) {
      for (const row of commitmentsIn(text)) {
        expect(text.slice(row.start, row.end)).toBe(row.text);
        expect(row.text.split(/\s+/u).length).toBeLessThanOrEqual(90);
      }
    }
  });
});
