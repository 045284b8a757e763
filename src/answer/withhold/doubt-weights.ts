// What `node --import tsx bench/fit-doubt.ts` gave, rounded.
import type { DoubtName } from './doubt-features.ts';

/** A logistic score: the bias and the weighted features, summed. */
export interface DoubtModel {
  readonly bias: number;
  readonly weights: Readonly<Record<DoubtName, number>>;
}

/** Beside the form of the question's vector. */
export const besideVector: DoubtModel = {
  bias: 2.25,
  weights: {
    score: -1.9,
    similarity: -2.65,
    farOff: 0.9,
    farOffUnknown: 0.8,
    weak: 0.55,
    weakMissing: -0.6,
    weakUnknown: 5.6,
    nothingHeld: -1.05,
    quoted: -0.35,
    quotedInOne: -1.2,
    kindApart: 1,
    missing: 0.2,
    missingNext: -0.7,
    unknown: -0.8,
    nounMissing: 0.2,
    words: -1.4,
    lacksKind: 0.2,
    ends: 2.15,
    lacksPremise: 1.15,
    asksNumber: -0.1,
    asksName: 0.65,
    asksReason: 0.65,
    asksMeaning: 0,
    asksNothing: 0.6,
    several: -0.55,
  },
};

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
