// A figure beside every word of what it is asked of is the answer, whatever word asks for it: "what proportion of" and "how many of"
// ask the same, and the decision that was learned from questions doubts the rarer wordings.
import { holdsKind } from '../../text/kinds.ts';
import { terms } from '../../text/tokens.ts';
import { countedIn, countsAny } from './counts-asked.ts';
import { isHeld, moneyWords } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';
import { statesGiven } from './given-figure.ts';
import { isDeniedOnlyIn } from '../rank/negation.ts';
import type { ComposeRequest } from '../rank/request.ts';

/** Stems of words that ask for a figure and name nothing. */
const measures: ReadonlySet<string> = new Set(
  terms(
    'proportion fraction portion share percentage percent rate average ratio number total figure amount level long',
  ),
);

/** Fewer words than this stand beside figures of other things. */
const fewestWords = 2;

type ToldRequest = Pick<ComposeRequest, 'plan' | 'statistics'>;

/** Whether one of the sentences holds a figure and all that the question asks it of. @param top the sentences that an answer would quote. */
export function isToldOutright({ plan, statistics }: ToldRequest, top: readonly Candidate[]): boolean {
  const { asks, asked, senses } = plan;
  const states = statesGiven(plan);
  if (states !== null) return top.some((each) => holdsKind(each.quote, 'date') && states(each));
  if (asks !== 'number' && asks !== 'money') return false;
  const named = senses.filter(({ stems }) => !stems.every((stem) => measures.has(stem) || moneyWords.has(stem)));
  if (named.length < fewestWords) return false;
  const counted = countedIn(plan, statistics);
  const counts = (quote: string): boolean => counted.length === 0 || countsAny(quote, counted);
  return top.some(
    ({ quote, terms: held }) =>
      holdsKind(quote, asks) &&
      counts(quote) &&
      !isDeniedOnlyIn(asked, quote) &&
      named.every((sense) => isHeld(sense, held)),
  );
}
