// Conversations, acronyms without brackets, questions about the documents, and slips, over the real documents with the real model.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { assistantOf, textsOf } from '../../src/delivery/cli/evaluated-turns.ts';
import { renderFailures } from '../../src/delivery/cli/render-failures.ts';
import { evaluate } from '../../src/eval/evaluate.ts';
import type { AnswerMeasures } from '../../src/eval/measures.ts';
import { readQuestions } from '../../src/eval/questions.ts';
import { openEngine } from './open-index.ts';

/** They were written with the code at hand, so they hold what works rather than measure it: about a tenth may fail. */
const floors = { allRight: 0.9, abstentionRight: 0.85 } as const;
const lineWidth = 140;

const source = new URL('questions/dialogue.jsonl', import.meta.url);

let close = async (): Promise<void> => undefined;
let measures: AnswerMeasures;

beforeAll(async () => {
  const engine = await openEngine(inject('corpusIndexDir'));
  ({ close } = engine);
  const questions = readQuestions(await readFile(source, 'utf8'));
  const { summary, results } = await evaluate(questions, {
    assistant: assistantOf(engine.turns),
    texts: await textsOf(engine.index),
  });
  measures = summary.overall.answers;
  console.log(renderFailures(results, questions, lineWidth));
});

afterAll(async () => close());

describe('a conversation', () => {
  it('is answered rightly nine times in ten', () => {
    expect(measures.allRight.count).toBeGreaterThanOrEqual(60);
    expect(measures.allRight.value).toBeGreaterThanOrEqual(floors.allRight);
  });

  it('is told where nothing more is stated', () => {
    expect(measures.abstentionRight.count).toBeGreaterThanOrEqual(28);
    expect(measures.abstentionRight.value).toBeGreaterThanOrEqual(floors.abstentionRight);
  });

  it('quotes to the character', () => {
    expect(measures.verbatimQuotes.value).toBe(1);
  });
});
