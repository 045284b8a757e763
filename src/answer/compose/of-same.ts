// After the sentence with the figure or date asked for, only what is said of the same thing: a figure of something else is no addition.
import type { Plan } from '../../domain/plan.ts';
import { holdsKind } from '../../text/kinds.ts';
import { countsAny } from '../figures/counts-asked.ts';
import { isLaterFigure } from '../figures/differing-figures.ts';
import { nounAsked, thingsOf } from '../figures/things-asked.ts';
import { isHeld } from '../rank/coverage.ts';
import type { RankedSentence } from '../rank/rank.ts';
import type { ComposeRequest } from '../rank/request.ts';

/** A sentence that holds no more of the question in its own words may not be the one that answers it: by the tuning questions. */
const fewest = 2;
const most = 0.6;

/** Whether a sentence is about all that the first holds of the question, where a figure or date is asked for and the first gives it. */
export function isOfSame(each: RankedSentence, first: RankedSentence, { plan }: ComposeRequest): boolean {
  const { asks, senses } = plan;
  if (asks !== 'number' && asks !== 'money' && asks !== 'rate' && asks !== 'date') return true;
  if (!holdsKind(first.quote, asks)) return true;
  if (countsOther(each, first, plan)) return false;
  const named = thingsOf(senses);
  const things = named.filter((sense) => isHeld(sense, first.terms));
  const outright = named.filter(({ stems }) => stems.every((stem) => first.terms.has(stem))).length;
  if (outright < fewest || outright < most * named.length || isLaterFigure(each)) return true;
  const isAbout = things.every((sense) => isHeld(sense, each.terms));
  return isAbout && (asks === 'date' || holdsKind(each.quote, asks));
}

/** Whether the first counts the very noun that is asked for, and this one does not. */
function countsOther(each: RankedSentence, first: RankedSentence, plan: Plan): boolean {
  const noun = nounAsked(plan);
  if (!/\bhow many\b/i.test(plan.question) || noun.length === 0) return false;
  return countsAny(first.quote, [noun]) && !countsAny(each.quote, [noun]) && !isLaterFigure(each);
}
