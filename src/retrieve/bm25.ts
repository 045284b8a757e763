// BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", CIKM 2011) over weighted query terms.
import type { PlanTerm } from '../domain/plan.ts';
import { inverseFrequency } from '../text/rarity.ts';

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

/** Score of the text whose counts, one for each term of the query, begin at `at`. @param length number of terms of the text. */
export type Bm25 = (counts: ArrayLike<number>, at: number, length: number) => number;

/** The formula for one query over one collection: what a term is worth is worked out once, not for each of some thousand texts. */
export function createBm25(query: readonly PlanTerm[], collection: Collection, { k1, b, delta }: Bm25Options): Bm25 {
  const worths = Float64Array.from(
    query,
    ({ term, weight }) => weight * inverseFrequency(collection.frequency.get(term) ?? 0, collection.size),
  );
  const averageLength = Math.max(1, collection.averageLength);
  return (counts, at, length) => {
    const norm = k1 * (1 - b + (b * length) / averageLength);
    let score = 0;
    for (let term = 0; term < worths.length; term += 1) {
      const count = counts[at + term] ?? 0;
      if (count > 0) score += (worths[term] ?? 0) * ((count * (k1 + 1)) / (count + norm) + delta);
    }
    return score;
  };
}
