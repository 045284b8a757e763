// The parts of a statement that each may rest on a sentence of its own.
import { hasOwnSubject } from './clauses.ts';
import { tokens } from '../text/tokens.ts';

/** Where a statement may pass from what one sentence says to what another does. */
const joints =
  /[;:]\s+|,?\s+(?:and|while|whereas|but)\s+|,?\s+(?=(?:because|so that)\s)|,\s+(?:so|as well as|including|which|with|where|who)\s+|,\s+(?:as\s+)?(?=\p{L}{2,}ing\b)|,\s+/giu;
/** After these a part says more of what stands before it, or what came of that. */
const dependent = /\b(?:so|including|which|with|where|who)\s+$/iu;
const dependentStart = /^(?:because|so that)\b/iu;
/** Fewest content words of a part, so that a word or two are not taken from anywhere. */
const fewestOfPart = 3;
/** Joints looked at: more make no sentence that anyone would read. */
const mostJoints = 7;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a part is about what the part before it is about: it names nothing of its own, or is tied to it. */
export function goesOn(statement: string, { start, end }: Span): boolean {
  if (start === 0) return false;
  const part = statement.slice(start, end);
  return dependent.test(statement.slice(0, start)) || dependentStart.test(part) || !hasOwnSubject(part);
}

/**
 * The fewest parts that together are the statement and that all pass, in order; null where there is no such way to part it.
 * @param passes is told what the parts before it were found to be.
 */
export function partition<Found>(
  statement: string,
  passes: (span: Span, before: readonly Found[]) => Found | null,
): Found[] | null {
  const cuts = [...statement.matchAll(joints)].slice(0, mostJoints);
  const starts = [0, ...cuts.map(({ 0: joint, index }) => index + joint.length)];
  const ends = [...cuts.map(({ index }) => index), statement.length];
  // Ways to part what stands before each end, the shortest of each.
  const ways: (Found[] | null)[] = [[]];
  for (const [to, end] of ends.entries()) {
    let best: Found[] | null = null;
    for (const [from, start] of starts.slice(0, to + 1).entries()) {
      const before = ways[from];
      if (!before || (best !== null && best.length <= before.length + 1)) continue;
      const isWhole = from === 0 && to === ends.length - 1;
      if (!isWhole && tokens(statement.slice(start, end)).length < fewestOfPart) continue;
      const found = passes({ start, end }, before);
      if (found !== null) best = [...before, found];
    }
    ways.push(best);
  }
  return ways.at(-1) ?? null;
}
