// Weights of the sentence features: what `node --import tsx bench/fit-sentences.ts` gave on the tuning questions, rounded.
import type { FeatureName } from './features.ts';

export const sentenceWeights: Readonly<Record<FeatureName, number>> = {
  sentence: 5.45,
  context: 2.1,
  passage: -0.35,
  known: 3.7,
  knownNear: 2.9,
  place: 0.65,
  first: 0.2,
  own: 0,
  added: 1.7,
  around: 1.1,
  names: 0.65,
  kind: 0.4,
  lacksKind: -0.9,
  near: 0.5,
  defines: 0.25,
  promises: 1,
  heading: -2.65,
  leadIn: -1.1,
  row: 0.5,
  boxed: -1,
  note: 0.5,
  short: -0.1,
  long: -0.45,
  leans: -0.2,
  starts: -0.35,
  // By hand: the questions that the others are fitted on are single messages.
  follows: 0.8,
  given: -4,
};
