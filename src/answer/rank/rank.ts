// Sentences in the order in which they answer: features weighed and summed.
import type { RegisterRow } from '../../domain/commitment.ts';
import type { Plan } from '../../domain/plan.ts';
import type { TermStatistics } from '../../ports.ts';
import { createCandidateReader, featureNames } from './features.ts';
import type { Candidate, FeatureRow, FoundPassage } from './features.ts';
import { sentenceWeights } from './sentence-weights.ts';

export interface RankedSentence extends Candidate {
  readonly score: number;
}

export interface RankRequest {
  readonly plan: Plan;
  readonly vector: Float32Array | null;
  readonly statistics: TermStatistics;
  readonly commitments: readonly RegisterRow[];
}

/** Sentences of the first passages found, best first; equal scores keep the order of retrieval. */
export function rankSentences(found: readonly FoundPassage[], request: RankRequest): RankedSentence[] {
  return createRanking(request)(found);
}

/** The same for one question whose sentences are ranked several times, over some passages and over others. */
export function createRanking(request: RankRequest): (found: readonly FoundPassage[]) => RankedSentence[] {
  const candidatesOf = createCandidateReader(request);
  return (found) =>
    candidatesOf(standardised(found))
      .map(({ passage, sentence, at, quote, tokens, terms, features }) => ({
        passage,
        sentence,
        at,
        quote,
        tokens,
        terms,
        features,
        score: scoreOf(features),
      }))
      .toSorted(byScore);
}

/** In whole numbers: a fraction given back to the sort is put on the heap each time. */
function byScore(one: RankedSentence, other: RankedSentence): number {
  return Number(other.score > one.score) - Number(one.score > other.score);
}

const weights = featureNames.map((name) => sentenceWeights[name]);

function scoreOf(features: FeatureRow): number {
  let score = 0;
  for (let at = 0; at < weights.length; at += 1) score += (weights[at] ?? 0) * (features[at] ?? 0);
  return score;
}

/** Retrieval scores are comparable within one question only, so they are put on a common scale. */
function standardised(found: readonly FoundPassage[]): FoundPassage[] {
  const scores = found.map((each) => each.score);
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length));
  return found.map(({ passage, score, measures = null }) => ({
    passage,
    score: deviation > 1e-9 ? (score - mean) / deviation : 0,
    measures,
  }));
}
