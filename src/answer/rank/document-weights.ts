// Weights of what speaks for a sentence beside others of its document when several documents are asked about: what
// `node --import tsx bench/fit-documents.ts` gave on the tuning questions, as multiples of the sentence's own score. `counted` is newer and was
// set by hand in proportion to the others; the fit bears it out.

export const documentFeatureNames = [
  'echo', // cosine with what the other documents say best: like is set beside like
  'concepts', // share of what the topic names that the sentence holds
  'label', // stands under a label that is the thing asked for ("Our mission:"), or says "our mission is"
  'figure', // 1 with a figure, −1 without, where figures are asked for; else 0
  'counted', // 1 with a figure for all of what is asked for, −1 for a part of it, where figures of all are asked for
  'scrap', // a few words without label or figure: a title rather than a statement
] as const;
export type DocumentFeatureName = (typeof documentFeatureNames)[number];

export const documentWeights: Readonly<Record<DocumentFeatureName, number>> = {
  echo: 6.5,
  concepts: 3,
  label: 2,
  figure: 2,
  counted: 1.5,
  scrap: -0.8,
};
