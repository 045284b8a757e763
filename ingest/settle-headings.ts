// Second looks at the headings, once every unit has its role: words read off pictures, titles printed twice, headings of nothing,
// and the levels of headings that belong together.
import { isCapitals } from './capitals.ts';
import type { RoleUnit } from './headings.ts';
import { bareWords, sameWords } from '../src/text/bare-words.ts';

/** What the first look took for headings, put right. */
export function settleHeadings(roles: readonly RoleUnit[]): RoleUnit[] {
  return keepBarren(levelSeries(mergeDoubled(dropDecoration(roles))));
}

/** For each entry, the next one that is not furniture. */
function shownAfter(roles: readonly RoleUnit[]): (RoleUnit | undefined)[] {
  let shown: RoleUnit | undefined;
  return roles
    .toReversed()
    .map((entry) => {
      const next = shown;
      if (entry.role !== 'furniture') shown = entry;
      return next;
    })
    .toReversed();
}

/** Short lines in capitals with nothing under them are words read off a picture. */
function dropDecoration(roles: readonly RoleUnit[]): RoleUnit[] {
  const shown = shownAfter(roles);
  const before = shownAfter(roles.toReversed()).toReversed();
  return roles.map((entry, index) => {
    if (!isCapitals(entry.unit.words) || entry.unit.kind !== 'label') return entry;
    const next = shown[index];
    const isListed = entry.role === 'item' || entry.role === 'lead-in';
    const hasTwin = [next, before[index]].some((other) => other && sameWords(other.unit.words, entry.unit.words));
    const keeps = isListed || hasTwin || headsBody(entry, next);
    return keeps ? entry : { ...entry, role: 'furniture', level: 0 };
  });
}

function headsBody({ role }: RoleUnit, next: RoleUnit | undefined): boolean {
  return next !== undefined && role === 'heading' && !isCapitals(next.unit.words) && next.unit.kind !== 'heading';
}

/** A chapter title that stands twice (on its title page and above its text) is one heading: the second. */
function mergeDoubled(roles: readonly RoleUnit[]): RoleUnit[] {
  const shown = shownAfter(roles);
  return roles.map((entry, index) => {
    if (entry.role !== 'heading') return entry;
    const next = shown[index];
    const isTwin = next?.role === 'heading' && sameWords(next.unit.words, entry.unit.words);
    return isTwin ? { ...entry, role: 'furniture', level: 0 } : entry;
  });
}

/** A short line with nothing under it heads nothing: it is text of the section before it. */
function keepBarren(roles: readonly RoleUnit[]): RoleUnit[] {
  const shown = shownAfter(roles);
  return roles.map((entry, index) => {
    const next = shown[index];
    const heads = next !== undefined && (next.role !== 'heading' || next.level > entry.level);
    if (entry.role !== 'heading' || entry.unit.kind !== 'label' || heads) return entry;
    return { ...entry, role: 'paragraph', level: 0, page: null };
  });
}

/** Deepest level that headings of one list are given; boxes and questions stand below it. */
const deepestOfSeries = 5;

/**
 * Headings that one list names (`7 priorities: …`, each a section later on) stand on one level, below the heading right above
 * the first of them, though a page break above some of them makes them look like more.
 */
function levelSeries(roles: readonly RoleUnit[]): RoleUnit[] {
  const named = namesOf(roles);
  const levels = new Map<RoleUnit, number>();
  let series: RoleUnit[] = [];
  let above: RoleUnit | undefined;
  let last: RoleUnit | undefined;
  const close = (): void => {
    if (series.length > 1) {
      const deepest = Math.max(...series.map(({ level }) => level));
      const parent = above?.role === 'heading' ? above.level : 0;
      const level = Math.min(deepestOfSeries, Math.max(deepest, parent + 1));
      for (const entry of series) levels.set(entry, level);
    }
    series = [];
  };
  for (const entry of roles) {
    const isHeading = entry.role === 'heading';
    const belongs =
      isHeading && entry.unit.kind === 'label' && entry.page === null && named.has(bareWords(entry.unit.words));
    if (belongs && series.length === 0) above = last;
    if (belongs) series.push(entry);
    else if (isHeading && entry.level <= deepestOfSeries) close();
    if (entry.role !== 'furniture') last = entry;
  }
  close();
  return roles.map((entry) => ({ ...entry, level: levels.get(entry) ?? entry.level }));
}

/** Words of list points, and of the chapters that a contents page lists. */
function namesOf(roles: readonly RoleUnit[]): ReadonlySet<string> {
  const isName = ({ role, unit, page }: RoleUnit): boolean =>
    role === 'item' || (role === 'bullet' && unit.words.length <= longestName) || (role === 'heading' && page !== null);
  return new Set(roles.filter(isName).map(({ unit }) => bareWords(unit.words)));
}

/** A bullet longer than this, in UTF-16 code units, is no name of a section. */
const longestName = 120;
