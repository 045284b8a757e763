// A question that gives the figure itself and asks for its date: "by when were leaks to fall by 20%?" The figure and what it is of tell
// the statement meant from all others.
import type { Plan, Sense } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { isHeld } from '../rank/coverage.ts';
import type { Candidate } from '../rank/features.ts';
import { figuresIn } from './differing-figures.ts';
import { isChange, isContrary, thingsOf } from './things-asked.ts';

/** What tells by itself that a sentence states the figure of the question; null where the question gives none of something named. */
export function statesGiven({
  asks,
  question,
  senses,
}: Plan): ((sentence: Pick<Candidate, 'quote' | 'terms'>) => boolean) | null {
  const given = figuresIn(question);
  const things = thingsOf(senses).filter((sense) => !isChange(sense) && !isFigure(sense));
  if (asks !== 'date' || given.length === 0 || things.length === 0) return null;
  const asked = new Set(terms(question));
  return ({ quote, terms: held }) =>
    given.every(({ value, unit }) => figuresIn(quote).some((other) => other.value === value && other.unit === unit)) &&
    things.every((sense) => isHeld(sense, held)) &&
    !isContrary(asked, held);
}

function isFigure({ stems }: Sense): boolean {
  return stems.every((stem) => /^\d/u.test(stem));
}
