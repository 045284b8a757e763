// BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", CIKM 2011) over weighted query terms.
import type { PlanTerm } from '../domain/plan.ts';
import { inverseFrequency } from '../text/rarity.ts';
import type { Bag } from './bags.ts';

/** Counts over the collection that the texts come from. */
export interface Collection {
  readonly size: number;
  readonly averageLength: number;
  readonly frequency: ReadonlyMap<string, number>;
}

export interface Bm25Options {
  /** Saturation of repeats. */
  readonly k1: number;
  /** How much a text's length counts, 0 to 1. */
  readonly b: number;
  /** Least that one hit is worth. */
  readonly delta: number;
}

export function bm25(query: readonly PlanTerm[], bag: Bag, collection: Collection, options: Bm25Options): number {
  const norm = options.k1 * (1 - options.b + (options.b * bag.length) / Math.max(1, collection.averageLength));
  let score = 0;
  for (const { term, weight } of query) {
    const count = bag.counts.get(term);
    if (count === undefined) continue;
    const saturated = (count * (options.k1 + 1)) / (count + norm) + options.delta;
    score += weight * inverseFrequency(collection.frequency.get(term) ?? 0, collection.size) * saturated;
  }
  return score;
}
