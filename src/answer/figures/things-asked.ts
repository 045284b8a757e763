// Of the words of a question those that name what a figure or date is asked of: not when, not that it is a target, not which way it goes.
import type { Plan, Sense } from '../../domain/plan.ts';
import { terms } from '../../text/tokens.ts';
import { isTime } from './years-told.ts';

/** Stems of words that say of a target that it is one, and name no thing. */
const targets: ReadonlySet<string> = new Set(terms('must target due meet met aim goal achieve reach hit set'));

/** What a question names beside its time and that it asks of a target. */
export function thingsOf(senses: readonly Sense[]): Sense[] {
  return senses.filter((sense) => !isTime(sense) && !sense.stems.every((stem) => targets.has(stem)));
}

const rises: ReadonlySet<string> = new Set(
  terms('increase rise risen rising rose raise raised grow grew growth improve improvement higher'),
);
const falls: ReadonlySet<string> = new Set(
  terms('reduce reduction fall fallen falling fell drop dropped decrease cut cutting lower save saving fewer less'),
);

/** Whether a word says which way a figure goes, which is said in many words. */
export function isChange({ stems }: Sense): boolean {
  return stems.every((stem) => rises.has(stem) || falls.has(stem));
}

/** The noun asked for, as stems, without the words that say which way its figure goes: "people" of "how many fewer people". */
export function nounAsked({ senses, askedNoun }: Plan): string[] {
  const changes = new Set(senses.filter(isChange).flatMap(({ stems }) => stems));
  return askedNoun.filter((stem) => !changes.has(stem));
}

/** Whether the words told say that it goes the other way, and none that it goes the way asked. */
export function isContrary(asked: ReadonlySet<string>, told: ReadonlySet<string>): boolean {
  const holdsAny = (words: ReadonlySet<string>, set: ReadonlySet<string>): boolean =>
    [...set].some((stem) => words.has(stem));
  const goesAgainst = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    holdsAny(asked, one) && !holdsAny(told, one) && holdsAny(told, other);
  return goesAgainst(rises, falls) || goesAgainst(falls, rises);
}
