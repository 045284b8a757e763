import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PassageIndex } from '../../src/ports.ts';
import { createRetriever } from '../../src/retrieve/retrieve.ts';
import type { Retrieved } from '../../src/retrieve/retrieve.ts';
import { latestBonus } from '../../src/retrieve/signal-weights.ts';
import { indexOf, requestFor, search, waterPlans } from './made-up-index.ts';

const passageCount = waterPlans.flatMap(({ passages }) => passages).length;
const documentsOf = (found: readonly Retrieved[]): string[] => found.map(({ documentId }) => documentId);
const idsOf = (found: readonly Retrieved[]): string[] => found.map(({ passage }) => passage.id);

let index: PassageIndex;
beforeAll(async () => {
  index = await indexOf(waterPlans);
});

describe('what is found for a question', () => {
  it.each([
    ['where are smart meters', 'Smart meters show where water is lost.'],
    ['how clean are rivers, sensors', 'Sensors in rivers tell everyone how clean they are.'],
    ['who answers for storm overflows', 'Dame Ada Reed'],
    ['what did Turning the Tide say of overflows', 'Storm overflows protect homes'],
    ['drips in 2015', 'We will cut leakage by 15%'],
  ])('for “%s” is first “%s”', async (question, words) => {
    const [first] = await search(index, { question });
    expect(first?.passage.text).toContain(words);
  });

  it('is found by its words though they are misspelt', async () => {
    const [first, ...others] = await search(index, { question: 'resevoirs', mode: 'lexical' });
    expect(first?.passage.text).toContain('Reservoirs are fuller');
    expect(others).toEqual([]);
  });

  it('has scores that are the sums of their parts, each signal named once', async () => {
    for (const question of ['leakage', 'how much money for pipes now', 'storm overflows in any strategy']) {
      const found = await search(index, { question });
      expect(found).not.toEqual([]);
      for (const { score, parts } of found) {
        expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 10);
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      }
    }
  });

  it('comes best first where no document is meant', async () => {
    const scores = (await search(index, { question: 'leakage of water' })).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it('is the same for the same question', async () => {
    const request = await requestFor(index, { question: 'storm overflows since 2020' });
    const retrieve = createRetriever();
    const [once, twice] = [await retrieve(index, request), await retrieve(index, request)];
    expect(twice).toEqual(once);
  });

  it('has a passage of every document meant among the first', async () => {
    const found = await search(index, { question: 'how has leakage changed over the years' });
    expect(new Set(documentsOf(found.slice(0, 3))).size).toBe(3);
    const two = await search(index, { question: 'leakage in 2015 v 2026' });
    expect(documentsOf(two.slice(0, 2)).toSorted()).toEqual(['2015-tide', '2026-sea']);
  });

  it('is of a document meant, however many better passages another has', async () => {
    const passages = Array.from({ length: 300 }, (_, number) => [`Leakage and meters, case ${number}.`]);
    const crowded = await indexOf([
      { id: 'quiet', title: 'Quiet', years: { from: 2001, to: 2002 }, passages: [['On meters, once.']] },
      { id: 'crowd', title: 'Crowd', years: { from: 2011, to: 2012 }, passages },
    ]);
    for (const mode of ['lexical', 'dense', 'hybrid'] as const) {
      const found = await search(crowded, { question: 'leakage meters in 2001 v 2011', mode, limit: 2 });
      expect(documentsOf(found).toSorted()).toEqual(['crowd', 'quiet']);
    }
  });

  it('is of the document named before all else, but shuts out no other', async () => {
    const found = await search(index, { question: 'storm overflows in Clear Water' });
    expect(found[0]?.documentId).toBe('2020-clear');
    expect(new Set(documentsOf(found)).size).toBe(3);
  });

  it('is no more than the limit, and the beginning of a longer list', async () => {
    const all = idsOf(await search(index, { question: 'leakage in any strategy', limit: 50 }));
    for (const limit of [0, 1, 3])
      expect(idsOf(await search(index, { question: 'leakage in any strategy', limit }))).toEqual(all.slice(0, limit));
    expect(all).toHaveLength(passageCount);
  });
});

describe('the latest document', () => {
  const bonusOf = ({ parts }: Retrieved): number | undefined =>
    parts.find(({ name }) => name === 'latestDocument')?.contribution;
  const same = (id: string, from: number | null) => ({
    id,
    title: 'Plan',
    years: from === null ? null : { from, to: from + 1 },
    passages: [['Leakage must fall.']],
  });

  it('is preferred where the question names no time', async () => {
    const found = await search(index, { question: 'leakage' });
    expect(new Set(found.filter((each) => each.documentId === '2026-sea').map(bonusOf))).toEqual(
      new Set([latestBonus]),
    );
    expect(new Set(found.filter((each) => each.documentId !== '2026-sea').map(bonusOf))).toEqual(new Set([undefined]));
  });

  it('has no bonus where documents are meant', async () => {
    const found = await search(index, { question: 'leakage since 2020' });
    expect(new Set(found.map(bonusOf))).toEqual(new Set([undefined]));
  });

  it('is the latest of those that may be searched', async () => {
    const found = await search(index, { question: 'leakage', within: ['2015-tide', '2020-clear'] });
    expect(new Set(found.filter((each) => bonusOf(each) !== undefined).map((each) => each.documentId))).toEqual(
      new Set(['2020-clear']),
    );
  });

  it('is never one without a date, which is not known to be new', async () => {
    const mixed = await indexOf([same('old', 2001), same('recent', 2024), same('undated', null)]);
    const found = await search(mixed, { question: 'leakage' });
    expect(found.filter((each) => bonusOf(each) !== undefined).map((each) => each.documentId)).toEqual(['recent']);
    const undated = await indexOf([same('undated', null)]);
    expect((await search(undated, { question: 'leakage' })).map(bonusOf)).toEqual([undefined]);
  });
});

describe('filters', () => {
  it('shut out, even what the question names', async () => {
    const found = await search(index, { question: 'leakage in Clear Water', within: ['2015-tide'] });
    expect(new Set(documentsOf(found))).toEqual(new Set(['2015-tide']));
  });

  it('that leave no document find nothing', async () => {
    expect(await search(index, { question: 'leakage', within: [] })).toEqual([]);
  });
});

describe('modes', () => {
  const namesOf = (found: readonly Retrieved[]): Set<string> =>
    new Set(found.flatMap(({ parts }) => parts.map(({ name }) => name)));

  it('“lexical” finds and scores by words alone', async () => {
    const found = await search(index, { question: 'leakage', mode: 'lexical' });
    expect(namesOf(found)).toEqual(new Set(['passageLexical', 'sentenceLexical', 'latestDocument']));
    expect(found.every(({ passage }) => /leakage/iu.test(passage.text))).toBe(true);
    expect(found).toHaveLength(3);
  });

  it('“dense” finds and scores by vectors alone', async () => {
    const found = await search(index, { question: 'leakage', mode: 'dense' });
    expect(namesOf(found)).toEqual(
      new Set(['passageDense', 'sentenceDense', 'contextDense', 'knownDense', 'askedDense', 'latestDocument']),
    );
    expect(found).toHaveLength(passageCount);
  });

  it('without a vector words alone are searched, and meaning adds nothing', async () => {
    const found = await search(index, { question: 'leakage', embeds: false });
    expect(idsOf(found)).toEqual(idsOf(await search(index, { question: 'leakage', mode: 'lexical' })));
    const dense = found.flatMap(({ parts }) => parts.filter(({ name }) => name.endsWith('Dense')));
    expect(dense).toHaveLength(3 * 5);
    expect(dense.every(({ value, contribution }) => value === 0 && contribution === 0)).toBe(true);
    expect(await search(index, { question: 'leakage', mode: 'dense', embeds: false })).toEqual([]);
  });
});

describe('odd questions', () => {
  it('find nothing in an empty index', async () => {
    const empty = await indexOf([]);
    expect(await search(empty, { question: 'leakage in any strategy since 2013' })).toEqual([]);
  });

  it('of unknown words alone are left to meaning', async () => {
    expect(await search(index, { question: 'zyxwv qqqqq', mode: 'lexical' })).toEqual([]);
    const found = await search(index, { question: 'zyxwv qqqqq' });
    expect(found.length).toBeLessThanOrEqual(passageCount);
    const lexical = found.flatMap(({ parts }) => parts.filter(({ name }) => name.endsWith('Lexical')));
    expect(lexical.every(({ value }) => value === 0)).toBe(true);
  });

  it.each([
    ['two thousand characters', 'leakage '.repeat(250)],
    ['two thousand characters without a space', 'a'.repeat(2000)],
    ['emoji', '💧🚰 leakage 👩🏽‍🔧?'],
    ['control characters', 'leak\u0000age \u001b[31m\u0007 leakage\r\n'],
    ['half a character', '\ud83d leakage \udca7'],
    ['the commands of a query language', 'leakage" OR * NEAR( -) AND title:'],
    ['no words', '?! …'],
    ['nothing', ''],
  ])('of %s are searched like any other', async (_, question) => {
    const found = await search(index, { question });
    expect(found.every(({ score }) => Number.isFinite(score))).toBe(true);
    if (question.includes('leakage')) expect(found[0]?.passage.text).toMatch(/leakage/iu);
  });

  it('never make the search throw, give a passage twice, or a score that is no number', async () => {
    const words = fc.constantFrom(
      ...'leakage|storm|2015|since|Clear Water|v|now|how many|who|any strategy|£|😀|\u0000'.split('|'),
    );
    const questions = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    const modes = fc.constantFrom('hybrid', 'dense', 'lexical');
    await fc.assert(
      fc.asyncProperty(questions, modes, fc.boolean(), async (question, mode, embeds) => {
        const found = await search(index, { question, mode, embeds, limit: 50 });
        expect(new Set(idsOf(found)).size).toBe(found.length);
        expect(found.every(({ score }) => Number.isFinite(score))).toBe(true);
      }),
    );
  });
});
