// Fits the weights of a linear scorer so that right passages come before wrong ones: listwise softmax, pulled towards a prior.

/** One question's candidates: a row of features each, and which of them answer it. */
export interface Example {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

export interface FitOptions {
  readonly prior: readonly number[];
  /** Strength of the pull towards the prior: few questions should not move a weight far. */
  readonly pull: number;
  readonly steps?: number;
}

/** How sharply the softmax tells scores apart; scores of standardised features differ by about one. */
const sharpness = 1.5;
const rate = 0.03;
/** A row that pushes less than this moves no weight by a thousandth in all steps together; most rows are such. */
const leastPush = 1e-9;

/**
 * Minimises −log(share of the softmax that the right rows have), averaged over the examples, plus pull × |w − prior|².
 * Adam (Kingma and Ba, 2015) with fixed steps, so the same examples give the same weights.
 */
export function fitWeights(examples: readonly Example[], { prior, pull, steps = 250 }: FitOptions): number[] {
  const weights = [...prior];
  const mean = prior.map(() => 0);
  const square = prior.map(() => 0);
  for (let step = 1; step <= steps; step += 1) {
    const gradient = gradientOf(examples, weights, prior, pull);
    gradient.forEach((slope, index) => {
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * slope;
      square[index] = 0.99 * (square[index] ?? 0) + 0.01 * slope * slope;
      const corrected = (mean[index] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((square[index] ?? 0) / (1 - 0.99 ** step));
      weights[index] = (weights[index] ?? 0) - (rate * corrected) / (spread + 1e-8);
    });
  }
  return weights;
}

function gradientOf(
  examples: readonly Example[],
  weights: readonly number[],
  prior: readonly number[],
  pull: number,
): number[] {
  const gradient = weights.map((weight, index) => 2 * pull * (weight - (prior[index] ?? 0)));
  for (const { rows, right } of examples) {
    const shares = softmax(rows.map((row) => sharpness * product(row, weights)));
    const rightShare = shares.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0);
    if (rightShare === 0) continue;
    for (const [at, row] of rows.entries()) {
      const share = shares[at] ?? 0;
      const push = (sharpness * (share - (right[at] ? share / rightShare : 0))) / examples.length;
      if (Math.abs(push) > leastPush) add(gradient, row, push);
    }
  }
  return gradient;
}

/** Adds a multiple of a row to the gradient. */
function add(gradient: number[], row: readonly number[], times: number): void {
  for (let index = 0; index < row.length; index += 1)
    gradient[index] = (gradient[index] ?? 0) + times * (row[index] ?? 0);
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}

function product(row: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < row.length; index += 1) sum += (row[index] ?? 0) * (weights[index] ?? 0);
  return sum;
}
