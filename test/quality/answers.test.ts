// Answers over the real documents with the real model, held to what the customer asked for.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { assistantOf, textsOf } from '../../src/delivery/cli/evaluated-turns.ts';
import { renderFailures } from '../../src/delivery/cli/render-failures.ts';
import { renderSummary } from '../../src/delivery/cli/render-summary.ts';
import { evaluate } from '../../src/eval/evaluate.ts';
import type { AnswerMeasures } from '../../src/eval/measures.ts';
import { readQuestions } from '../../src/eval/questions.ts';
import { openEngine } from './open-index.ts';

/** Shares that the customer set for the development questions, as `src/eval/measures.ts` defines them. */
const floors = {
  /** Without exception: a quotation that is not in the document is a fault, not a weakness. */
  verbatimQuotes: 1,
  /** A reader who follows a citation must all but always find what was asked about. */
  citationPrecision: 0.94,
  /** The right figure, name or date is in the answer. */
  answerPass: 0.84,
  /** The right words, with all the evidence quoted. */
  allRight: 0.8,
  /** Each document or statement that a question needs is quoted. */
  evidenceGroups: 0.88,
} as const satisfies Partial<Record<keyof AnswerMeasures, number>>;
/** Of the answerable questions, those that may be refused: refusing is safe, but it is no help. */
const mostWronglyWithheld = 0.05;
/** So many characters of a line of the failures that are printed. */
const lineWidth = 140;

const source = new URL('questions/dev.jsonl', import.meta.url);

let close = async (): Promise<void> => undefined;
let measures: AnswerMeasures;

beforeAll(async () => {
  const engine = await openEngine(inject('corpusIndexDir'));
  ({ close } = engine);
  const questions = readQuestions(await readFile(source, 'utf8'));
  const assistant = assistantOf(engine.turns);
  const { summary, results } = await evaluate(questions, { assistant, texts: await textsOf(engine.index) });
  measures = summary.overall.answers;
  console.log(`${renderSummary(summary)}\n\n${renderFailures(results, questions, lineWidth)}`);
});

afterAll(async () => close());

describe('answers to the development questions', () => {
  it('quote the documents to the character, all of them', () => {
    expect(measures.verbatimQuotes.value).toBe(floors.verbatimQuotes);
  });

  it('cite at least 94% to the point, which is the customer’s floor', () => {
    expect(measures.citationPrecision.value).toBeGreaterThanOrEqual(floors.citationPrecision);
  });

  it('have the words asked for in at least 84%, which is the customer’s floor', () => {
    expect(measures.answerPass.value).toBeGreaterThanOrEqual(floors.answerPass);
  });

  it('are right in every way in at least 80%, which is the customer’s floor', () => {
    expect(measures.allRight.value).toBeGreaterThanOrEqual(floors.allRight);
  });

  it('quote at least 88% of the evidence, which is the customer’s floor', () => {
    expect(measures.evidenceGroups.value).toBeGreaterThanOrEqual(floors.evidenceGroups);
  });

  it('are withheld from at most 5% of the questions that have one, which is the customer’s ceiling', () => {
    expect(measures.abstentionWrong.value).toBeLessThanOrEqual(mostWronglyWithheld);
  });

  it('were measured on all the questions, quotations by the hundred', () => {
    expect(measures.allRight.count).toBeGreaterThanOrEqual(57);
    expect(measures.verbatimQuotes.count).toBeGreaterThanOrEqual(200);
  });
});
