// Whether a clause undertakes something: who it is of, how it hangs in its sentence, and what its verb says.
import type { Clause } from './clauses.ts';
import { namesOwn, subjectKind } from './subjects.ts';
import type { SubjectKind } from './subjects.ts';
import { isSubordinate } from './subordination.ts';
import { isImperative } from './verbs.ts';
import { hasFigure, isBenefit, isEmpty, isMereEffect, isPassiveDeed, isSignpost } from './verb-phrases.ts';

export interface ClauseContext {
  /** What may name the organisation and its programmes: its own names in this document, and the headings of the section; in lower case. */
  readonly names: readonly string[];
  /** Whether the sentence before undertakes something, so that "it will" may go on with it. */
  readonly goesOn: boolean;
  /** Whether the sentence before speaks of a body, plan or programme of the organisation. */
  readonly followsOwn: boolean;
}

const partOfText = /\b(?:section|chapter|document|part|page|appendix|annex|diagram|table|figure|paper|summary)s?$/u;

export function undertakes(clause: Clause, context: ClauseContext): boolean {
  const kind = subjectKind(clause.subject, context.names);
  if (kind === 'other' || partOfText.test(clause.subject)) return false;
  // "The plan will see us shift our focus."
  if (/^see (?:us|our)\b/u.test(clause.rest)) return true;
  return promises(clause, kind) && isOwnDoing(clause, kind, context);
}

type OwnKind = Exclude<SubjectKind, 'other'>;

/** Whether it says of anything, without a condition, that it is to be done. */
function promises(clause: Clause, kind: OwnKind): boolean {
  if (isSubordinate(clause) || isConditional(clause.rest)) return false;
  return !isEmpty(clause.rest) && !isSignpost(clause.rest, kind === 'we');
}

/** Whether it is the organisation, or what is its own, that is to do it. */
function isOwnDoing(clause: Clause, kind: OwnKind, context: ClauseContext): boolean {
  const { modality, rest, isRelative } = clause;
  // What merely must be done is a need; a duty with a figure and a date is one that can be held to.
  if (modality === 'must') return kind === 'we' && hasFigure(rest) && /\bby\b/u.test(rest);
  if (modality === 'aim') return kind === 'we' || kind === 'own';
  if (isRelative) return kind === 'own' && !isBenefit(rest);
  return isPassiveDeed(rest) || willDo(clause, kind, context);
}

function willDo(clause: Clause, kind: OwnKind, context: ClauseContext): boolean {
  const { subject, rest } = clause;
  if (kind === 'we') return true;
  if (kind === 'own') return !isMereEffect(rest);
  if (kind === 'pointing') return pointsOn(clause, context);
  if (/^there$/u.test(subject)) return hasFigure(rest);
  // Whoever they are: people who do something the plan is to see done.
  const isDone = isImperative(rest) && !isBenefit(rest) && !/^be (?!\w+ing\b)/u.test(rest);
  return isDone || (/^have\b/u.test(rest) && namesOwn(rest));
}

/** "It will …", "this will …": what it points to decides. */
function pointsOn({ subject, rest }: Clause, { goesOn, followsOwn }: ClauseContext): boolean {
  if ((goesOn || /^this work\b/u.test(subject)) && hasFigure(rest)) return true;
  const isPronoun = /^(?:it|they|he|she|both|each)\b/u.test(subject);
  return isPronoun ? (goesOn || followsOwn) && !isMereEffect(rest) : goesOn && !isBenefit(rest);
}

/** "… if we work together": it hangs on something else. */
function isConditional(rest: string): boolean {
  return /\bif (?:we|you|they|the|our|it|this)\b/u.test(rest) && !/\bdecide if\b/u.test(rest);
}
