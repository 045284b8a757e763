// Joins rankings of passages into one: a passage stands where its better rank puts it.

interface Ranks {
  readonly row: number;
  readonly best: number;
  /** Sum of the ranks, with the length of a ranking for one in which the passage is missing. */
  readonly sum: number;
}

/** Rows in the order of their better rank, ties by the other rank, then by `placeById`. */
export function mergeRankings(
  one: readonly number[],
  other: readonly number[],
  placeById: ArrayLike<number>,
): number[] {
  const places = new Map(other.map((row, place) => [row, place]));
  const ranks = one.map((row, place): Ranks => {
    const second = places.get(row);
    places.delete(row);
    return { row, best: Math.min(place, second ?? place), sum: place + (second ?? other.length) };
  });
  for (const [row, place] of places) ranks.push({ row, best: place, sum: place + one.length });
  return ranks
    .toSorted((a, b) => a.best - b.best || a.sum - b.sum || (placeById[a.row] ?? 0) - (placeById[b.row] ?? 0))
    .map(({ row }) => row);
}
