// The register against statements that a reader marked; the half marked `held` was never looked at while the rules were written.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openIndex } from '../../index/open.ts';
import type { RegisterRow } from '../../src/domain/commitment.ts';
import { measureRegister, measureSuccessors } from '../../src/eval/register.ts';
import type { Share } from '../../src/eval/register.ts';
import { readLabels, readPairs } from '../../src/eval/register-labels.ts';
import type { PassageIndex } from '../../src/ports.ts';
import { bareWords } from '../../src/text/bare-words.ts';
import { silent } from '../index/made-up-corpus.ts';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const labels = readLabels(read('commitments.jsonl'));
const pairs = readPairs(read('successors.jsonl'));
const halves = ['tune', 'held'] as const;

let index: PassageIndex;
let rows: readonly RegisterRow[];
beforeAll(async () => {
  ({ index } = await openIndex(inject('corpusIndexDir'), { log: silent }));
  rows = await index.commitments();
});
afterAll(() => index.close());

const rateOf = ({ count, of }: Share): number => count / Math.max(1, of);

describe.each(halves)('the register, on the half marked %s', (half) => {
  const own = labels.filter((label) => label.half === half);

  it('has the commitments, and few near misses', () => {
    const measures = measureRegister(rows, own);
    expect(measures.found.of).toBeGreaterThan(150);
    expect(rateOf(measures.found)).toBeGreaterThanOrEqual(0.88);
    expect(rateOf(measures.taken)).toBeLessThanOrEqual(0.12);
    for (const document of new Set(own.map((label) => label.document))) {
      const inDocument = measureRegister(
        rows,
        own.filter((label) => label.document === document),
      );
      expect(rateOf(inDocument.found), document).toBeGreaterThanOrEqual(0.7);
    }
  });

  it('has their targets and deadlines, and takes no statistic for a target', () => {
    const measures = measureRegister(rows, own);
    expect(rateOf(measures.targetsFound)).toBeGreaterThanOrEqual(0.75);
    expect(rateOf(measures.targetsRight)).toBeGreaterThanOrEqual(0.85);
    expect(rateOf(measures.statisticsAsTargets)).toBeLessThanOrEqual(0.02);
    expect(rateOf(measures.deadlinesFound)).toBeGreaterThanOrEqual(0.87);
    expect(rateOf(measures.deadlinesRight)).toBeGreaterThanOrEqual(0.9);
  });

  it('offers true successors, and few that only share words', () => {
    const measures = measureSuccessors(
      rows,
      pairs.filter((pair) => pair.half === half),
    );
    expect(rateOf(measures.amongFive)).toBeGreaterThanOrEqual(0.55);
    expect(rateOf(measures.offeredLookAlikes)).toBeLessThanOrEqual(0.2);
  });
});

describe('every row of the register', () => {
  it('is a quotation of its document, short enough to read, with a deadline that stands in it', async () => {
    expect(rows.length).toBeGreaterThan(450);
    const documents = await Promise.all((await index.documents()).map(({ id }) => index.document(id)));
    const texts = new Map(documents.map((document) => [document?.id, document?.text ?? '']));
    for (const { commitment } of rows) {
      const text = texts.get(commitment.documentId) ?? '';
      expect(text.slice(commitment.start, commitment.end)).toBe(commitment.text);
      if (commitment.leadIn)
        expect(text.slice(commitment.leadIn.start, commitment.leadIn.end)).toBe(commitment.leadIn.text);
      if (commitment.deadline) expect(commitment.text).toContain(commitment.deadline.text);
    }
    const long = rows.filter(({ commitment }) => commitment.text.split(/\s+/u).length > 90);
    expect(long.length).toBeLessThanOrEqual(rows.length * 0.01);
  });

  it('says something that no other row of its document says', () => {
    const said = rows.map(({ commitment }) => `${commitment.documentId} ${bareWords(commitment.text)}`);
    expect(rows.length - new Set(said).size).toBeLessThanOrEqual(rows.length * 0.03);
  });

  it('names counterparts of other documents only', () => {
    const documents = new Map(rows.map(({ commitment }) => [commitment.id, commitment.documentId]));
    for (const { commitment, counterparts } of rows)
      for (const { id } of counterparts) expect(documents.get(id)).not.toBe(commitment.documentId);
  });
});
