// The learned part of the decision to answer: how likely the sentences share only the topic with the question.
import { doubtFeatures, doubtNames } from './doubt-features.ts';
import { doubtBias, doubtWeights } from './doubt-weights.ts';
import type { RankedSentence } from './rank.ts';
import type { ComposeRequest } from './request.ts';

/** Above this the answer is withheld: about 2 in 100 answerable tuning questions lie there that no reason withholds. */
export const mostDoubt = 0.83;

/** From 0 to 1. @param top the sentences that an answer would quote, best first. */
export function doubtOf(request: ComposeRequest, top: readonly RankedSentence[], reasons: readonly string[]): number {
  if (top.length === 0 || reasons.length > 0) return 1;
  const features = doubtFeatures(request, top);
  const sum = doubtNames.reduce((total, name) => total + doubtWeights[name] * features[name], doubtBias);
  return 1 / (1 + Math.exp(-sum));
}
