// The few best of many rows, without sorting the rest.

export interface Order {
  /** Score of each row, by row; larger is better. */
  readonly scores: Float64Array;
  /** Of rows with equal scores, that with the smaller number here comes first, by row. */
  readonly ties: ArrayLike<number>;
}

/** The first `k` of the rows, best first. */
export function bestRows(rows: ArrayLike<number>, k: number, { scores, ties }: Order): number[] {
  const wanted = Math.min(k, rows.length);
  if (!(wanted > 0)) return [];
  const least = leastOfLargest(rows, wanted, scores);
  const kept: number[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if ((scores[row] ?? 0) >= least) kept.push(row);
  }
  // Whole numbers: a fraction given back to the sort is put on the heap, four thousand times a search.
  const byScore = (a: number, b: number): number => {
    const [score, other] = [scores[a] ?? 0, scores[b] ?? 0];
    if (score !== other) return score > other ? -1 : 1;
    return (ties[a] ?? 0) - (ties[b] ?? 0);
  };
  return kept.toSorted(byScore).slice(0, wanted);
}

/** The smallest of the `k` largest scores, by quickselect: it looks at each score some three times. */
function leastOfLargest(rows: ArrayLike<number>, k: number, scores: Float64Array): number {
  const values = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) values[at] = scores[rows[at] ?? 0] ?? 0;
  const target = values.length - k;
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const [left, right] = partition(values, from, to);
    if (target <= right) to = right;
    else if (target >= left) from = left;
    else break;
  }
  return values[target] ?? 0;
}

/** Moves what is smaller than a value in the middle before what is larger; between the two places given back all are equal to it. */
function partition(values: Float64Array, from: number, to: number): [left: number, right: number] {
  const pivot = values[(from + to) >>> 1] ?? 0;
  let left = from;
  let right = to;
  while (left <= right) {
    while ((values[left] ?? 0) < pivot) left += 1;
    while ((values[right] ?? 0) > pivot) right -= 1;
    if (left > right) break;
    const value = values[left] ?? 0;
    values[left] = values[right] ?? 0;
    values[right] = value;
    left += 1;
    right -= 1;
  }
  return [left, right];
}
