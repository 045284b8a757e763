// A question that names a place or an operation is answered by what is told of that one, and not filled up with figures of another.
import { describe, expect, it } from 'vitest';
import { entitiesOf } from '../../../src/answer/rank/names-asked.ts';
import { answerTo, makeRequest } from '../made-up-request.ts';

const written = [
  {
    document: 'water-2015',
    sentences: [
      'Under Operation Otter we looked again at our mains.',
      'Operation Heron led to 234 repairs of mains.',
      'Operation Badger led to 600 repairs of pumps.',
    ],
  },
  { document: 'water-2015', sentences: ['In Hillend our crews fitted new meters.'] },
];

async function ask(question: string) {
  return answerTo(await makeRequest(question, written));
}

describe('a question that names an operation or a place', () => {
  it('is not answered by figures of another operation', async () => {
    const { status } = await ask('How many repairs came out of Operation Otter?');
    expect(status).toBe('not_found');
  });

  it('is answered by its own figure alone', async () => {
    const { answer } = await ask('How many repairs did Operation Heron lead to?');
    expect(answer).toContain('234 repairs of mains');
    expect(answer).not.toContain('600 repairs');
  });

  it('is answered first by what names the place', async () => {
    const { answer } = await ask('What meters have our crews fitted in Hillend?');
    expect(answer.indexOf('In Hillend our crews')).toBeLessThan(10);
    expect(answer).not.toContain('Operation');
  });
});

describe('entitiesOf', () => {
  it('keeps the apostrophe within a name and takes it off its end', () => {
    expect(entitiesOf('What is the Children’s Strategy in Hillend’s view?')).toEqual([
      "Children's Strategy",
      'Hillend',
    ]);
  });
});
