// Inner products of one vector with many: the innermost loop of every search.

/**
 * Writes the inner product of `vector` with each of `rows`, which stand one after the other, into `into` from `first` on. Each is
 * summed part by part in double precision, so a row gives the same to the last bit whatever stands beside it.
 */
export function dotRows(vector: Float32Array, rows: Float32Array, into: Float64Array, first = 0): void {
  const size = vector.length;
  const count = Math.floor(rows.length / size);
  let row = 0;
  for (; row + 4 <= count; row += 4) {
    // Four sums at a time do not wait for each other, and the vector is read once for all.
    let [one, two, three, four] = [0, 0, 0, 0];
    let at = row * size;
    // The indexes are in range by construction; `?? 0` only tells the compiler so.
    for (let part = 0; part < size; part += 1, at += 1) {
      const value = vector[part] ?? 0;
      one += value * (rows[at] ?? 0);
      two += value * (rows[at + size] ?? 0);
      three += value * (rows[at + 2 * size] ?? 0);
      four += value * (rows[at + 3 * size] ?? 0);
    }
    into[first + row] = one;
    into[first + row + 1] = two;
    into[first + row + 2] = three;
    into[first + row + 3] = four;
  }
  for (; row < count; row += 1) into[first + row] = dotAt(vector, rows, row * size);
}

function dotAt(vector: Float32Array, rows: Float32Array, offset: number): number {
  let sum = 0;
  for (let part = 0; part < vector.length; part += 1) sum += (vector[part] ?? 0) * (rows[offset + part] ?? 0);
  return sum;
}
