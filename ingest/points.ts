// Points that a page sets as a short line over one paragraph each, several in a row: a list whose members stand apart.
import { isCapitals } from './capitals.ts';
import type { Unit } from './units.ts';

/** So many points in a row make a list; after words that introduce one ("…, we must see:"), two do. */
const fewest = { plain: 3, introduced: 2 };
/** Longest paragraph of a point, in UTF-16 code units; longer ones are sections. */
const longestBody = { plain: 450, introduced: 700 };
/** Blank lines above a point, and between it and its paragraph, are fewer than these. */
const gaps = { above: 5, below: 3 };

export interface Points {
  /** The short lines that name the points. */
  readonly names: ReadonlySet<Unit>;
  /** Lines between the words that introduce points and the first of them: headings. */
  readonly captions: ReadonlySet<Unit>;
}

/** @param units without furniture. */
export function findPoints(units: readonly Unit[]): Points {
  const names = new Set<Unit>();
  const captions = new Set<Unit>();
  for (let index = 0; index < units.length; index += 1) {
    const caption = introducedAbove(units, index);
    const size = caption !== null || introduces(units[index - 1]) ? 'introduced' : 'plain';
    const pairs = pairsFrom(units, index, size);
    if (pairs.length < fewest[size]) continue;
    for (const name of pairs) names.add(name);
    if (caption) captions.add(caption);
    index += 2 * pairs.length - 1;
  }
  return { names, captions };
}

/** The short lines from this place on that stand over exactly one paragraph each. */
function pairsFrom(units: readonly Unit[], start: number, size: keyof typeof fewest): Unit[] {
  const found: Unit[] = [];
  for (let at = start; ; at += 2) {
    const name = units[at];
    const body = units[at + 1];
    if (!name || !body || !isName(name, at > start || size === 'plain') || !isBody(body, size)) return found;
    if (size === 'plain' && body.gap > 0 && isSection(units[at + 2])) return found;
    found.push(name);
  }
}

/** A second paragraph under a line makes it a section's heading, where blank lines part headings from text. */
function isSection(after: Unit | undefined): boolean {
  return after?.kind === 'paragraph' && after.gap < gaps.below && !introduces(after);
}

/** @param isClose whether it must stand on one page with what is above it. */
function isName(unit: Unit, isClose: boolean): boolean {
  if (unit.kind !== 'label' || unit.opensPage || isCapitals(unit.words)) return false;
  if (isClose && unit.gap >= gaps.above) return false;
  return /^["'“‘(]?[\p{Lu}\p{N}]/u.test(unit.words) && !/[:?]$/u.test(unit.words);
}

function isBody({ kind, gap, words }: Unit, size: keyof typeof longestBody): boolean {
  return (
    kind === 'paragraph' && gap < gaps.below && words.length <= longestBody[size] && /[.!?]["'”’)*]*$/u.test(words)
  );
}

function introduces(unit: Unit | undefined): boolean {
  return (unit?.kind === 'paragraph' || unit?.kind === 'label') && /:["'”’*]*$/u.test(unit.words);
}

/** The one line between the words that introduce a list and its first point; null where none stands there. */
function introducedAbove(units: readonly Unit[], index: number): Unit | null {
  const caption = units[index - 1];
  return caption?.kind === 'label' && !introduces(caption) && introduces(units[index - 2]) ? caption : null;
}
