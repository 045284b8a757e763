// Page furniture: words that stand on the pages but say nothing: banners, photo captions, contents rows, page numbers.
import { isCapitals } from './capitals.ts';
import { isPageNumber } from './units.ts';
import type { Unit } from './units.ts';

/** An entry of a table of contents: where it leads and on which page. */
export interface ContentsEntry {
  readonly heading: string;
  /** 1 for a chapter, 2 for a numbered or lettered part of one. */
  readonly level: 1 | 2;
  readonly page: number;
}

/** No contents row is longer, and none that long need be looked through. */
const longestContentsRow = 300;
const contentsPattern = /^(?<mark>[A-Z]\.|\d{1,2}(?:\.\d+)*\.?)?\s*(?<heading>\S.*?)[\s.…]+(?<page>\d{1,3})$/u;

/** Reads a contents row such as `A. We'll prevent crime  25`; null where the unit cannot be one. */
function contentsEntry(unit: Unit): ContentsEntry | null {
  if (unit.kind !== 'row' && unit.kind !== 'label' && unit.kind !== 'paragraph') return null;
  if (unit.words.length > longestContentsRow) return null;
  const groups = contentsPattern.exec(unit.words)?.groups;
  if (!groups) return null;
  const { mark, heading, page } = groups;
  if (heading === undefined || page === undefined) return null;
  return { heading, level: mark === undefined ? 1 : 2, page: Number(page) };
}

export interface Contents {
  readonly entries: readonly ContentsEntry[];
  /** The units that the contents table is made of, its title included. */
  readonly rows: ReadonlySet<Unit>;
}

/** The table of contents: at least four rows in a run whose page numbers never fall. */
export function readContents(units: readonly Unit[]): Contents {
  let run: { unit: Unit; entry: ContentsEntry }[] = [];
  let best: typeof run = [];
  for (const unit of units) {
    const entry = contentsEntry(unit);
    const last = run.at(-1);
    if (entry && (!last || entry.page >= last.entry.page)) run.push({ unit, entry });
    else run = entry ? [{ unit, entry }] : [];
    if (run.length > best.length) best = run;
  }
  if (best.length < 4) return { entries: [], rows: new Set() };
  const rows = new Set(best.map((row) => row.unit));
  const title = units[units.findIndex((unit) => rows.has(unit)) - 1];
  if (title && /^(?:table of )?contents$/iu.test(title.words)) rows.add(title);
  return { entries: best.map((row) => row.entry), rows };
}

/** Units that can be told to be furniture from their own look, wherever they stand. */
export function findFurniture(units: readonly Unit[]): ReadonlySet<Unit> {
  const copies = new Map<string, number>();
  for (const unit of units) copies.set(unit.words, (copies.get(unit.words) ?? 0) + 1);
  const found = new Set(units.filter((unit) => isFurniture(unit, copies.get(unit.words) ?? 1)));
  units.forEach((unit, index) => {
    if (touchesBanner(found, unit, units[index - 1], units[index + 1])) found.add(unit);
  });
  return found;
}

/** A line in capitals set solid with a banner's line is part of the banner. */
function touchesBanner(
  found: ReadonlySet<Unit>,
  unit: Unit,
  before: Unit | undefined,
  after: Unit | undefined,
): boolean {
  if (unit.kind !== 'label' || !isCapitals(unit.words)) return false;
  const isPart = (other: Unit | undefined): boolean =>
    other !== undefined && found.has(other) && isCapitals(other.words);
  return (unit.gap === 0 && isPart(before)) || (after?.gap === 0 && isPart(after));
}

function isFurniture(unit: Unit, copies: number): boolean {
  if (unit.kind === 'fragment' || unit.kind === 'rule') return true;
  if (unit.kind === 'bullet' || unit.kind === 'row' || unit.kind === 'heading') return false;
  if (photoCredit.test(unit.words) || isPageNumber(unit.words)) return true;
  const stamp = copies > 1 && unit.lines > 1 && capitalWords(unit.words) >= 0.5 && unit.words.length < 60;
  return stamp || isBanner(unit);
}

const photoCredit = /^(?:image|photo|photograph|picture)s?\b.*\b(?:courtesy|credit|copyright)\b/iu;

function isBanner(unit: Unit): boolean {
  return isCapitals(unit.words) && unit.words.split(' ').length >= 8 && !/[.:!?]$/u.test(unit.words);
}

function capitalWords(words: string): number {
  const all = words.split(' ');
  return all.filter((word) => /^\P{Ll}+$/u.test(word)).length / all.length;
}
