// Logistic regression with an L2 penalty: the probability that a case is one of those to find.

export interface LogisticCase {
  readonly row: readonly number[];
  readonly found: boolean;
}

export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

export interface LogisticOptions {
  /** Strength of the pull towards 0 of each weight, on features scaled to a standard deviation of 1. */
  readonly penalty: number;
  readonly steps?: number;
}

/** Minimises the mean log loss plus penalty × |w|² by gradient descent; the weights are for the features as given. */
export function fitLogistic(cases: readonly LogisticCase[], { penalty, steps = 600 }: LogisticOptions): LogisticModel {
  const width = cases[0]?.row.length ?? 0;
  const scales = Array.from({ length: width }, (_, at) => scaleOf(cases.map(({ row }) => row[at] ?? 0)));
  const rows = cases.map(({ row }) =>
    row.map((value, at) => (value - (scales[at]?.mean ?? 0)) / (scales[at]?.deviation ?? 1)),
  );
  let model: LogisticModel = { bias: 0, weights: scales.map(() => 0) };
  for (let step = 0; step < steps; step += 1) model = descend(model, rows, cases, penalty);
  const weights = model.weights.map((weight, at) => weight / (scales[at]?.deviation ?? 1));
  const shift = weights.reduce((sum, weight, at) => sum + weight * (scales[at]?.mean ?? 0), 0);
  return { bias: model.bias - shift, weights };
}

export function probability({ bias, weights }: LogisticModel, row: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), bias)));
}

const rate = 0.5;

function descend(
  model: LogisticModel,
  rows: readonly (readonly number[])[],
  cases: readonly LogisticCase[],
  penalty: number,
): LogisticModel {
  let biasSlope = 0;
  const slopes = model.weights.map((weight) => 2 * penalty * weight);
  rows.forEach((row, at) => {
    const error = (probability(model, row) - Number(cases[at]?.found)) / rows.length;
    biasSlope += error;
    row.forEach((value, feature) => {
      slopes[feature] = (slopes[feature] ?? 0) + error * value;
    });
  });
  return {
    bias: model.bias - rate * biasSlope,
    weights: model.weights.map((weight, feature) => weight - rate * (slopes[feature] ?? 0)),
  };
}

function scaleOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  // A feature that never varies says nothing, and must not divide by nothing.
  return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 1 };
}
