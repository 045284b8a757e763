// Logistic regression with an L2 penalty: the probability that a case is one of those to find.

export interface LogisticCase {
  readonly row: readonly number[];
  readonly found: boolean;
  /** How much it counts beside the others; 1 where nothing is said. */
  readonly weight?: number;
}

export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

export interface LogisticOptions {
  /** Strength of the pull towards 0 of each weight, on features scaled to a standard deviation of 1. */
  readonly penalty: number;
  /** The standard deviation that each feature is scaled to instead; the smaller, the harder its weight is pulled. */
  readonly deviations?: readonly number[];
  readonly steps?: number;
}

/** Cases on one scale, row after row, with their shares of the loss. */
interface Table {
  readonly width: number;
  readonly values: Float64Array;
  readonly found: Uint8Array;
  readonly shares: Float64Array;
}

/** Minimises the mean log loss plus penalty × |w|² by accelerated gradient descent; the weights are for the features as given. */
export function fitLogistic(cases: readonly LogisticCase[], options: LogisticOptions): LogisticModel {
  const { penalty, deviations = [], steps = 400 } = options;
  const width = cases[0]?.row.length ?? 0;
  const scales = Array.from({ length: width }, (_, at) => scaleOf(cases, at, deviations[at] ?? 1));
  const table = tableOf(cases, scales);
  const rate = 1 / (steepness(table) / 4 + 2 * penalty);
  // The bias stands first; what lies ahead of the last step is looked at, as Nesterov does.
  let here = new Float64Array(width + 1);
  let ahead = here;
  for (let step = 0; step < steps; step += 1) {
    const slopes = slopesAt(table, ahead, penalty);
    const next = ahead.map((value, at) => value - rate * (slopes[at] ?? 0));
    const momentum = step / (step + 3);
    const last = here;
    ahead = next.map((value, at) => value + momentum * (value - (last[at] ?? 0)));
    here = next;
  }
  const weights = scales.map(({ factor }, at) => factor * (here[at + 1] ?? 0));
  const shift = weights.reduce((sum, weight, at) => sum + weight * (scales[at]?.mean ?? 0), 0);
  return { bias: (here[0] ?? 0) - shift, weights };
}

export function probability({ bias, weights }: LogisticModel, row: readonly number[]): number {
  return logistic(weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), bias));
}

/** The probability of these log odds. */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function slopesAt({ width, values, found, shares }: Table, model: Float64Array, penalty: number): Float64Array {
  const slopes = model.map((weight, at) => (at === 0 ? 0 : 2 * penalty * weight));
  for (let row = 0; row < found.length; row += 1) {
    let sum = model[0] ?? 0;
    for (let at = 0; at < width; at += 1) sum += (model[at + 1] ?? 0) * (values[row * width + at] ?? 0);
    const error = (shares[row] ?? 0) * (logistic(sum) - (found[row] ?? 0));
    slopes[0] = (slopes[0] ?? 0) + error;
    for (let at = 0; at < width; at += 1)
      slopes[at + 1] = (slopes[at + 1] ?? 0) + error * (values[row * width + at] ?? 0);
  }
  return slopes;
}

const powerSteps = 40;

/** Largest eigenvalue of the second moments, a little above: the curvature of the loss is at most a quarter of it. */
function steepness({ width, values, shares }: Table): number {
  let direction = new Float64Array(width).fill(1);
  let length = 1;
  for (let step = 0; step < powerSteps; step += 1) {
    const next = new Float64Array(width);
    for (let row = 0; row < shares.length; row += 1) {
      let sum = 0;
      for (let at = 0; at < width; at += 1) sum += (direction[at] ?? 0) * (values[row * width + at] ?? 0);
      for (let at = 0; at < width; at += 1)
        next[at] = (next[at] ?? 0) + (shares[row] ?? 0) * sum * (values[row * width + at] ?? 0);
    }
    length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  // The bias is a column of ones, upright on the others, which have a mean of 0.
  return 1.1 * Math.max(1, length);
}

export interface Scale {
  readonly mean: number;
  readonly factor: number;
}

function tableOf(cases: readonly LogisticCase[], scales: readonly Scale[]): Table {
  const total = cases.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return {
    width: scales.length,
    values: Float64Array.from(
      cases.flatMap(({ row }) => scales.map(({ mean, factor }, at) => factor * ((row[at] ?? 0) - mean))),
    ),
    found: Uint8Array.from(cases, ({ found }) => Number(found)),
    shares: Float64Array.from(cases, ({ weight = 1 }) => weight / total),
  };
}

/** How a feature is brought to a mean of 0 and the given standard deviation. */
export function scaleOf(cases: readonly LogisticCase[], at: number, deviation: number): Scale {
  const values = cases.map(({ row }) => row[at] ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  // A feature that never varies says nothing, and must not divide by nothing.
  return { mean, factor: variance > 1e-12 ? deviation / Math.sqrt(variance) : deviation };
}
