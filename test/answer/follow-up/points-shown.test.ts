// What is asked of a list that was shown: which of its points hold a word, and whom a thing hits.
import { describe, expect, it } from 'vitest';
import { asksForWhom } from '../../../src/answer/tells/tells-whom.ts';
import { answerTo } from '../made-up-request.ts';
import { askAfter } from './made-up-thread.ts';

const points = [
  'Cut leaks in every street',
  'Raise the standard of meter care',
  'Listen to what customers say',
] as const;
const written = [
  {
    document: 'water-2020',
    section: ['Objectives'],
    sentences: points.map((point) => ['bullet', point] as const),
  },
  {
    document: 'water-2020',
    section: ['How we get there', 'Cut leaks in every street'],
    sentences: ['We will send night crews to each borough.', 'A second crew of divers follows.'],
  },
];
const before = { question: 'What are the objectives in Water Plan 2020?', quoted: points };

describe('which of those mention a word', () => {
  it('is the point that holds it', async () => {
    const { answer, status } = answerTo(await askAfter(before, 'which of those mention meters?', written));
    expect(status).toBe('answered');
    expect(answer).toContain('meter care');
    expect(answer).not.toContain('Cut leaks');
  });

  it('is the point under whose heading it stands, with those words', async () => {
    const { answer } = answerTo(await askAfter(before, 'which of those mention divers?', written));
    expect(answer).toContain('Cut leaks in every street” [1]: “A second crew of divers follows.');
    expect(answer).not.toContain('Listen');
  });

  it('is none of them where none does, and that is all that is said', async () => {
    const { answer, status } = answerTo(await askAfter(before, 'which of those mention otters?', written));
    expect(status).toBe('answered');
    expect(answer).toMatch(/^None of these mentions it:/u);
    for (const point of points) expect(answer).toContain(point);
  });

  it('is told apart where a point only means the same', async () => {
    const request = await askAfter(before, 'which of those mention clients?', written);
    const senses = request.plan.senses.map((sense) => ({ ...sense, others: [['custom']] }));
    const { answer } = answerTo({ ...request, plan: { ...request.plan, senses } });
    expect(answer).toContain('None of these says so in those words. In other words:');
    expect(answer).toContain('Listen to what customers say');
    expect(answer).not.toContain('meter care');
  });
});

it.each(['who does it hit?', 'who is impacted?', 'who does this affect?'])('“%s” asks for whom', (question) => {
  expect(asksForWhom(question)).toBe(true);
});

const crews = [
  {
    document: 'water-2020',
    section: ['Crews'],
    sentences: ['We need more night fitters than ever, some 400 of them.', 'Pumps are checked each spring.'],
  },
  {
    document: 'water-2020',
    section: ['Depots'],
    sentences: ['Two fitters and three clerks work at each depot in Millbrook.'],
  },
];

it('takes no place of what bears half of the name', async () => {
  const asked = {
    question: 'How many night fitters are there?',
    quoted: ['We need more night fitters than ever, some 400 of them.'],
  };
  const { answer } = answerTo(await askAfter(asked, 'where will they work?', crews));
  expect(answer).not.toContain('Millbrook');
});

const saved = [
  {
    document: 'water-2020',
    section: ['Right Pipe Right Place'],
    sentences: ['We brought in Right Pipe Right Place with all our partners.', 'It cut digging by 900 hours.'],
  },
  {
    document: 'water-2020',
    section: ['Letters'],
    sentences: ['New software could save 618,000 hours of typing.'],
  },
];

it('knows the words that letters stand for as the name of what is spoken of', async () => {
  const quoted = ['We brought in Right Pipe Right Place with all our partners.'];
  const request = await askAfter({ question: 'what is rprp', quoted }, 'how many hours did it save?', saved);
  const continues = request.plan.continues;
  if (!continues) throw new Error('the question goes on');
  const subject = [{ stems: ['rprp'], others: [['right', 'pipe', 'right', 'place']] }];
  const { answer } = answerTo({ ...request, plan: { ...request.plan, continues: { ...continues, subject } } });
  expect(answer).toContain('900 hours');
  expect(answer).not.toContain('618,000');
});

const charter = [
  {
    document: 'water-2020',
    section: ['What we did'],
    sentences: [
      'We published a Fitters Charter for every depot.',
      'Since 2019, more than 900 leaks were found by drones.',
    ],
  },
];

it('takes no beginning of another thing that stands in the same section', async () => {
  const asked = {
    question: 'What is the Fitters Charter?',
    quoted: ['We published a Fitters Charter for every depot.'],
  };
  expect(answerTo(await askAfter(asked, 'when does it start?', charter)).status).toBe('not_found');
});
