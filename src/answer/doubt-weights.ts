// What `node --import tsx bench/fit-doubt.ts` gave on the tuning questions, the near misses and the far ones, rounded.
import type { DoubtName } from './doubt-features.ts';

export const doubtBias = 2.9;

export const doubtWeights: Readonly<Record<DoubtName, number>> = {
  score: -2.8,
  similarity: 0.05,
  farOff: -0.25,
  farOffUnknown: 5.6,
  weak: -0.85,
  weakMissing: 0.3,
  weakUnknown: 18.15,
  nothingHeld: -2.25,
  quoted: 0.1,
  quotedInOne: -1.3,
  kindApart: 2.1,
  missing: 0.35,
  missingNext: -0.3,
  unknown: -2.65,
  nounMissing: 0.65,
  words: -4.3,
  lacksKind: 0.15,
  ends: 1.75,
  asksNumber: 0.85,
  asksName: 1.85,
  asksReason: 1.45,
  asksMeaning: -0.5,
  asksNothing: -0.25,
  several: -1.75,
};
