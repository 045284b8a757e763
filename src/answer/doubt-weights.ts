// What `node --import tsx bench/fit-doubt.ts` gave on the tuning questions and the near misses, rounded.
import type { DoubtName } from './doubt-features.ts';

export const doubtBias = 0.9;

export const doubtWeights: Readonly<Record<DoubtName, number>> = {
  score: -2.2,
  quoted: 1,
  quotedInOne: -0.75,
  kindApart: 1.55,
  missing: 0.85,
  missingNext: -0.2,
  unknown: -2.55,
  nounMissing: 0.55,
  words: -3.25,
  lacksKind: 0.25,
  ends: 1.85,
  asksNumber: 0.8,
  asksName: 1.7,
  asksReason: 1.2,
  asksMeaning: -1.05,
  asksNothing: -0.3,
  several: -1.5,
};
