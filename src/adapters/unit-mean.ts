// Mean pooling for one text alone, so without a mask: nothing is padded.

/** The mean of the rows of a row-major matrix, scaled to unit length. */
export function unitMean(rows: Float32Array, columns: number): Float32Array {
  const sums = new Float64Array(columns);
  // Nested counters, not a modulo: this runs over every token of the corpus.
  for (let offset = 0; offset < rows.length; offset += columns) {
    for (let column = 0; column < columns; column++) {
      // The index is inside both arrays, so the fallbacks are for the type checker alone.
      sums[column] = (sums[column] ?? 0) + (rows[offset + column] ?? 0);
    }
  }
  const length = Math.hypot(...sums);
  const mean = new Float32Array(columns);
  // The mean's divisor cancels out against the length. By counting: an iterator takes forty times as long.
  for (let column = 0; column < columns; column++) mean[column] = length > 0 ? (sums[column] ?? 0) / length : 0;
  return mean;
}
