// What `node --import tsx bench/fit-doubt.ts` gave, rounded.
import type { DoubtName } from './doubt-features.ts';

/** What is added to the weighted features before the logistic function. */
export const doubtBias = 4.2;

export const doubtWeights: Readonly<Record<DoubtName, number>> = {
  score: -5.1,
  similarity: -0.15,
  farOff: -0.25,
  farOffUnknown: 0.7,
  weak: -2.9,
  weakMissing: -1.9,
  weakUnknown: 36.95,
  nothingHeld: -1,
  quoted: -0.05,
  quotedInOne: -0.55,
  kindApart: 1.05,
  missing: 0.3,
  missingNext: -0.25,
  unknown: -0.3,
  nounMissing: 0.35,
  words: -2.45,
  lacksKind: -0.05,
  ends: 1.45,
  lacksPremise: 1.25,
  asksNumber: 0.4,
  asksName: 0.7,
  asksReason: -0.15,
  asksMeaning: -0.15,
  asksNothing: -0.05,
  several: -0.95,
};
