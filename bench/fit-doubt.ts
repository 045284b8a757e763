// Fits the learned part of the decision to answer on the question sets below, cross-validated by writer.
// Usage: node --import tsx bench/fit-doubt.ts [--write]   (needs a built index; prints the numbers of src/answer/withhold/doubt-weights.ts,
// and with --write puts the form of the question's vector into question-weights.ts, for `npm run format` to lay out)
import { writeFileSync } from 'node:fs';
import { doubtNames } from '../src/answer/withhold/doubt-features.ts';
import { withoutVector } from '../src/answer/withhold/doubt-weights.ts';
import { isOutright, quotableFor, reasonsAgainst } from '../src/answer/withhold/evidence.ts';
import { clueNames, cluesOf, flagNames } from '../src/answer/withhold/clues.ts';
import type { Clues } from '../src/answer/withhold/clues.ts';
import { opennessOf } from '../src/answer/withhold/question-form.ts';
import { isFirm } from '../src/answer/withhold/reasons.ts';
import type { ObservedReason } from '../src/answer/withhold/reasons.ts';
import type { RankedSentence } from '../src/answer/rank/rank.ts';
import type { ComposeRequest } from '../src/answer/rank/request.ts';
import { rankedRequest } from '../src/answer/ranked/ranked-request.ts';
import type { Question } from '../src/eval/questions.ts';
import { understand } from '../src/query/understand.ts';
import { createRetriever } from '../src/retrieve/retrieve.ts';
import { meanDirection } from '../src/text/vectors.ts';
import { reportDoubt } from './doubt-report.ts';
import { fitLogistic, logistic, probability } from './logistic-fit.ts';
import type { LogisticModel } from './logistic-fit.ts';
import { messagesOf, openCorpus } from './opened-corpus.ts';
import { questionWeightsFile } from './pack-question-form.ts';
import { fitQuadratic, quadraticProbability } from './quadratic-fit.ts';
import type { QuadraticCase } from './quadratic-fit.ts';

/** Of the fit without vectors, on standardised features; between .003 and .01 the figures stay the same. */
const penalty = 0.006;
/** The embedding model was trained on the answerable ones of the customer's questions, and they would outnumber the others. */
const weights = { tuning: 1, 'near-misses': 1, 'far-misses': 1, withholding: 1, 'near-pairs': 1, answerable: 0.3 };
/** Each leaves out its share of the writers. */
const folds = 8;
const sets = ['tuning', 'near-misses', 'far-misses', 'withholding', 'near-pairs', 'answerable'] as const;

export interface DoubtCase extends QuadraticCase {
  readonly set: string;
  readonly writer: string;
  /** Which is enough where there is no vector. */
  readonly hasReason: boolean;
  /** What was decided without a doubt; null where nothing was. */
  readonly decided: 'told' | 'withheld' | null;
}

const { embedder, index, facts, close } = await openCorpus();
const retrieve = createRetriever();
const cases: DoubtCase[] = [];
for (const set of sets) for (const question of messagesOf(set)) cases.push(...(await caseOf(question, set)));
const { sha256 } = embedder.model;
await close();

const fitted = fitQuadratic(undecided(cases));
if (process.argv.includes('--write')) {
  const file = new URL('../src/answer/withhold/question-weights.ts', import.meta.url);
  writeFileSync(file, questionWeightsFile(sha256, fitted, clueNames));
}
printModel('without the vector', fitAlone(undecided(cases)));
reportDoubt('shipped', cases, (each) => logistic(opennessOf(Float32Array.from(each.vector), cluesAsGiven(each))));
reportDoubt('fitted', cases, (each) => quadraticProbability(fitted, each));
reportDoubt('cross-validated', cases, crossValidated(fitQuadratic, quadraticProbability));
reportDoubt('the same without the vector', cases, crossValidated(fitAlone, aloneProbability));
const shippedAlone = { bias: withoutVector.bias, weights: doubtNames.map((name) => withoutVector.weights[name]) };
reportDoubt('shipped without the vector', cases, (each) => aloneProbability(shippedAlone, each));

function cluesAsGiven({ features, flags }: DoubtCase): Clues {
  const values = [...features, ...flags];
  return Object.fromEntries(clueNames.map((name, at) => [name, values[at] ?? 0]));
}

function printModel(name: string, { bias, weights: own }: LogisticModel): void {
  console.log(`${name}, bias: ${bias.toFixed(2)}`);
  console.log(doubtNames.map((each, at) => `${each}: ${(own[at] ?? 0).toFixed(2)}`).join(', '));
}

/** Those that the fit has a say in. */
function undecided(given: readonly DoubtCase[]): DoubtCase[] {
  return given.filter(({ decided }) => decided === null);
}

/** Without vectors, each reason is enough. */
function fitAlone(given: readonly DoubtCase[]): LogisticModel {
  return fitLogistic(
    given
      .filter(({ hasReason }) => !hasReason)
      .map(({ features, found, weight }) => ({ row: features, found, weight })),
    { penalty },
  );
}

function aloneProbability(alone: LogisticModel, each: DoubtCase): number {
  return each.hasReason ? 1 : probability(alone, each.features);
}

/** What a model says of a case that was fitted without the case's writer. */
function crossValidated<Model>(
  fit: (given: readonly DoubtCase[]) => Model,
  probabilityOf: (fittedModel: Model, each: DoubtCase) => number,
): (each: DoubtCase) => number {
  const writers = [...new Set(cases.map(({ writer }) => writer))];
  const foldOf = ({ writer }: DoubtCase): number => writers.indexOf(writer) % folds;
  const models = Array.from({ length: folds }, (_, fold) =>
    fit(undecided(cases.filter((each) => foldOf(each) !== fold))),
  );
  return (each) => {
    const model = models[foldOf(each)];
    return model === undefined ? 0 : probabilityOf(model, each);
  };
}

async function caseOf({ id, turns, abstain }: Question, set: (typeof sets)[number]): Promise<DoubtCase[]> {
  const plan = understand(turns[0] ?? '', facts);
  if (plan.aside || plan.intent === 'presence' || plan.asksWhatIsSaid) return [];
  const vector = meanDirection(await embedder.embed(plan.readings, { patient: true }));
  if (vector === null) return [];
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
  const top = quotableFor(request);
  const reasons = reasonsAgainst(request, top);
  const clues = cluesOf(request, top, reasons);
  return [
    {
      features: doubtNames.map((name) => clues[name] ?? 0),
      flags: flagNames.map((name) => clues[name] ?? 0),
      vector: [...vector],
      found: abstain,
      weight: weights[set],
      writer: id.slice(0, 2),
      set,
      hasReason: reasons.length > 0,
      decided: decidedOf(request, top, reasons),
    },
  ];
}

function decidedOf(
  request: ComposeRequest,
  top: readonly RankedSentence[],
  reasons: readonly ObservedReason[],
): DoubtCase['decided'] {
  if (reasons.some(isFirm)) return 'withheld';
  return isOutright(request, top, reasons) ? 'told' : null;
}
