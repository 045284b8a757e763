// The learned part of the decision to answer: how likely the sentences share only the topic with the question.
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { cluesOf } from './clues.ts';
import { doubtFeatures, doubtNames } from './doubt-features.ts';
import { withoutVector } from './doubt-weights.ts';
import { opennessOf } from './question-form.ts';
import { questionWeightsModel } from './question-weights.ts';
import { isFirm } from './reasons.ts';
import type { ObservedReason } from './reasons.ts';

/** Above this the answer is withheld: cross-validated, 4 in 100 answerable questions of people whom the embedding model never met lie there. */
const mostDoubt = 0.75;
/**
 * The same where no question is known of any passage found: the fit also learned what those that it was made on leave open, such as who leads a
 * thing. By trial on those of another organisation (test/quality/second-corpus.test.ts).
 */
const mostDoubtElsewhere = 0.87;

/** The doubt above which the answer is withheld. */
export function mostDoubtOf({ found }: ComposeRequest): number {
  return found.some(({ passage }) => passage.knownQuestions.length > 0) ? mostDoubt : mostDoubtElsewhere;
}

/**
 * From 0 to 1.
 * @param top the sentences that an answer would quote, best first. @param reasons what speaks against quoting them; for vectors of a model that
 * the form was not fitted for, any of them is enough.
 */
export function doubtOf(
  request: ComposeRequest,
  top: readonly RankedSentence[],
  reasons: readonly ObservedReason[],
): number {
  if (top.length === 0 || reasons.some(isFirm)) return 1;
  if (request.vector !== null && request.vectorModel === questionWeightsModel)
    return probability(opennessOf(request.vector, cluesOf(request, top, reasons)));
  if (reasons.length > 0) return 1;
  const { bias, weights } = withoutVector;
  const features = doubtFeatures(request, top);
  return probability(doubtNames.reduce((total, name) => total + weights[name] * features[name], bias));
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
