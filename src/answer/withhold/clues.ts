// All that the learned decision to answer looks at beside the question's vector: numbers between 0 and about 1.
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { doubtFeatures, doubtNames } from './doubt-features.ts';
import type { DoubtName } from './doubt-features.ts';
import { isFirm, weighedReasons } from './reasons.ts';
import type { ObservedReason, WeighedReason } from './reasons.ts';

export const clueNames = [...doubtNames, ...weighedReasons] as const;
export type ClueName = DoubtName | WeighedReason;
/** Those that are not named are 0. */
export type Clues = Readonly<Partial<Record<ClueName, number>>>;

/** @param top the sentences that an answer would quote, best first. @param reasons what speaks against quoting them; each that is weighed counts 1. */
export function cluesOf(
  request: ComposeRequest,
  top: readonly RankedSentence[],
  reasons: readonly ObservedReason[],
): Clues {
  return {
    ...doubtFeatures(request, top),
    ...Object.fromEntries(reasons.filter((reason) => !isFirm(reason)).map((reason) => [reason, 1])),
  };
}
