// What each document states as its own aims, held against what a reader finds in it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentIdOf } from '../../ingest/catalogue.ts';
import { statedAims } from '../../src/insight/stated-aims.ts';
import { readText } from '../ingest/read-text.ts';

interface ShownSet {
  readonly kind: string;
  readonly heading: string;
  readonly items: readonly string[];
}

function aimsOf(file: string): ShownSet[] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replace(/^\ufeff/u, '');
  const name = file.split('/').at(-1) ?? file;
  return statedAims(documentIdOf(name), readText(text, name).passages).map(({ kind, heading, items }) => ({
    kind,
    heading,
    items: items.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/gu, ' ')),
  }));
}

const priorities2018 = [
  ['Our priorities – The Met will harness data and new technologies by', 'Developing a culture'],
  ['Our priorities – The Met will nurture a healthier work environment by', 'Leading progress'],
  ['Our priorities – The Met will develop a culture of learning by', 'Improving our service'],
  ['Our priorities – The Met will be a force for responsibility by', 'Providing value for money'],
];

describe('what the documents state as their aims', () => {
  it('is in 2006 a mission, values, seven priorities and four outcomes', () => {
    expect(aimsOf('corpus/2006-2009-corporate-strategy-draft.txt')).toEqual([
      { kind: 'mission', heading: 'Our Mission', items: ['Working Together for a Safer London'] },
      {
        kind: 'values',
        heading: 'Our Values – Working together with all our citizens; all our partners; all our colleagues, we will',
        items: [
          'Have pride in delivering quality policing – there is no greater priority',
          'Build trust by listening and responding',
          'Respect and support each other – work as a team',
          'Learn from experience and find ways to be even better',
        ],
      },
      {
        kind: 'priorities',
        heading: 'Delivering 7 strategic priorities',
        items: [
          'Counter Terrorism, Security & Protection',
          'Safer Neighbourhoods',
          'Organised Criminal Networks',
          'Capital City Policing',
          'Information Quality',
          'Citizen Focus',
          'Together',
        ],
      },
      {
        kind: 'outcomes',
        heading: 'Outcomes sought',
        items: [
          'Communities are engaged with, confident in & satisfied with our police service',
          'Security is improved & the public feel reassured',
          'Crime, disorder, vulnerability & harm are prevented & reduced',
          'More offenders are brought to justice',
        ],
      },
    ]);
  });

  it('is in 2013 an ambition, three targets, five objectives and two values', () => {
    expect(aimsOf('corpus/2013-2017-one-met-strategy.txt')).toEqual([
      { kind: 'vision', heading: 'Our ambition', items: ['To be the **best police service in the world...'] },
      {
        kind: 'targets',
        heading: 'We are committed that by 2016',
        items: ['reduce neighbourhood crime by 20%', 'increase public confidence by 20%', 'cut costs by 20%'],
      },
      {
        kind: 'objectives',
        heading: 'We have five clear objectives for improving our service',
        items: [
          'Cut crime and bring more offenders to justice',
          'Be a more visible and accessible presence across London',
          'Maximise our national and international reach to make London the safest global city',
          'Improve confidence in policing and satisfaction with our services',
          'Cut costs and improve our policing capability',
        ],
      },
      { kind: 'values', heading: 'our values', items: ['integrity', 'respect'] },
    ]);
  });

  it('is in 2018 a mission, a vision, three operational and four enabling priorities, values, and what each enabling one means', () => {
    const sets = aimsOf('corpus/2018-2025-mets-direction-summary.txt');
    expect(sets.slice(0, 5)).toEqual([
      { kind: 'mission', heading: 'Our mission', items: ['Our mission is to Keep London Safe for everyone'] },
      {
        kind: 'vision',
        heading: 'our vision',
        items: ['Ultimately, our vision is for the Met to be the most trusted police service in the world.'],
      },
      {
        kind: 'priorities',
        heading: 'To achieve this, we will focus on three operational priorities',
        items: [
          'Focus on what matters most to Londoners',
          'Mobilise partners and the public',
          'Achieve the best outcomes in the pursuit of justice and in support of victims',
        ],
      },
      {
        kind: 'priorities',
        heading: 'To achieve this, we fill focus on four enabling priorities',
        items: [
          'Seize the opportunities of data and digital tech to become a world leader in policing',
          'Care for each other, work as a team, and be an attractive place to work',
          'Learn from experience, from others, and constantly strive to improve',
          'Be recognised as a responsible, exemplary and ethical organisation',
        ],
      },
      {
        kind: 'values',
        heading: 'As individuals, we will earn this trust by being true to our values',
        items: ['Professionalism', 'Integrity', 'Courage', 'Compassion'],
      },
    ]);
    const rest = sets.slice(5);
    expect(rest.map(({ kind, heading, items }) => [kind, heading, items.length])).toEqual(
      priorities2018.map(([heading]) => ['priorities', heading, 3]),
    );
    for (const [index, [, begins = '']] of priorities2018.entries())
      expect(rest[index]?.items[0]?.startsWith(begins)).toBe(true);
  });

  it('is in 2023 a mission and five principles', () => {
    const sets = aimsOf('corpus/2023-mandate-values-and-principles.txt');
    expect(sets.map(({ kind, items }) => [kind, items.length])).toEqual([
      ['mission', 1],
      ['principles', 5],
    ]);
    expect(sets[0]?.items[0]).toContain('the Commissioner’s mission of more trust, less crime, high standards.');
    expect(sets[1]?.items[0]).toBe(
      'We will prioritise the Londoners we serve in everything we do. We will listen to them and work with them to solve problems.',
    );
  });

  it('is in 2025 a mission, four objectives, five areas, principles and values', () => {
    expect(aimsOf('corpus/2025-2028-new-met-for-london-phase-2.txt')).toEqual([
      {
        kind: 'mission',
        heading: 'our mission',
        items: [
          'As the Metropolitan Police Service, our mission is to deliver More Trust, Less Crime and High Standards through our policing of London.',
        ],
      },
      {
        kind: 'objectives',
        heading: 'Strategic Performance Objective',
        items: [
          'Reduce serious violence in London, focusing on gun and knife crime',
          "Reduce crime and anti-social behaviour in London's neighbourhoods",
          'Tackle the offenders causing the most harm to women and children',
          'Improve the quality of our service to victims and the public',
        ],
      },
      {
        kind: 'priorities',
        heading: 'five areas',
        items: [
          'Community Crime-fighting',
          'Culture Change',
          'Fixing our Foundations',
          'Putting Crime-fighting First',
          'Working in Partnership',
        ],
      },
      {
        kind: 'principles',
        heading: 'Principles',
        items: ['Communities-first', 'Frontline-focused', 'Inclusive', 'Collaborative', 'Precise'],
      },
      { kind: 'values', heading: 'Values', items: ['Integrity', 'Courage', 'Accountability', 'Respect', 'Empathy'] },
    ]);
  });

  it.each([
    ['2014-2018-safer-marlshire-plan.txt', { mission: 1, objectives: 4, values: 4 }],
    ['2021-2025-community-risk-plan.md', { vision: 1, priorities: 5, principles: 5 }],
    ['2023_digital_strategy.md', { principles: 4 }],
  ])('is read as well from documents of another service (%s)', (file, expected) => {
    const sets = aimsOf(`test/fixtures/second-corpus/${file}`);
    expect(Object.fromEntries(sets.map(({ kind, items }) => [kind, items.length]))).toEqual(expected);
  });
});
