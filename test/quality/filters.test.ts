// What a reader's filters shut out is neither quoted nor made up for by what only stands near: over the real documents with the real model.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ComposedAnswer } from '../../src/domain/answer.ts';
import { isDocumentId } from '../../src/domain/ids.ts';
import type { Filters } from '../../src/domain/plan.ts';
import type { Turns } from '../../src/chat/turn.ts';
import { openEngine } from './open-index.ts';

let close = async (): Promise<void> => undefined;
let turns: Turns;

beforeAll(async () => {
  const engine = await openEngine(inject('corpusIndexDir'));
  ({ close, turns } = engine);
});

afterAll(async () => close());

async function ask(question: string, filters: Filters): Promise<ComposedAnswer> {
  return (await turns.ask({ question, ...filters })).composed;
}

const plan2006 = only('2006-2009-corporate-strategy-draft');
const plan2013 = only('2013-2017-one-met-strategy');
const plan2018 = only('2018-2025-mets-direction-summary');
const plan2023 = only('2023-mandate-values-and-principles');

function only(id: string): Filters {
  if (!isDocumentId(id)) throw new Error(id);
  return { documents: [id] };
}

describe('letters that only a document shut out explains', () => {
  it.each([
    ['what is AI', plan2006],
    ['What is AI?', { to: 2017 }],
    ['what does VAWG stand for', plan2018],
    ['What is PaDP?', { to: 2010 }],
    ['what is c3i', plan2013],
  ])('are not found: “%s”', async (question, filters) => {
    const { status, citations, answer } = await ask(question, filters);
    expect(status).toBe('not_found');
    expect(citations).toEqual([]);
    expect(answer).toMatch(/^Nothing found in /u);
  });

  it('are told as they are used where they are', async () => {
    const { status, citations, answer } = await ask('What is a BCU?', plan2018);
    expect(status).toBe('answered');
    expect(answer).toContain('The documents searched use *BCU* without spelling it out');
    expect([...new Set(citations.map(({ documentId }) => documentId))]).toEqual(plan2018.documents);
  });
});

describe('a thing that only documents shut out name', () => {
  it.each([
    ['live facial recognition', plan2006],
    ['How are drones used?', { to: 2020 }],
    ['How is shoplifting tackled?', plan2006],
    ['What is being done about cryptocurrency?', plan2018],
    ['Are body scanners used?', plan2018],
    ['What is Operation Soteria?', plan2018],
  ])('is not found: “%s”', async (question, filters) => {
    const { status, answer } = await ask(question, filters);
    expect(status).toBe('not_found');
    expect(answer).toMatch(/^Nothing found in /u);
    expect(answer).not.toContain('The documents do not answer');
  });

  it.each([
    ['How will trust be rebuilt?', plan2023],
    ['How will we shrink the estate?', plan2013],
    ['How is technology used?', plan2018],
    ['What about coppers on the beat?', plan2023],
  ])('is not one that stands there in other words: “%s”', async (question, filters) => {
    expect((await ask(question, filters)).status).toBe('answered');
  });
});

describe('a count within one document', () => {
  it('is the figure of all before one of some more', async () => {
    const { answer } = await ask('How many officers will there be?', plan2013);
    expect(answer).toMatch(/^\*\*32,000 police officers\*\*/u);
  });
});
