// Joins rankings of passages into one: a passage stands where its better rank puts it.
import type { PassageId } from '../src/domain/ids.ts';

interface Ranks {
  readonly id: PassageId;
  readonly best: number;
  /** Sum of the ranks, with the length of a ranking for one in which the passage is missing. */
  readonly sum: number;
}

/** Ties by the other ranks, then by passage id. */
export function mergeRankings(rankings: readonly (readonly PassageId[])[]): PassageId[] {
  const places = rankings.map((ids) => new Map(ids.map((id, place) => [id, place])));
  const ranks = [...new Set(rankings.flat())].map((id): Ranks => {
    const found = places.map((place) => place.get(id) ?? place.size);
    const held = places.map((place) => place.get(id) ?? Infinity);
    return { id, best: Math.min(...held), sum: found.reduce((sum, rank) => sum + rank, 0) };
  });
  return ranks.toSorted(byRank).map(({ id }) => id);
}

function byRank(a: Ranks, b: Ranks): number {
  return a.best - b.best || a.sum - b.sum || (a.id < b.id ? -1 : 1);
}
