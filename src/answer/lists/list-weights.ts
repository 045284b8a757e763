// Weights of the list features: what `node --import tsx bench/fit-lists.ts` gave on the tuning and list questions, rounded; but for
// `saysWhat`, which is set by hand: few of those questions count things, so the fit gives it a tenth of this, and either answers as many of
// them rightly.
import type { ListFeatureName } from './list-features.ts';

export const listWeights: Readonly<Record<ListFeatureName, number>> = {
  lead: 0.6,
  bestItem: 1.1,
  meanItem: 0.7,
  known: 2.1,
  knownMean: -0.5,
  context: 0.5,
  passage: 0.7,
  inlineGap: -0.9,
  introWords: 4.5,
  itemWords: -0.2,
  allWords: 0.1,
  introFit: 1.5,
  kindNamed: 0.9,
  kindMissing: -0.5,
  place: 2.2,
  counted: 2.1,
  miscounted: -1.5,
  saysCount: 0.8,
  saysWhat: 3,
  announced: 0.2,
  leadIns: 1,
  row: -0.2,
  column: 0.1,
  inline: -0.9,
  inlineFirst: -1.1,
  clauses: -1.9,
  pastWanted: 0.9,
  pastUnwanted: -1,
  many: -0.5,
  pair: -1.2,
  latest: 0.6,
  none: 3.5,
};
