// What `node --import tsx bench/fit-doubt.ts` gave, rounded.
import type { DoubtName } from './doubt-features.ts';

export const doubtBias = 2.65;

export const doubtWeights: Readonly<Record<DoubtName, number>> = {
  score: -2,
  similarity: -2.6,
  farOff: 1.75,
  farOffUnknown: 0.5,
  weak: 0.1,
  weakMissing: -1.25,
  weakUnknown: 5.3,
  nothingHeld: -1.3,
  quoted: -0.45,
  quotedInOne: -1.1,
  kindApart: 1.3,
  missing: 0.3,
  missingNext: -0.35,
  unknown: -0.25,
  nounMissing: 0.45,
  words: -2.5,
  lacksKind: 0.05,
  ends: 1.5,
  lacksPremise: 1.05,
  asksNumber: 0.15,
  asksName: 0.8,
  asksReason: -0.15,
  asksMeaning: -0.3,
  asksNothing: -0.15,
  several: -0.9,
};
