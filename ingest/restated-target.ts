// Whether two commitments set a figure for the same thing, and what became of it.
import type { Change, Commitment, Target } from '../src/domain/commitment.ts';
import { terms } from '../src/text/tokens.ts';

export interface Restated {
  /** Null where both give the same figure. */
  readonly change: Change | null;
}

/** Words that say how a figure moves or counts, not what it is of. */
const said = new Set(
  terms('number numbers reduction increase additional extra new level levels total overall rate seven of for use'),
);
/** Share of the terms of the shorter measure that the longer must hold. */
const enough = 0.6;

/** The first measure that both have a target for; null where there is none. @param earlier of the earlier document. */
export function restated(earlier: Commitment, later: Commitment): Restated | null {
  for (const target of earlier.targets) {
    const match = later.targets.find((each) => isSameMeasure(target, each));
    if (match) return { change: changeOf(target, match) };
  }
  return null;
}

function isSameMeasure(one: Target, other: Target): boolean {
  if ((one.unit === '%') !== (other.unit === '%')) return false;
  const [own, others] = [one, other].map(
    ({ measure }) => new Set(terms(measure).filter((term) => !said.has(term) && !/^\d/u.test(term))),
  );
  if (!own || !others || own.size === 0 || others.size === 0) return false;
  const shared = [...own].filter((term) => others.has(term)).length;
  return shared / Math.min(own.size, others.size) >= enough;
}

function changeOf(one: Target, other: Target): Change | null {
  const figures = [one, other].map(figureOf);
  const [earlier, later] = figures;
  if (earlier === undefined || later === undefined || earlier === later) return null;
  return { measure: other.measure, earlier, later };
}

function figureOf({ value, unit }: Target): string {
  if (unit === '%') return `${value}%`;
  if (unit !== null && /^[£$€]/u.test(unit)) return `${unit[0] ?? ''}${value}${unit.slice(1)}`;
  return value;
}
