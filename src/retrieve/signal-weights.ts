// Weights of the signals: what `node --import tsx bench/fit-weights.ts` gave on the tuning questions, rounded to a twentieth.
import type { SignalWeights } from './fuse.ts';

export const signalWeights: SignalWeights = {
  passageLexical: 0.3,
  sentenceLexical: 0.15,
  passageDense: 0.15,
  sentenceDense: 0.3,
  contextDense: 0.55,
  knownDense: 0.5,
  askedDense: 0.3,
};

/** Added to the score of the latest document's passages where the question names no time. */
export const latestBonus = 0.3;
