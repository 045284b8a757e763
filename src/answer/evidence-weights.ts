// The decision to answer: a logistic fit on the tuning questions and on near misses, rounded. The threshold keeps the questions
// that are wrongly withheld at about one in twenty.

export const evidenceWeights: {
  readonly bias: number;
  readonly signals: Readonly<Record<string, number>>;
  readonly threshold: number;
} = {
  bias: -0.86,
  signals: {
    similarity: 1.2,
    context: 1,
    own: -1.45,
    around: 0.2,
    added: 1.85,
    lacksKind: -1.55,
    near: -0.8,
    unknown: 1.25,
    few: 1.55,
    personal: -0.5,
    opinion: -1,
    future: -0.95,
  },
  threshold: 0.23,
};
