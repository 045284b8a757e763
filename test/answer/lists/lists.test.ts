// Lists found in made-up texts, read as ingest reads them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedLists } from '../../../src/answer/lists/lists.ts';
import type { ListForm } from '../../../src/answer/lists/stated-list.ts';
import { textOf } from '../../../src/answer/quote/quotation.ts';
import { readText } from '../../ingest/read-text.ts';
import { growth, tolerated } from '../../text/growth.ts';

interface ShownList {
  readonly lead: string | null;
  readonly under: string;
  readonly items: readonly string[];
}

const lines = (...all: string[]): string => all.join('\n');
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ');

function listsIn(text: string, form?: ListForm): ShownList[] {
  return statedLists(readText(text).passages)
    .filter((list) => form === undefined || list.form === form)
    .map(({ lead, path, items }) => ({
      lead: lead && plain(textOf(lead)),
      under: path.join(' > '),
      items: items.map(({ name }) => plain(textOf(name))),
    }));
}

describe('points', () => {
  it('stand under the words that introduce them', () => {
    const text = lines(
      '# Aims',
      '',
      'We have two aims:',
      '',
      '- Cut leaks',
      '- Save water',
      '',
      'All else follows from these.',
    );
    expect(listsIn(text)).toEqual([{ lead: 'We have two aims:', under: 'Aims', items: ['Cut leaks', 'Save water'] }]);
  });

  it('go on under their heading after a box that was set into them', () => {
    const long =
      'We will do this in every town that we serve, and tell everybody how far we have come with it each year.';
    const text = lines(
      '# Aims',
      '',
      'We will:',
      '',
      `- Cut leaks. ${long}`,
      '',
      '#### What you will see',
      '',
      '- Dry roads',
      '- Full baths',
      '',
      `- Save water. ${long}`,
    );
    expect(listsIn(text, 'points')).toContainEqual({
      lead: 'We will:',
      under: 'Aims',
      items: ['Cut leaks.', 'Save water.'],
    });
    expect(listsIn(text, 'points')).toContainEqual({
      lead: null,
      under: 'Aims > What you will see',
      items: ['Dry roads', 'Full baths'],
    });
  });

  it('may stand under a heading that comes after the words that introduce them', () => {
    const text = lines(
      '# Aims',
      '',
      'Our approach can be summarised as:',
      '',
      '## Total care',
      '',
      'CARE FOR WATER',
      '',
      'CARE FOR PEOPLE',
    );
    expect(listsIn(text, 'points')).toEqual([
      {
        lead: 'Our approach can be summarised as:',
        under: 'Aims > Total care',
        items: ['CARE FOR WATER', 'CARE FOR PEOPLE'],
      },
    ]);
  });

  it('under a point are a list of their own, which the point introduces', () => {
    const text = lines('We are:', '', '- cutting leaks:', '  - in mains', '  - in homes', '- saving water');
    expect(listsIn(text, 'points').map(({ lead, items }) => [lead, ...items])).toEqual([
      ['We are:', 'cutting leaks:', 'saving water'],
      ['cutting leaks:', 'in mains', 'in homes'],
    ]);
  });

  it('are named by what they have in bold, or before a bar, where they are long', () => {
    const rest =
      ' by working with every town, village and farm that we serve, in every year of this plan and of those that follow it, wherever leaks are found';
    const text = lines('We will:', '', `- **Cut leaks for good**${rest}.`, `- Save water | doing so${rest}.`);
    expect(listsIn(text, 'points')[0]?.items).toEqual(['Cut leaks for good', 'Save water']);
  });

  it('are introduced by the sentence before a lead-in too that says nothing alone', () => {
    const text = lines('Our Estate Plan will give us better yards. It will:', '', '- sell two', '- mend one');
    expect(listsIn(text, 'points')[0]?.lead).toBe('Our Estate Plan will give us better yards. It will:');
  });
});

describe('paragraphs', () => {
  it('are a list after words that introduce one', () => {
    const text = lines(
      'Principles: how we work:',
      '',
      'We will put people first. Always.',
      '',
      'We will be fair.',
      '',
      'We will use what we know.',
    );
    expect(listsIn(text, 'paragraphs')[0]?.items).toEqual([
      'We will put people first.',
      'We will be fair.',
      'We will use what we know.',
    ]);
  });

  it('are one where each begins with a name', () => {
    const text = lines(
      '# Trust',
      '',
      'It has two sides.',
      '',
      'Trust of towns | is won by deeds.',
      '',
      'Trust of staff | is won by care.',
    );
    expect(listsIn(text, 'paragraphs')[0]?.items).toEqual(['Trust of towns', 'Trust of staff']);
  });

  it('without a stop are notes, under a short one above them', () => {
    const note = (words: string): string =>
      `${words} for all of the people in all of the towns and villages that we serve in this county`;
    const text = lines(
      '# Progress',
      '',
      'Done so far',
      '',
      note('New mains'),
      '',
      note('New meters'),
      '',
      note('New yards'),
    );
    expect(listsIn(text, 'paragraphs')).toContainEqual({
      lead: 'Done so far',
      under: 'Progress',
      items: [note('New mains'), note('New meters'), note('New yards')],
    });
  });
});

describe('members that stand apart', () => {
  const section = (heading: string): string[] => [`## ${heading}`, '', 'We will do more, and better.', ''];

  it('are the headings under one heading, as many as it says', () => {
    const text = lines(
      '# Our two aims',
      '',
      'They guide us.',
      '',
      ...section('Care'),
      ...section('Thrift'),
      ...section('Measures'),
    );
    expect(listsIn(text, 'headings')).toEqual([{ lead: null, under: 'Our two aims', items: ['Care', 'Thrift'] }]);
  });

  it('are not the headings of boxes that recur in every section', () => {
    const box = (heading: string): string[] => [
      `## ${heading}`,
      '',
      'We care.',
      '',
      '### You will see',
      '',
      '- Water',
      '',
      '### You will feel',
      '',
      '- Dry',
      '',
    ];
    const text = lines('# Aims', '', ...box('Care'), ...box('Thrift'), ...box('Fairness'));
    expect(listsIn(text, 'headings')).toEqual([{ lead: null, under: 'Aims', items: ['Care', 'Thrift', 'Fairness'] }]);
  });

  it('are lead-ins that begin alike or are numbered', () => {
    const work = (partner: string): string[] => [`We'll work with ${partner} to:`, '', '- share', '- learn', ''];
    const text = lines('# Partners', '', 'There are two whom we put first.', '', ...work('farms'), ...work('towns'));
    expect(listsIn(text, 'lead-ins')).toEqual([
      {
        lead: 'There are two whom we put first.',
        under: 'Partners',
        items: ["We'll work with farms to:", "We'll work with towns to:"],
      },
    ]);
  });
});

describe('tables', () => {
  const table = lines(
    'Aim\tCut leaks\tSave water',
    'Measures\tLitres lost\tLitres used',
    '\tBursts\tBaths',
    '\t\tShowers',
  );

  it('list a row under its first cell', () => {
    expect(listsIn(table, 'row').map(({ lead, items }) => [lead, ...items])).toEqual([
      ['Aim', 'Cut leaks', 'Save water'],
      ['Measures', 'Litres lost', 'Litres used'],
    ]);
  });

  it('list a column under its head, over rows without a name', () => {
    const columns = listsIn(table, 'column').map(({ lead, items }) => [lead, ...items]);
    expect(columns).toContainEqual(['Cut leaks', 'Litres lost', 'Bursts']);
    expect(columns).toContainEqual(['Save water', 'Litres used', 'Baths', 'Showers']);
  });

  it('know the column of a cell even where the table runs over several passages', () => {
    const cell = (word: string): string => `${word} ${'of the whole of the water in the mains '.repeat(6)}`.trim();
    const text = lines(
      'Aim\tCut\tSave',
      `Measures\t${cell('A')}\t${cell('B')}`,
      `\t${cell('C')}\t${cell('D')}`,
      `\t\t${cell('E')}`,
      `\t\t${cell('F')}`,
    );
    expect(readText(text).passages.length).toBeGreaterThan(1);
    const column = listsIn(text, 'column').find(({ lead }) => lead === 'Save');
    expect(column?.items.map((item) => item.charAt(0))).toEqual(['B', 'D', 'E', 'F']);
  });

  it('leave out figures that only refer to other rows', () => {
    expect(listsIn('Care\tPut people first 1 2\tMend mains 3', 'row')[0]?.items).toEqual([
      'Put people first',
      'Mend mains',
    ]);
  });
});

it('quotes exact words, in the text’s order, whatever the text', () => {
  const line = fc.constantFrom(
    '# Aims',
    'We will:',
    '- cut leaks. Now.',
    '  - in mains',
    'Aim\tCut\tSave',
    '\tmore',
    'Care',
    'We care.',
    '',
    '70%',
    '2. Now:',
    'A | b.',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (all) => {
      const text = all.join('\n');
      for (const { items } of statedLists(readText(text).passages)) {
        const spans = items.map(({ name }) => [name.start, name.end, textOf(name)] as const);
        expect(spans.every(([start, end, words]) => start < end && text.slice(start, end) === words)).toBe(true);
        expect(spans.map(([start]) => start)).toEqual(
          spans.map(([start]) => start).toSorted((one, other) => one - other),
        );
      }
    }),
  );
});

it.each(['# a\n\nWe care.\n\n', '- x\n', 'We will:\n\n- x\n\n', 'a\tb\n', 'A | b.\n\n', 'Aa bb\n\n'])(
  'finds lists in a document of %j over and over in a time that grows with its length',
  (part) => {
    const parts = Math.ceil(3072 / part.length);
    const texts = new Map(
      [parts, 4 * parts].map((times) => [part.repeat(times), readText(part.repeat(times)).passages]),
    );
    expect(growth((text) => statedLists(texts.get(text) ?? []), part, 3072)).toBeLessThan(tolerated);
  },
);
