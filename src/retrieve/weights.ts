// Weights of the signals. Start values by hand; fitted ones come from `bench/fit-weights.ts`.
import type { SignalWeights } from './fuse.ts';

export const signalWeights: SignalWeights = {
  passageLexical: 0.35,
  sentenceLexical: 0.5,
  coverage: 0.1,
  passageDense: 0.5,
  sentenceDense: 0.7,
  secondSentenceDense: 0.1,
};

/** Added to the score of the latest document's passages where the question names no time. */
export const latestBonus = 0.15;
