// Weights of the sentence features: what `node --import tsx bench/fit-sentences.ts` gave on the tuning questions, rounded.
import type { FeatureName } from './features.ts';

export const sentenceWeights: Readonly<Record<FeatureName, number>> = {
  sentence: 3.3,
  context: 0.05,
  passage: -1.15,
  known: 3.25,
  knownNear: 2.1,
  place: 0.15,
  first: 1.3,
  own: -0.35,
  added: 2.05,
  around: 0.9,
  names: 0.55,
  kind: 0.35,
  lacksKind: -0.8,
  near: 0.8,
  defines: -0.15,
  promises: 0.9,
  heading: -1.8,
  leadIn: -1.95,
  row: -0.2,
  boxed: -1,
  note: 0.45,
  short: 0.2,
  long: -0.2,
  leans: -0.25,
  starts: -0.5,
  // By hand: the questions that the others are fitted on are single messages.
  follows: 0.8,
  given: -4,
};
