// Kernel logistic regression: a score that is linear in a case's features, and linear and quadratic in its vector.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { probability, scaleOf } from './logistic-fit.ts';
import type { LogisticModel } from './logistic-fit.ts';

export interface QuadraticCase {
  readonly features: readonly number[];
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

export interface QuadraticModel {
  /** Of the features as given. */
  readonly features: LogisticModel;
  readonly vector: readonly number[];
  /** Those that weigh most, whichever way, heaviest first. */
  readonly directions: readonly Direction[];
}

/** Strength of the pull towards no difference, of the kernel's norm; cross-validated, three times more or less changes little. */
const penalty = 1e-4;
/** By which the product of two cases' standardised features counts beside (1 + cosine)² of their vectors. */
const featureShare = 0.02;
/** Twice as many change no figure. */
const steps = 600;
/** Sixteen keep what the whole quadratic form tells. */
const kept = 16;

/** Minimises the mean log loss plus penalty/2 × the squared norm, by accelerated gradient descent on one coefficient a case. */
export function fitQuadratic(cases: readonly QuadraticCase[]): QuadraticModel {
  const features = standardised(cases.map(({ features: own }) => own));
  const vectors = new Matrix(cases.map(({ vector }) => [...vector]));
  const kernel = kernelOf(features.values, vectors);
  const coefficients = coefficientsOf(kernel, cases);
  const column = Matrix.columnVector(coefficients);
  const total = coefficients.reduce((sum, each) => sum + each, 0);
  const own = features.values
    .transpose()
    .mmul(column)
    .to1DArray()
    .map((weight, at) => weight * (features.scales[at]?.factor ?? 0));
  const shift = own.reduce((sum, weight, at) => sum + weight * (features.scales[at]?.mean ?? 0), 0);
  return {
    // One for the constant of (1 + cosine)², and one for the bias.
    features: { bias: 2 * total - shift, weights: own },
    vector: vectors
      .transpose()
      .mmul(column)
      .to1DArray()
      .map((weight) => 2 * weight),
    directions: heaviest(vectors.transpose().mmul(Matrix.diag(coefficients)).mmul(vectors)),
  };
}

/** The probability that a case is one of those to find. */
export function quadraticProbability(
  model: QuadraticModel,
  { features, vector }: Pick<QuadraticCase, 'features' | 'vector'>,
): number {
  const squares = model.directions.reduce(
    (sum, { weight, direction }) => sum + weight * product(direction, vector) ** 2,
    0,
  );
  const bias = model.features.bias + product(model.vector, vector) + squares;
  return probability({ bias, weights: model.features.weights }, features);
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

interface Standardised {
  readonly values: Matrix;
  readonly scales: readonly { readonly mean: number; readonly factor: number }[];
}

function standardised(rows: readonly (readonly number[])[]): Standardised {
  const width = rows[0]?.length ?? 0;
  const cases = rows.map((row) => ({ row, found: false }));
  const scales = Array.from({ length: width }, (_, at) => scaleOf(cases, at, Math.sqrt(featureShare)));
  const values = new Matrix(rows.map((row) => scales.map(({ mean, factor }, at) => factor * ((row[at] ?? 0) - mean))));
  return { values, scales };
}

function kernelOf(features: Matrix, vectors: Matrix): Matrix {
  const cosines = vectors.mmul(vectors.transpose());
  return features.mmul(features.transpose()).add(Matrix.add(cosines, 1).pow(2)).add(1);
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
      const error = 1 / (1 + Math.exp(-(scores[at] ?? 0))) - Number(cases[at]?.found);
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
