// A figure beside every word of what it is asked of is the answer, whatever word asks for it: "what proportion of" and "how many of"
// ask the same, and the decision that was learned from questions doubts the rarer wordings.
import type { Plan } from '../domain/plan.ts';
import { holdsKind } from '../text/kinds.ts';
import { terms } from '../text/tokens.ts';
import { isHeld } from './coverage.ts';
import type { Candidate } from './features.ts';
import { isDeniedOnlyIn } from './negation.ts';

/** Stems of words that ask for a figure and name nothing. */
const measures: ReadonlySet<string> = new Set(
  terms(
    'proportion fraction portion share percentage percent rate average ratio number total figure amount level long',
  ),
);

/** Fewer words than this stand beside figures of other things. */
const fewestWords = 2;

/** Whether one of the sentences holds a figure and all that the question asks it of. @param top the sentences that an answer would quote. */
export function isToldOutright({ asks, asked, senses }: Plan, top: readonly Candidate[]): boolean {
  if (asks !== 'number' && asks !== 'money') return false;
  const named = senses.filter(({ stems }) => !stems.every((stem) => measures.has(stem)));
  if (named.length < fewestWords) return false;
  return top.some(
    ({ quote, terms: held }) =>
      holdsKind(quote, asks) && !isDeniedOnlyIn(asked, quote) && named.every((sense) => isHeld(sense, held)),
  );
}
