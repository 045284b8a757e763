// What `node --import tsx bench/fit-doubt.ts` gave, rounded.
import type { DoubtName } from './doubt-features.ts';

export interface DoubtModel {
  readonly bias: number;
  readonly weights: Readonly<Record<DoubtName, number>>;
}

/** Beside the weights of the question's vector. */
export const besideVector: DoubtModel = {
  bias: 4.3,
  weights: {
    score: -5.2,
    similarity: -0.1,
    farOff: -0.35,
    farOffUnknown: 0.8,
    weak: -3,
    weakMissing: -1.95,
    weakUnknown: 37.15,
    nothingHeld: -1.05,
    quoted: -0.1,
    quotedInOne: -0.55,
    kindApart: 1.05,
    missing: 0.3,
    missingNext: -0.2,
    unknown: -0.35,
    nounMissing: 0.35,
    words: -2.5,
    lacksKind: -0.05,
    ends: 1.45,
    lacksPremise: 1.25,
    asksNumber: 0.45,
    asksName: 0.7,
    asksReason: -0.15,
    asksMeaning: -0.15,
    asksNothing: -0.05,
    several: -0.95,
  },
};

/** For vectors of a model that those weights were not fitted for. */
export const withoutVector: DoubtModel = {
  bias: 3.2,
  weights: {
    score: -5.1,
    similarity: 1,
    farOff: 0.2,
    farOffUnknown: 0.8,
    weak: -5.1,
    weakMissing: 0.75,
    weakUnknown: 47.05,
    nothingHeld: -1.35,
    quoted: 0.25,
    quotedInOne: -0.15,
    kindApart: 1.2,
    missing: 0.65,
    missingNext: -0.15,
    unknown: -0.3,
    nounMissing: 0.7,
    words: -3,
    lacksKind: -0.35,
    ends: 1.8,
    lacksPremise: 1.25,
    asksNumber: 1,
    asksName: 1.1,
    asksReason: -0.65,
    asksMeaning: -0.1,
    asksNothing: -0.4,
    several: -1.55,
  },
};
