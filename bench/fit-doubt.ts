// Fits the learned part of the decision to answer on the tuning questions, the near and the far misses, cross-validated by writer.
// Usage: node --import tsx bench/fit-doubt.ts   (needs a built index; prints weights for src/answer/doubt-weights.ts)
import { doubtBias, doubtWeights } from '../src/answer/doubt-weights.ts';
import { doubtFeatures, doubtNames } from '../src/answer/doubt-features.ts';
import { evidenceOf, quotable } from '../src/answer/evidence.ts';
import { rankedRequest } from '../src/answer/ranked-request.ts';
import type { Question } from '../src/eval/questions.ts';
import { understand } from '../src/query/understand.ts';
import { createRetriever } from '../src/retrieve/retrieve.ts';
import { meanDirection } from '../src/text/vectors.ts';
import { fitLogistic, probability } from './logistic-fit.ts';
import type { LogisticCase, LogisticModel } from './logistic-fit.ts';
import { messagesOf, openCorpus } from './opened-corpus.ts';

/** On standardised features; between .001 and .01 the figures stay the same. */
const penalty = 0.003;
/** Shares of the answerable questions that may be withheld wrongly. */
const ceilings = [0.02, 0.03, 0.04, 0.05];

interface Case extends LogisticCase {
  readonly writer: string;
  /** Whether a reason withholds it already. */
  readonly hasReason: boolean;
}

const { embedder, index, facts, close } = await openCorpus();
const retrieve = createRetriever();
const own: Case[] = [];
for (const question of messagesOf('tuning')) own.push(...(await caseOf(question)));
const nearMisses: Case[] = [];
for (const question of messagesOf('near-misses')) nearMisses.push(...(await caseOf(question)));
const farMisses: Case[] = [];
for (const question of messagesOf('far-misses')) farMisses.push(...(await caseOf(question)));
await close();

const all = [...own, ...nearMisses, ...farMisses];
const shipped: LogisticModel = { bias: doubtBias, weights: doubtNames.map((name) => doubtWeights[name]) };
const fit = (cases: readonly Case[]): LogisticModel =>
  fitLogistic(
    cases.filter(({ hasReason }) => !hasReason),
    { penalty },
  );
const fitted = fit(all);
const heldOut = [...own, ...farMisses]
  .map(({ writer }) => writer)
  .filter((writer, at, writers) => writers.indexOf(writer) === at);
const models = new Map(heldOut.map((writer) => [writer, fit(all.filter((each) => each.writer !== writer))]));
report(
  'tuning, shipped weights',
  own.map((each) => ({ each, doubt: probability(shipped, each.row) })),
);
report(
  'tuning, cross-validated',
  own.map((each) => ({ each, doubt: probability(models.get(each.writer) ?? fitted, each.row) })),
);
for (const [name, doubtOfCase] of [
  ['shipped', ({ row }: Case) => probability(shipped, row)],
  ['cross-validated', ({ row, writer }: Case) => probability(models.get(writer) ?? fitted, row)],
  ['fitted', ({ row }: Case) => probability(fitted, row)],
] as const) {
  const shares = [0.6, 0.7, 0.74, 0.8].map((most) => {
    const withheld = farMisses.filter((each) => each.hasReason || doubtOfCase(each) > most).length;
    return `${((100 * withheld) / farMisses.length).toFixed(0)} % above ${most}`;
  });
  console.log(`far misses, ${name}: ${shares.join(', ')}`);
}
report(
  'tuning, fitted',
  own.map((each) => ({ each, doubt: probability(fitted, each.row) })),
);
console.log(
  `bias: ${fitted.bias.toFixed(2)}, ${doubtNames.map((name, at) => `${name}: ${(fitted.weights[at] ?? 0).toFixed(2)}`).join(', ')}`,
);

async function caseOf({ id, turns, abstain }: Question): Promise<Case[]> {
  const plan = understand(turns[0] ?? '', facts);
  if (plan.aside || plan.intent === 'presence') return [];
  const vector = meanDirection(await embedder.embed(plan.readings, { patient: true }));
  const found = await retrieve(index, { plan, vector, mode: 'hybrid', limit: 40 });
  const statistics = await index.statistics(plan.terms.map(({ term }) => term));
  const { documents } = facts;
  const request = rankedRequest({
    plan,
    vector,
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
  return [{ row: doubtNames.map((name) => features[name]), found: abstain, writer: id.slice(0, 2), hasReason }];
}

interface Judged {
  readonly each: Case;
  readonly doubt: number;
}

/** What is recognised when at most so many answerable questions are withheld wrongly, reasons included. */
function report(name: string, judged: readonly Judged[]): void {
  const answerable = judged.filter(({ each }) => !each.found);
  const unanswerable = judged.filter(({ each }) => each.found);
  const withheld = (cases: readonly Judged[], most: number): number =>
    cases.filter(({ each, doubt }) => each.hasReason || doubt > most).length / cases.length;
  const lines = ceilings.map((ceiling) => {
    const most =
      Array.from({ length: 100 }, (_, at) => at / 100).find((each) => withheld(answerable, each) <= ceiling) ?? 1;
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    return `${percent(withheld(unanswerable, most))} at ${percent(withheld(answerable, most))} (above ${most})`;
  });
  console.log(`${name.padEnd(24)} ${answerable.length} answerable, ${unanswerable.length} not: ${lines.join('; ')}`);
}
