// Weights of the signals: near what `node --import tsx bench/fit-weights.ts` gives on the tuning questions with known questions and
// without them, for a corpus may have none. Where there are some the fit alone would do without `contextDense`, to no gain.
import type { SignalWeights } from './fuse.ts';

export const signalWeights: SignalWeights = {
  passageLexical: 0.3,
  sentenceLexical: 0.15,
  passageDense: 0.15,
  sentenceDense: 0.3,
  contextDense: 0.4,
  knownDense: 1,
  askedDense: 0.3,
};

/** Added to the score of the latest document's passages where the question names no time. */
export const latestBonus = 0.3;
