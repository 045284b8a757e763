import { describe, expect, it } from 'vitest';
import { askedPromises } from '../../../src/answer/documents/asked-promises.ts';
import type { RegisterRow, Target } from '../../../src/domain/commitment.ts';
import { isCommitmentId } from '../../../src/domain/ids.ts';
import { makeRequest } from '../made-up-request.ts';

const figure: Target = { value: '20', unit: '%', measure: 'leaks' };

/** A promise that is due in a year, with a figure or without. */
async function rowOf(year: number, target: Target | null): Promise<RegisterRow> {
  const { documents } = await makeRequest('leaks', []);
  const [document] = documents;
  const id = `c-${String(year).padStart(16, '0')}`;
  if (!document || !isCommitmentId(id)) throw new Error('The made-up corpus has documents.');
  const deadline = { text: `by ${year}`, year };
  const commitment = {
    id,
    documentId: document.id,
    sectionId: null,
    section: [],
    page: null,
    text: `We will cut leaks by ${year}.`,
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
