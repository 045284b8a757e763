import { describe, expect, it } from 'vitest';
import { askedPromises } from '../../../src/answer/documents/asked-promises.ts';
import type { RegisterRow, Target } from '../../../src/domain/commitment.ts';
import { isCommitmentId } from '../../../src/domain/ids.ts';
import { makeRequest } from '../made-up-request.ts';

const figure: Target = { value: '20', unit: '%', measure: 'leaks' };

/** A promise that is due in a year, with a figure or without. */
async function rowOf(
  year: number,
  target: Target | null,
  { text = `We will cut leaks by ${year}.`, due = `by ${year}` }: { text?: string; due?: string } = {},
): Promise<RegisterRow> {
  const { documents } = await makeRequest('leaks', []);
  const [document] = documents;
  const id = `c-${String(year).padStart(16, '0')}`;
  if (!document || !isCommitmentId(id)) throw new Error('The made-up corpus has documents.');
  const deadline = { text: due, year: due === `by ${year}` ? year : null };
  const commitment = {
    id,
    documentId: document.id,
    sectionId: null,
    section: [],
    page: null,
    text,
    start: 0,
    end: 10,
    leadIn: null,
    actor: 'we',
    themes: [],
    theme: null,
    target,
    targets: target ? [target] : [],
    deadline,
  };
  return { commitment, counterparts: [] };
}

async function holds(question: string, year: number, target: Target | null = figure) {
  const { plan } = await makeRequest(question, []);
  return askedPromises(plan)?.holds(await rowOf(year, target)) ?? null;
}

describe('promises of a year', () => {
  it.each([
    'What were the targets for 2018?',
    'Which targets have a deadline of 2018?',
    'What targets are due in 2018?',
    'What did we promise by 2018?',
  ])('are those due then: %s', async (question) => {
    expect(await holds(question, 2018)).toBe(true);
    expect(await holds(question, 2017)).toBe(false);
  });

  it('are figures where the targets for it are asked for, and any where deadlines are', async () => {
    expect(await holds('What were the targets for 2018?', 2018, null)).toBe(false);
    expect(await holds('Which targets have a deadline of 2018?', 2018, null)).toBe(true);
  });

  it('are all of a document that the year names', async () => {
    expect(await holds('What are the targets for 2020?', 2023)).toBe(true);
  });
});

describe('promises chosen by what they state', () => {
  it('are those of the share that is asked for', async () => {
    const { plan } = await makeRequest('Which targets were 20%?', []);
    const asked = askedPromises(plan);
    expect(asked?.holds(await rowOf(2018, figure, { text: 'We will cut leaks by 20%.' }))).toBe(true);
    expect(asked?.holds(await rowOf(2018, figure, { text: 'We will cut leaks by 120%.' }))).toBe(false);
  });

  it.each([
    ['by 2018', true],
    ['over the next three years', true],
    ['shortly', false],
    ['in the longer term', false],
  ])('where deadlines are asked for “%s” is one: %s', async (due, isOne) => {
    const { plan } = await makeRequest('What deadlines are there?', []);
    expect(askedPromises(plan)?.holds(await rowOf(2018, null, { due }))).toBe(isOne);
  });
});
