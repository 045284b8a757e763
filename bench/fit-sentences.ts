// Fits the weights of the sentence features on the tuning questions and says what they are worth, cross-validated by writer.
// Usage: node --import tsx bench/fit-sentences.ts   (needs a built index; prints weights for src/answer/rank/sentence-weights.ts)
import { featureNames } from '../src/answer/rank/features.ts';
import { rankSentences } from '../src/answer/rank/rank.ts';
import type { RankedSentence } from '../src/answer/rank/rank.ts';
import { sentenceWeights } from '../src/answer/rank/sentence-weights.ts';
import { normalise } from '../src/eval/normalise.ts';
import type { Question } from '../src/eval/questions.ts';
import { understand } from '../src/query/understand.ts';
import { createRetriever } from '../src/retrieve/retrieve.ts';
import { meanDirection } from '../src/text/vectors.ts';
import { reportFit } from './fit-report.ts';
import { openCorpus, singleMessages } from './opened-corpus.ts';
import { fitWeights } from './softmax-fit.ts';
import type { Example } from './softmax-fit.ts';

/** Strength of the pull towards the current weights, and how many passages sentences are taken from. */
const pull = 0.002;
const passages = 15;
const current = featureNames.map((name) => sentenceWeights[name]);

interface Case extends Example {
  readonly writer: string;
}

const { embedder, index, facts, close } = await openCorpus();
const tuning = await casesOf('tuning');
const development = await casesOf('dev');
reportFit({ names: featureNames, current, tuning, development, fit, rankOf, print: report });
await close();

function fit(cases: readonly Case[]): number[] {
  const usable = cases.filter(({ right }) => right.includes(true));
  return fitWeights(usable, { prior: current, pull, steps: 400 });
}

async function casesOf(name: string): Promise<Case[]> {
  const cases: Case[] = [];
  for (const question of singleMessages(name)) cases.push(...(await casesOfQuestion(question)));
  return cases;
}

/** One case for each document that the question needs, over the sentences of that document's passages. */
async function casesOfQuestion(question: Question): Promise<Case[]> {
  const plan = understand(question.turns[0] ?? '', facts);
  const vector = meanDirection(await embedder.embed(plan.readings, { patient: true }));
  const found = await createRetriever()(index, { plan, vector, mode: 'hybrid', limit: 40 });
  const statistics = await index.statistics(plan.terms.map(({ term }) => term));
  const commitments = await index.commitments();
  const isSingle = new Set(question.evidence.map(({ doc }) => doc)).size === 1 && plan.scope.kind !== 'several';
  return question.evidence.map((group) => {
    const pool = isSingle ? found : found.filter(({ documentId }) => documentId.startsWith(group.doc));
    const sentences = rankSentences(pool.slice(0, passages), { plan, vector, statistics, commitments });
    return {
      writer: question.id.slice(0, 2),
      rows: sentences.map(({ features }) => features),
      right: rightOf(sentences, question, group),
    };
  });
}

/** Sentences that hold the evidence; of these, where there are any, those that hold words of the answer as well. */
function rightOf(
  sentences: readonly RankedSentence[],
  { answer }: Question,
  group: Question['evidence'][number],
): boolean[] {
  const wanted = group.any.map(normalise);
  const answers = answer.flat().map(normalise);
  const holds = sentences.map(
    ({ passage, quote }) =>
      passage.documentId.startsWith(group.doc) && wanted.some((words) => normalise(quote).includes(words)),
  );
  const best = sentences.map(
    ({ quote }, at) => holds[at] === true && answers.some((words) => normalise(quote).includes(words)),
  );
  return best.includes(true) ? best : holds;
}

/** Rank of the first right sentence, from 1; 0 where none is found. */
function rankOf({ rows, right }: Case, weights: readonly number[]): number {
  const scored = rows.map((row, at) => ({
    at,
    score: row.reduce((sum, value, feature) => sum + value * (weights[feature] ?? 0), 0),
  }));
  return scored.toSorted((one, other) => other.score - one.score).findIndex(({ at }) => right[at] === true) + 1;
}

function report(name: string, ranks: readonly number[]): void {
  const within = (k: number): string =>
    ((100 * ranks.filter((rank) => rank > 0 && rank <= k).length) / ranks.length).toFixed(1);
  console.log(
    `${name.padEnd(26)} ${String(ranks.length).padStart(4)} groups  sentence rank 1/3/10: ${within(1)}/${within(3)}/${within(10)}`,
  );
}
