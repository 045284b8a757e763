// Weights of the sentence features: halfway between those fitted before there were known questions and what
// `node --import tsx bench/fit-sentences.ts` gives with them, for there are questions, and documents, that are like none known.
import type { FeatureName } from './features.ts';

export const sentenceWeights: Readonly<Record<FeatureName, number>> = {
  sentence: 4.4,
  context: 1.1,
  passage: -0.75,
  known: 3.5,
  knownNear: 2.5,
  place: 0.4,
  first: 0.75,
  own: -0.15,
  added: 1.9,
  around: 1,
  names: 0.6,
  kind: 0.4,
  lacksKind: -0.85,
  near: 0.65,
  defines: 0.05,
  promises: 0.95,
  heading: -2.2,
  leadIn: -1.5,
  row: 0.15,
  boxed: -1,
  note: 0.45,
  short: 0.05,
  long: -0.35,
  leans: -0.2,
  starts: -0.4,
  // By hand: the questions that the others are fitted on are single messages.
  follows: 0.8,
  given: -4,
};
