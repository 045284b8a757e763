// The measures over many scored questions, each with the number of cases behind it.
import type { Score } from './score.ts';

/** A mean between 0 and 1 over `count` cases; null without any. */
export interface Measure {
  readonly value: number | null;
  readonly count: number;
}

export interface SearchMeasures {
  readonly recallAt1: Measure;
  readonly recallAt5: Measure;
  readonly recallAt10: Measure;
  readonly mrr: Measure;
}

export interface AnswerMeasures {
  /** Questions whose reply has its answer words, all its evidence and nothing forbidden. */
  readonly allRight: Measure;
  /** Questions whose reply has a string of every answer group and nothing forbidden. */
  readonly answerPass: Measure;
  /** Evidence groups that a cited passage meets. */
  readonly evidenceGroups: Measure;
  /** Questions all of whose evidence groups cited passages meet. */
  readonly quotedEvidence: Measure;
  readonly citationPrecision: Measure;
  readonly verbatimQuotes: Measure;
  readonly abstentionRight: Measure;
  readonly abstentionWrong: Measure;
}

export interface Measures {
  readonly questions: number;
  /** Search, each evidence group one case. */
  readonly byGroup: SearchMeasures;
  /** Search, each question with evidence one case. */
  readonly byQuestion: SearchMeasures;
  readonly answers: AnswerMeasures;
}

export interface Summary {
  readonly overall: Measures;
  readonly byKind: Readonly<Record<string, Measures>>;
  readonly byPersona: Readonly<Record<string, Measures>>;
  readonly milliseconds: { readonly median: number; readonly p95: number };
}

export function summarise(scores: readonly Score[]): Summary {
  const times = scores.map((score) => score.milliseconds);
  return {
    overall: measure(scores),
    byKind: measureBy(scores, ({ kind }) => kind),
    byPersona: measureBy(scores, ({ persona }) => persona),
    milliseconds: { median: percentile(times, 0.5), p95: percentile(times, 0.95) },
  };
}

export function measure(scores: readonly Score[]): Measures {
  const withEvidence = scores.map(({ ranks }) => ranks).filter((ranks) => ranks.length > 0);
  return {
    questions: scores.length,
    byGroup: searchMeasures(withEvidence.flat().map((rank) => [rank])),
    byQuestion: searchMeasures(withEvidence),
    answers: answerMeasures(scores),
  };
}

function measureBy(scores: readonly Score[], nameOf: (score: Score) => string): Record<string, Measures> {
  const names = [...new Set(scores.map(nameOf))].toSorted();
  return Object.fromEntries(names.map((name) => [name, measure(scores.filter((score) => nameOf(score) === name))]));
}

type Ranks = readonly (number | null)[];

/** @param cases for each the ranks of its groups, of which there is at least one. */
function searchMeasures(cases: readonly Ranks[]): SearchMeasures {
  const recall = (k: number): Measure =>
    mean(cases.map((ranks) => ranks.filter((rank) => rank !== null && rank <= k).length / ranks.length));
  return { recallAt1: recall(1), recallAt5: recall(5), recallAt10: recall(10), mrr: mean(cases.map(reciprocalRank)) };
}

/** Of the first passage that meets any group. */
function reciprocalRank(ranks: Ranks): number {
  return Math.max(0, ...ranks.map((rank) => (rank === null ? 0 : 1 / rank)));
}

function answerMeasures(scores: readonly Score[]): AnswerMeasures {
  const answered = scores.filter(({ missing }) => missing !== null);
  const quoting = scores.filter(({ unquoted }) => unquoted !== null);
  const naming = scores.filter(({ strayCitations }) => strayCitations !== null);
  const sum = (of: readonly Score[], count: (score: Score) => number): number =>
    of.reduce((total, score) => total + count(score), 0);
  const cited = sum(naming, ({ citations }) => citations);
  const groups = sum(quoting, ({ ranks }) => ranks.length);
  const hasWords = ({ missing, forbidden }: Score): boolean => missing?.length === 0 && forbidden.length === 0;
  return {
    allRight: share(answered, (score) => hasWords(score) && (score.unquoted ?? []).length === 0),
    answerPass: share(answered, hasWords),
    evidenceGroups: ratio(groups - sum(quoting, ({ unquoted }) => unquoted?.length ?? 0), groups),
    quotedEvidence: share(quoting, ({ unquoted }) => unquoted?.length === 0),
    citationPrecision: ratio(cited - sum(naming, ({ strayCitations }) => strayCitations?.length ?? 0), cited),
    verbatimQuotes: ratio(
      sum(scores, ({ quotations }) => quotations.verbatim),
      sum(scores, ({ quotations }) => quotations.all),
    ),
    abstentionRight: share(
      scores.filter(({ shouldAbstain }) => shouldAbstain === true),
      ({ abstained }) => abstained,
    ),
    abstentionWrong: share(
      scores.filter(({ shouldAbstain }) => shouldAbstain === false),
      ({ abstained }) => abstained,
    ),
  };
}

function share(scores: readonly Score[], isMet: (score: Score) => boolean): Measure {
  return ratio(scores.filter(isMet).length, scores.length);
}

function mean(values: readonly number[]): Measure {
  return ratio(
    values.reduce((total, value) => total + value, 0),
    values.length,
  );
}

function ratio(met: number, count: number): Measure {
  return { value: count === 0 ? null : met / count, count };
}

/** The smallest of the values that at least this share of them does not exceed; 0 without any. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
