// How many there are of something is told by a figure of all, and not by one of some more or of a part.
import type { Plan } from '../../domain/plan.ts';
import type { TermStatistics } from '../../ports.ts';
import { isBareCount, countedIn, countsAny } from '../figures/counts-asked.ts';
import { extentOf } from '../figures/differing-figures.ts';
import { putFirst } from '../rank/put-first.ts';
import type { RankedSentence } from '../rank/rank.ts';

/** Scores that lie within this answer about as well, as for a figure told rather than its change. */
const margin = 3;

/** "How many officers will there be?": "32,000 officers by 2016" comes before "an additional 2,000 officers". */
export function wholeFirst(
  ranked: readonly RankedSentence[],
  { plan, statistics }: { readonly plan: Plan; readonly statistics: TermStatistics },
): readonly RankedSentence[] {
  const [best] = ranked;
  if (!best || !isBareCount(plan, statistics) || extentOf(best, plan.senses) >= 0) return ranked;
  const names = countedIn(plan, statistics);
  const isWhole = (each: RankedSentence): boolean =>
    !isOnTop.test(each.quote) && extentOf(each, plan.senses) >= 0 && countsAny(each.quote, names, true);
  return putFirst(ranked, margin, isWhole);
}

/** Words beside a figure that make it one of some more, or of those to whom something was done. */
const isOnTop = /\b(?:additional|further|extra|more|another|fewer|less|uplift)\b/i;
