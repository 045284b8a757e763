// All that the learned decision to answer looks at beside the question's vector: numbers between 0 and about 1.
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { doubtFeatures, doubtNames } from './doubt-features.ts';
import type { DoubtName } from './doubt-features.ts';
import { isFirm, weighedReasons } from './reasons.ts';
import type { ObservedReason, WeighedReason } from './reasons.ts';
import { signNames, signsAgainst } from './signs.ts';
import type { Sign } from './signs.ts';

/** Clues that are 1 where they were seen. */
export const flagNames = [...weighedReasons, ...signNames] as const;
export const clueNames = [...doubtNames, ...flagNames] as const;
export type ClueName = DoubtName | WeighedReason | Sign;
/** Those that are not named are 0. */
export type Clues = Readonly<Partial<Record<ClueName, number>>>;

/** @param top the sentences that an answer would quote, best first. @param reasons what speaks against quoting them; each that is weighed counts 1. */
export function cluesOf(
  request: ComposeRequest,
  top: readonly RankedSentence[],
  reasons: readonly ObservedReason[],
): Clues {
  const seen = [...reasons.filter((reason) => !isFirm(reason)), ...signsAgainst(request, top)];
  return { ...doubtFeatures(request, top), ...Object.fromEntries(seen.map((flag) => [flag, 1])) };
}
