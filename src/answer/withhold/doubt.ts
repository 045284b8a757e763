// The learned part of the decision to answer: how likely the sentences share only the topic with the question.
import { doubtFeatures, doubtNames } from './doubt-features.ts';
import { besideVector, withoutVector } from './doubt-weights.ts';
import type { DoubtModel } from './doubt-weights.ts';
import { opennessOf } from './question-form.ts';
import { questionWeightsModel } from './question-weights.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';

/** Above this the answer is withheld: cross-validated, 4 in 100 answerable tuning questions lie there or have a reason against them. */
export const mostDoubt = 0.78;

/** The same where there are signs against an answer; by trial on the questions that the fit was made on, for which 1 in 400 more is withheld wrongly. */
export const mostDoubtOfSuspect = 0.5;

/** From 0 to 1. @param top the sentences that an answer would quote, best first. */
export function doubtOf(request: ComposeRequest, top: readonly RankedSentence[], reasons: readonly string[]): number {
  if (top.length === 0 || reasons.length > 0) return 1;
  const features = doubtFeatures(request, top);
  const isFitted = request.vectorModel === questionWeightsModel;
  const { bias, weights }: DoubtModel = isFitted ? besideVector : withoutVector;
  const sum = doubtNames.reduce((total, name) => total + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-sum - (isFitted ? opennessOf(request.vector) : 0)));
}
