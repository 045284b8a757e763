// Arithmetic on unit vectors.

/** Unit vector in the direction of the sum of unit vectors; null of none. */
export function meanDirection(vectors: readonly Float32Array[]): Float32Array | null {
  const [first, ...others] = vectors;
  if (!first || others.length === 0) return first ?? null;
  const sum = first.map((value, index) => others.reduce((total, other) => total + (other[index] ?? 0), value));
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length === 0 ? first : sum.map((value) => value / length);
}

/** Cosine of two unit vectors of equal length. */
export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
