// What `node --import tsx bench/fit-doubt.ts` gave on the tuning questions and the near misses, rounded.
import type { DoubtName } from './doubt-features.ts';

export const doubtBias = 1.5;

export const doubtWeights: Readonly<Record<DoubtName, number>> = {
  score: -3.2,
  quoted: 1.35,
  missing: 1.05,
  missingNext: 0.5,
  unknown: -2.9,
  nounMissing: 0.85,
  words: -4.75,
  lacksKind: 0.7,
  ends: 1.85,
  asksNumber: 0.8,
  asksName: 0.95,
  asksReason: -0.6,
  asksMeaning: -1.65,
  asksNothing: -0.7,
  several: -1.6,
};
