// Kernel logistic regression: a score that is linear and quadratic in a case's vector, and linear in its clues with weights that themselves
// depend on the vector.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { logistic, scaleOf } from './logistic-fit.ts';
import type { Scale } from './logistic-fit.ts';

export interface QuadraticCase {
  /** Numbers that are scaled by how much they vary. */
  readonly features: readonly number[];
  /** Numbers that count as they are: 1 where something was seen, else 0. */
  readonly flags: readonly number[];
  /** Of unit length. */
  readonly vector: readonly number[];
  readonly found: boolean;
  /** How much it counts beside the others. */
  readonly weight: number;
}

/** A direction of the vectors, of unit length, and what the square of a vector's share in it weighs. */
export interface Direction {
  readonly weight: number;
  readonly direction: readonly number[];
}

/** What a clue weighs, and what is added to that by its product with the vector. */
export interface Clue {
  readonly weight: number;
  readonly vector: readonly number[];
}

export interface QuadraticModel {
  readonly bias: number;
  readonly vector: readonly number[];
  /** Those that weigh most, whichever way, heaviest first. */
  readonly directions: readonly Direction[];
  /** Of the features as given, then of the flags. */
  readonly clues: readonly Clue[];
}

/** Strength of the pull towards no difference, of the kernel's norm; cross-validated, twice more or less changes little. */
const penalty = 1e-4;
/** By which (1 + cosine)² of two cases' vectors counts beside the product of their clues; between 2 and 4 the figures stay the same. */
const vectorShare = 3;
/** Standard deviation that features are scaled to, beside flags of 1. */
const featureDeviation = 0.2;
/** Twice as many change no figure. */
const steps = 600;
/** Sixteen keep what the whole quadratic form tells. */
const kept = 16;

/** Minimises the mean log loss plus penalty/2 × the squared norm, by accelerated gradient descent on one coefficient a case. */
export function fitQuadratic(cases: readonly QuadraticCase[]): QuadraticModel {
  const scales = scalesOf(cases);
  const clues = new Matrix(cases.map((each) => scaled(each, scales)));
  const vectors = new Matrix(cases.map(({ vector }) => [...vector]));
  const coefficients = coefficientsOf(kernelOf(clues, vectors), cases);
  const column = Matrix.columnVector(coefficients);
  const own = clues.transpose().mmul(column).to1DArray();
  const weighed = vectors.clone().mulColumnVector(coefficients);
  const byVector = clues.transpose().mmul(weighed);
  const found = scales.map(({ factor, mean }, at): Clue & { mean: number } => ({
    weight: factor * (own[at] ?? 0),
    vector: byVector.getRow(at).map((value) => factor * value),
    mean,
  }));
  const linear = vectors.transpose().mmul(column).to1DArray();
  const total = coefficients.reduce((sum, each) => sum + each, 0);
  return {
    // One for the bias, beside the constant of (1 + cosine)²; the clues count from their means.
    bias: (1 + vectorShare) * total - found.reduce((sum, { weight, mean }) => sum + weight * mean, 0),
    vector: linear.map(
      (value, at) =>
        2 * vectorShare * value - found.reduce((sum, { vector, mean }) => sum + mean * (vector[at] ?? 0), 0),
    ),
    directions: heaviest(vectors.transpose().mmul(weighed).mul(vectorShare)),
    clues: found.map(({ weight, vector }) => ({ weight, vector })),
  };
}

/** The probability that a case is one of those to find. */
export function quadraticProbability(
  { bias, vector: linear, directions, clues }: QuadraticModel,
  { features, flags, vector }: Pick<QuadraticCase, 'features' | 'flags' | 'vector'>,
): number {
  const squares = directions.reduce((sum, { weight, direction }) => sum + weight * product(direction, vector) ** 2, 0);
  const seen = [...features, ...flags].reduce((sum, value, at) => {
    const clue = value === 0 ? undefined : clues[at];
    return clue ? sum + value * (clue.weight + product(clue.vector, vector)) : sum;
  }, 0);
  return logistic(bias + product(linear, vector) + squares + seen);
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

/** Of the features, then of the flags. */
function scalesOf(cases: readonly QuadraticCase[]): Scale[] {
  const rows = cases.map(({ features }) => ({ row: features, found: false }));
  const features = (cases[0]?.features ?? []).map((_, at) => scaleOf(rows, at, featureDeviation));
  return [...features, ...(cases[0]?.flags ?? []).map(() => ({ mean: 0, factor: 1 }))];
}

function scaled({ features, flags }: QuadraticCase, scales: readonly Scale[]): number[] {
  const values = [...features, ...flags];
  return scales.map(({ mean, factor }, at) => factor * ((values[at] ?? 0) - mean));
}

/** vectorShare × (1 + cosine)² + (product of the clues) × (1 + cosine) + 1. */
function kernelOf(clues: Matrix, vectors: Matrix): Matrix {
  const nearness = Matrix.add(vectors.mmul(vectors.transpose()), 1);
  const alike = Matrix.add(clues.mmul(clues.transpose()), Matrix.mul(nearness, vectorShare));
  return alike.mul(nearness).add(1);
}

function coefficientsOf(kernel: Matrix, cases: readonly QuadraticCase[]): number[] {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  const shares = cases.map(({ weight }) => weight / total);
  const rate = 1 / (steepnessOf(kernel, shares) / 4 + penalty);
  let here = cases.map(() => 0);
  let ahead = here;
  for (let step = 0; step < steps; step += 1) {
    const scores = kernel.mmul(Matrix.columnVector(ahead)).to1DArray();
    const last = here;
    here = ahead.map((each, at) => {
      const error = logistic(scores[at] ?? 0) - Number(cases[at]?.found);
      return each - rate * ((shares[at] ?? 0) * error + penalty * each);
    });
    const momentum = step / (step + 3);
    ahead = here.map((each, at) => each + momentum * (each - (last[at] ?? 0)));
  }
  return here;
}

const powerSteps = 40;

/** Largest eigenvalue of the kernel with its rows weighed, a little above: the curvature of the loss is at most a quarter of it. */
function steepnessOf(kernel: Matrix, shares: readonly number[]): number {
  let direction = shares.map(() => 1);
  let length = 1;
  for (let step = 0; step < powerSteps; step += 1) {
    const next = kernel
      .mmul(Matrix.columnVector(direction))
      .to1DArray()
      .map((value, at) => value * (shares[at] ?? 0));
    length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  return 1.1 * length;
}

function heaviest(form: Matrix): Direction[] {
  // Sums in another order differ in the last place; the decomposition for symmetric forms wants them the same.
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    Matrix.add(form, form.transpose()).mul(0.5),
    { assumeSymmetric: true },
  );
  return realEigenvalues
    .map((weight, at) => ({ weight, direction: eigenvectorMatrix.getColumn(at) }))
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, kept);
}
