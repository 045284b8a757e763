// Fits the learned part of the decision to answer on the question sets below, cross-validated by writer.
// Usage: node --import tsx bench/fit-doubt.ts   (needs a built index; prints src/answer/withhold/doubt-weights.ts and question-weights.ts)
import { besideVector, withoutVector } from '../src/answer/withhold/doubt-weights.ts';
import type { DoubtModel } from '../src/answer/withhold/doubt-weights.ts';
import { doubtFeatures, doubtNames } from '../src/answer/withhold/doubt-features.ts';
import { evidenceOf, quotable } from '../src/answer/withhold/evidence.ts';
import { questionWeights } from '../src/answer/withhold/question-weights.ts';
import { rankedRequest } from '../src/answer/ranked/ranked-request.ts';
import type { Question } from '../src/eval/questions.ts';
import { understand } from '../src/query/understand.ts';
import { createRetriever } from '../src/retrieve/retrieve.ts';
import { meanDirection } from '../src/text/vectors.ts';
import { reportDoubt } from './doubt-report.ts';
import { fitLogistic, probability } from './logistic-fit.ts';
import type { LogisticCase, LogisticModel } from './logistic-fit.ts';
import { messagesOf, openCorpus } from './opened-corpus.ts';

/** On standardised features; between .003 and .01 the figures stay the same. */
const penalty = 0.006;
/** Each number of the question's vector is pulled four times as hard as a feature: there are 384 of them. */
const vectorDeviation = 0.5;
/** The embedding model was trained on the answerable ones of the customer's questions, and they would outnumber the others. */
const weights = { tuning: 1, 'near-misses': 1, 'far-misses': 1, withholding: 1, answerable: 0.3 };
const sets = ['tuning', 'near-misses', 'far-misses', 'withholding', 'answerable'] as const;

export interface DoubtCase extends LogisticCase {
  readonly set: string;
  readonly writer: string;
  /** Whether a reason withholds it already. */
  readonly hasReason: boolean;
}

const { embedder, index, facts, close } = await openCorpus();
const retrieve = createRetriever();
const cases: DoubtCase[] = [];
for (const set of sets) for (const question of messagesOf(set)) cases.push(...(await caseOf(question, set)));
await close();

const deviations = [...doubtNames.map(() => 1), ...questionWeights.map(() => vectorDeviation)];
const without = deviations.map((each, at) => (at < doubtNames.length ? each : 0));
const shipped = modelOf(besideVector, questionWeights);
const shippedAlone = modelOf(
  withoutVector,
  questionWeights.map(() => 0),
);
const fittedAlone = fit(cases, without);
const fitted = fit(cases, deviations);
reportDoubt('shipped', cases, ({ row }) => probability(shipped, row));
reportDoubt('fitted', cases, ({ row }) => probability(fitted, row));
reportDoubt('cross-validated', cases, crossValidated(deviations));
reportDoubt('the same without the vector', cases, crossValidated(without));
reportDoubt('shipped without the vector', cases, ({ row }) => probability(shippedAlone, row));
printModel('without the vector', fittedAlone);
printModel('beside the vector', fitted);
console.log(
  fitted.weights
    .slice(doubtNames.length)
    .map((weight) => Number(weight.toFixed(1)))
    .join(', '),
);

function modelOf({ bias, weights: own }: DoubtModel, vector: readonly number[]): LogisticModel {
  return { bias, weights: [...doubtNames.map((name) => own[name]), ...vector] };
}

function printModel(name: string, { bias, weights: own }: LogisticModel): void {
  console.log(`${name}, bias: ${bias.toFixed(2)}`);
  console.log(doubtNames.map((each, at) => `${each}: ${(own[at] ?? 0).toFixed(2)}`).join(', '));
}

function fit(given: readonly DoubtCase[], scaled: readonly number[]): LogisticModel {
  const undecided = given.filter(({ hasReason }) => !hasReason);
  return fitLogistic(undecided, { penalty, deviations: scaled });
}

/** What a model says of a case that was fitted without the case's writer. */
function crossValidated(scaled: readonly number[]): (each: DoubtCase) => number {
  const writers = [...new Set(cases.map(({ writer }) => writer))];
  const models = new Map(
    writers.map((writer) => [
      writer,
      fit(
        cases.filter((each) => each.writer !== writer),
        scaled,
      ),
    ]),
  );
  return ({ row, writer }) => probability(models.get(writer) ?? fitted, row);
}

async function caseOf({ id, turns, abstain }: Question, set: (typeof sets)[number]): Promise<DoubtCase[]> {
  const plan = understand(turns[0] ?? '', facts);
  if (plan.aside || plan.intent === 'presence' || plan.asksWhatIsSaid) return [];
  const vector = meanDirection(await embedder.embed(plan.readings, { patient: true }));
  const found = await retrieve(index, { plan, vector, mode: 'hybrid', limit: 40 });
  const statistics = await index.statistics(plan.terms.map(({ term }) => term));
  const { documents } = facts;
  const request = rankedRequest({
    plan,
    vector,
    vectorModel: embedder.model.sha256,
    found,
    statistics,
    documents,
    acronyms: [],
    commitments: await index.commitments(),
    insight: await index.insight(),
    surroundings: new Map(),
  });
  const features = doubtFeatures(request, quotable(request));
  const { reasons } = evidenceOf(request);
  const hasReason = reasons.some((reason) => reason !== 'too little of it');
  const row = [...doubtNames.map((name) => features[name]), ...(vector ?? [])];
  return [{ row, found: abstain, weight: weights[set], writer: id.slice(0, 2), set, hasReason }];
}
