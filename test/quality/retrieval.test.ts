// Search over the real documents with the real model, held to what the customer asked for.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Turns } from '../../src/chat/turn.ts';
import { measure } from '../../src/eval/measures.ts';
import type { Measures, SearchMeasures } from '../../src/eval/measures.ts';
import type { FoundPassage } from '../../src/eval/observation.ts';
import { lastTurn, readQuestions } from '../../src/eval/questions.ts';
import type { Question } from '../../src/eval/questions.ts';
import { scoreQuestion } from '../../src/eval/score.ts';
import type { Score } from '../../src/eval/score.ts';
import type { PassageIndex } from '../../src/ports.ts';
import type { Retrieved } from '../../src/retrieve/retrieve.ts';
import { openEngine } from './open-index.ts';

/** Of the product: shares of the evidence groups of the customer's development questions. */
const floors = { recallAt5: 0.84, recallAt10: 0.88, mrr: 0.68 };
const depth = 50;

interface Searched {
  readonly question: Question;
  readonly found: readonly Retrieved[];
}

const source = new URL('questions/dev.jsonl', import.meta.url);

let close = async (): Promise<void> => undefined;
let index: PassageIndex;
let searched: readonly Searched[];
let measures: SearchMeasures;

beforeAll(async () => {
  const engine = await openEngine(inject('corpusIndexDir'));
  ({ close, index } = engine);
  const questions = readQuestions(await readFile(source, 'utf8')).filter((question) => question.turns.length === 1);
  searched = await searchAll(questions, engine.turns);
  const scores = searched.map(scoreSearch);
  measures = measure(scores).byGroup;
  console.log(`${tableOf(scores)}\n${missesOf(searched)}`);
});

afterAll(async () => close());

async function searchAll(questions: readonly Question[], turns: Turns): Promise<Searched[]> {
  const all: Searched[] = [];
  for (const question of questions) {
    const { found, lexicalOnly } = await turns.search({ question: lastTurn(question), mode: 'hybrid', limit: depth });
    if (lexicalOnly) throw new Error('The embedder was away, so this would measure another search.');
    all.push({ question, found });
  }
  return all;
}

/** Only the search is looked at, so the reply is blank. */
function scoreSearch({ question, found }: Searched): Score {
  const passages = found.map(({ passage }): FoundPassage => passage);
  const reply = { status: 'not_found', text: '', citations: [] } as const;
  return scoreQuestion(question, { passages, reply, milliseconds: 0 }, new Map());
}

function tableOf(scores: readonly Score[]): string {
  const kinds = [...new Set(scores.filter(({ ranks }) => ranks.length > 0).map(({ kind }) => kind))].toSorted();
  const row = (name: string, { byGroup }: Measures): string =>
    [
      name.padEnd(14),
      String(byGroup.mrr.count).padStart(3),
      ...[byGroup.recallAt1, byGroup.recallAt5, byGroup.recallAt10].map(({ value }) =>
        value === null ? '    –' : (100 * value).toFixed(1).padStart(5),
      ),
      byGroup.mrr.value?.toFixed(3) ?? '–',
    ].join('  ');
  return [
    'evidence group   n    R@1    R@5   R@10  MRR',
    row('all', measure(scores)),
    ...kinds.map((kind) => row(kind, measure(scores.filter((score) => score.kind === kind)))),
  ].join('\n');
}

/** Questions that have evidence which is not among the first ten. */
function missesOf(all: readonly Searched[]): string {
  return all
    .map((each) => scoreSearch(each))
    .filter(({ ranks }) => ranks.some((rank) => rank === null || rank > 10))
    .map(({ id, question, ranks }) => `${id}: ${ranks.map((rank) => rank ?? '–').join(', ')}  ${question}`)
    .join('\n');
}

describe('search on the development questions', () => {
  it('finds at least 84% of the evidence within the first 5, which is the customer’s floor', () => {
    expect(measures.recallAt5.value).toBeGreaterThanOrEqual(floors.recallAt5);
  });

  it('finds at least 88% of the evidence within the first 10, which is the customer’s floor', () => {
    expect(measures.recallAt10.value).toBeGreaterThanOrEqual(floors.recallAt10);
  });

  it('has a mean reciprocal rank of at least 0.68, which is the customer’s floor', () => {
    expect(measures.mrr.value).toBeGreaterThanOrEqual(floors.mrr);
  });

  it('was measured on all single-turn questions that name evidence', () => {
    expect(searched.filter(({ question }) => question.evidence.length > 0).length).toBeGreaterThanOrEqual(50);
    expect(measures.mrr.count).toBeGreaterThanOrEqual(65);
  });

  it('gives every passage to the character: text.slice(start, end) is the passage’s text', async () => {
    const documents = await Promise.all((await index.documents()).map(({ id }) => index.document(id)));
    const texts = new Map(documents.map((document) => [document?.id, document?.text]));
    const passages = new Map(searched.flatMap(({ found }) => found.map(({ passage }) => [passage.id, passage])));
    expect(passages.size).toBeGreaterThan(depth);
    for (const { documentId, start, end, text } of passages.values())
      expect(texts.get(documentId)?.slice(start, end)).toBe(text);
  });

  it('gives every score as the sum of its parts', () => {
    for (const { score, parts } of searched.flatMap(({ found }) => found))
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
  });
});
