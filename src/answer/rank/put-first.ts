// A sentence that tells more than the best one, put before it where it answers about as well.
import type { RankedSentence } from './rank.ts';

/** The ranking with the first that passes at its head, if its score is within `margin` of the best; as it was where the best passes. */
export function putFirst(
  ranked: readonly RankedSentence[],
  margin: number,
  passes: (sentence: RankedSentence) => boolean,
): readonly RankedSentence[] {
  const [best] = ranked;
  if (!best || passes(best)) return ranked;
  const first = ranked.find((each) => best.score - each.score <= margin && passes(each));
  return first ? [{ ...first, score: best.score }, ...ranked.filter((each) => each !== first)] : ranked;
}
