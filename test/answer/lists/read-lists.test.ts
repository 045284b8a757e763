// How often the documents' lists are read: counted, for a clock would tell of the machine.
import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/domain/ids.ts';
import type { Passage, Sentence } from '../../../src/domain/passage.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';
import type { MadeUpPassage } from '../made-up-request.ts';

const plans: MadeUpPassage[] = [
  {
    document: 'water-2020',
    section: ['Values'],
    sentences: [
      ['lead-in', 'Our four values are:'],
      ['item', 'Openness'],
      ['item', 'Care'],
      ['item', 'Thrift'],
      ['item', 'Courage'],
    ],
  },
  {
    document: 'water-2020',
    section: ['Rivers'],
    sentences: [
      ['lead-in', 'Our two aims are:'],
      ['item', 'Trout'],
      ['item', 'Otters'],
    ],
  },
  {
    document: 'water-2015',
    section: ['Meters'],
    sentences: [
      ['lead-in', 'Meters are read by:'],
      ['item', 'Radio'],
      ['item', 'Letter'],
      ['item', 'Telephone'],
    ],
  },
];

/** The documents as an index gives them, the same each time; how often the sentences of the one that is not quoted are looked at is counted. */
function counted(documents: ReadonlyMap<DocumentId, readonly Passage[]>) {
  let looks = 0;
  const watch = (passage: Passage): Passage => ({
    ...passage,
    get sentences(): readonly Sentence[] {
      looks += 1;
      return passage.sentences;
    },
  });
  const watched = new Map(
    [...documents].map(([id, passages]) => [id, id === 'water-2015' ? passages.map(watch) : passages] as const),
  );
  return { watched, looks: () => looks };
}

describe('questions for lists of the same documents', () => {
  it('read the lists once, however many questions there are', async () => {
    const first = await makeRequest('What are our four values?', plans);
    const { watched, looks } = counted(first.surroundings);
    expect(answerTo({ ...first, surroundings: watched }).answer).toContain('Thrift');
    const afterFirst = looks();
    expect(afterFirst).toBeGreaterThan(0);
    for (const question of ['What are our two aims?', 'List the four values', 'What are our four values?']) {
      const request = await makeRequest(question, plans);
      expect(answerTo({ ...request, surroundings: watched }).status).toBe('answered');
    }
    expect(looks()).toBe(afterFirst);
  });

  it('read other documents of the same name anew', async () => {
    const before = await makeRequest('What are our four values?', plans);
    const [values] = plans;
    const changed: MadeUpPassage[] = [
      {
        ...values,
        document: 'water-2020',
        sentences: [
          ['lead-in', 'Our four values are:'],
          ['item', 'Tides'],
          ['item', 'Wells'],
          ['item', 'Dams'],
          ['item', 'Locks'],
        ],
      },
    ];
    expect(answerTo(before).answer).toContain('Thrift');
    const after = answerTo(await makeRequest('What are our four values?', changed)).answer;
    expect(after).toContain('Locks');
    expect(after).not.toContain('Thrift');
  });
});
