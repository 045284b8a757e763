// What `node --import tsx bench/fit-doubt.ts` once gave for the measures alone; what it gives today tells no better.
import type { DoubtName } from './doubt-features.ts';

/** A logistic score: the bias and the weighted features, summed. */
export interface DoubtModel {
  readonly bias: number;
  readonly weights: Readonly<Record<DoubtName, number>>;
}

/** For vectors of a model that the form was not fitted for; these were fitted before there were near pairs. */
export const withoutVector: DoubtModel = {
  bias: 0.6,
  weights: {
    score: -1.3,
    similarity: -1.65,
    farOff: 0.4,
    farOffUnknown: -0.65,
    weak: -0.05,
    weakMissing: 1.35,
    weakUnknown: 8.65,
    nothingHeld: -1.65,
    quoted: 0.5,
    quotedInOne: -0.55,
    kindApart: 1.45,
    missing: 0.75,
    missingNext: 0,
    unknown: -1.35,
    nounMissing: 0.75,
    words: -3.15,
    lacksKind: -0.3,
    ends: 1.9,
    lacksPremise: 1,
    asksNumber: 0.95,
    asksName: 1.05,
    asksReason: -1,
    asksMeaning: -0.15,
    asksNothing: -0.45,
    several: -1.35,
  },
};
