// Fits the weights that choose among stated lists, or none, and says what they are worth, cross-validated by writer.
// Usage: node --import tsx bench/fit-lists.ts   (needs a built index; prints weights for src/answer/lists/list-weights.ts)
import { composeFact } from '../src/answer/compose/compose-fact.ts';
import { listCandidates } from '../src/answer/lists/list-candidates.ts';
import { listFeatureNames, listFeatures } from '../src/answer/lists/list-features.ts';
import type { ListFeatureName, ListFeatures } from '../src/answer/lists/list-features.ts';
import type { StatedList } from '../src/answer/lists/stated-list.ts';
import { quotationsOf, textOf } from '../src/answer/quote/quotation.ts';
import { rankSentences } from '../src/answer/rank/rank.ts';
import type { ComposeRequest } from '../src/answer/rank/request.ts';
import { meantDocuments } from '../src/domain/plan.ts';
import { normalise } from '../src/eval/normalise.ts';
import type { Question } from '../src/eval/questions.ts';
import { understand } from '../src/query/understand.ts';
import { createRetriever } from '../src/retrieve/retrieve.ts';
import { meanDirection } from '../src/text/vectors.ts';
import { reportFit } from './fit-report.ts';
import { openCorpus, singleMessages } from './opened-corpus.ts';
import { fitWeights } from './softmax-fit.ts';
import type { Example } from './softmax-fit.ts';

/** What each clue seems worth before any question is looked at; the rest is worth nothing. */
const byHand: Partial<Record<ListFeatureName, number>> = {
  lead: 1.6,
  bestItem: 0.8,
  known: 1,
  inlineGap: -0.8,
  introWords: 2,
  itemWords: 0.5,
  introFit: 1,
  kindNamed: 0.8,
  place: 1,
  counted: 1.2,
  miscounted: -1,
  saysCount: 0.7,
  inline: -0.5,
  inlineFirst: 0.3,
  clauses: -0.8,
  pair: -0.7,
  many: -0.3,
  pastWanted: 0.5,
  pastUnwanted: -1,
  latest: 0.5,
  none: 3,
};
const prior = listFeatureNames.map((name) => byHand[name] ?? 0);
/** Strength of the pull towards them. */
const pull = 0.003;
/** Lists of a question that are fitted on: those that the weights by hand put first, and the right ones. */
const hardest = 40;
/** Passages that are found and that sentences are ranked from, and those whose documents' lists are looked at, as in an answer. */
const passages = { found: 40, ranked: 15, documents: 8 };

interface Case extends Example {
  readonly writer: string;
}

const { embedder, index, facts, close } = await openCorpus();
const retrieve = createRetriever();
const documents = await index.documents();
const tuning = [...(await casesOf('tuning')), ...(await casesOf('lists'))];
const development = await casesOf('dev');
reportFit({ names: listFeatureNames, current: prior, tuning, development, fit, rankOf, print: report });
await close();

function fit(cases: readonly Case[]): number[] {
  const usable = cases.filter(({ right }) => right.includes(true));
  return fitWeights(usable, { prior, pull });
}

/** Questions for a list, and others that are taken for one. */
async function casesOf(name: string): Promise<Case[]> {
  const cases: Case[] = [];
  for (const question of singleMessages(name)) {
    const plan = understand(question.turns[0] ?? '', facts);
    if (question.kind === 'list' || plan.intent === 'list') cases.push(await caseOf(question, await requestOf(plan)));
  }
  return cases;
}

async function requestOf(plan: ComposeRequest['plan']): Promise<ComposeRequest> {
  const vector = meanDirection(await embedder.embed(plan.readings, { patient: true }));
  const found = await retrieve(index, { plan, vector, mode: 'hybrid', limit: passages.found });
  const statistics = await index.statistics(plan.terms.map(({ term }) => term));
  const commitments = await index.commitments();
  const meant = meantDocuments(plan.scope);
  const eligible = found.filter(({ documentId }) => meant.has(documentId)).slice(0, passages.ranked);
  const ranked = rankSentences(eligible, { plan, vector, statistics, commitments });
  const near = new Set(found.slice(0, passages.documents).map(({ documentId }) => documentId));
  const surroundings = new Map(
    await Promise.all([...near].map(async (id) => [id, await index.passagesOf(id)] as const)),
  );
  return {
    plan,
    vector,
    vectorModel: embedder.model.sha256,
    found,
    statistics,
    documents,
    acronyms: [],
    commitments,
    insight: await index.insight(),
    surroundings,
    ranked,
    rankedIn: () => ranked,
  };
}

/** The lists of one question, and last the answer by single sentences; right are those that hold every word of the answer. */
async function caseOf({ id, kind, answer, docs }: Question, request: ComposeRequest): Promise<Case> {
  const lists = listCandidates(request);
  const features = listFeatures(lists, request);
  const holds = (text: string): boolean =>
    answer.every((group) => group.some((words) => normalise(text).includes(normalise(words))));
  const fact = composeFact(request);
  const isFact = fact !== null && holds(quotationsOf(fact.paragraphs).map(textOf).join(' '));
  // Where one sentence is wanted and answers, a list that has it among others is no better.
  const listsCount = kind === 'list' || !isFact;
  const right = lists.map((list) => listsCount && isOf(list, docs) && holds(wordsOf(list)));
  return hardestOf({
    writer: id.slice(0, 2),
    rows: [...features.lists, features.none].map(toRow),
    right: [...right, isFact],
  });
}

function toRow(features: ListFeatures): number[] {
  return listFeatureNames.map((name) => features[name] ?? 0);
}

function isOf({ items: [first] }: StatedList, docs: readonly string[]): boolean {
  return docs.some((key) => first?.name.passage.documentId.startsWith(key));
}

function wordsOf({ lead, items, within }: StatedList): string {
  return [lead, within, ...items.map(({ whole }) => whole)].map((part) => (part ? textOf(part) : '')).join(' ');
}

function hardestOf({ writer, rows, right }: Case): Case {
  const none = rows.length - 1;
  const order = rows.map((_, at) => at).toSorted((one, other) => score(rows[other], prior) - score(rows[one], prior));
  const kept = [...new Set([...order.slice(0, hardest), ...order.filter((at) => right[at] === true), none])];
  return { writer, rows: kept.map((at) => rows[at] ?? []), right: kept.map((at) => right[at] ?? false) };
}

function score(row: readonly number[] | undefined, weights: readonly number[]): number {
  return (row ?? []).reduce((sum, value, feature) => sum + value * (weights[feature] ?? 0), 0);
}

/** Rank of the first right one, from 1; 0 where none is found. */
function rankOf({ rows, right }: Case, weights: readonly number[]): number {
  const scored = rows.map((row, at) => ({ at, score: score(row, weights) }));
  return scored.toSorted((one, other) => other.score - one.score).findIndex(({ at }) => right[at] === true) + 1;
}

function report(name: string, ranks: readonly number[]): void {
  const within = (k: number): string =>
    ((100 * ranks.filter((rank) => rank > 0 && rank <= k).length) / ranks.length).toFixed(1);
  console.log(
    `${name.padEnd(26)} ${String(ranks.length).padStart(4)} questions  right first ${within(1)}, of the first three ${within(3)}`,
  );
}
