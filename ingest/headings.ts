// Decides what each unit is by what stands around it: a heading and its level, a list item, a lead-in, body text or furniture.
import { isCapitals } from './capitals.ts';
import { findFurniture, readContents } from './furniture.ts';
import type { Contents, ContentsEntry } from './furniture.ts';
import { findPoints } from './points.ts';
import type { Points } from './points.ts';
import { bareWords } from '../src/text/bare-words.ts';
import { isSource } from './units.ts';
import type { Unit } from './units.ts';

export type Role =
  | 'heading'
  | 'lead-in'
  | 'item'
  | 'paragraph'
  | 'bullet'
  | 'row'
  | 'figure'
  | 'pull-quote'
  | 'footnote'
  | 'furniture';

export interface RoleUnit {
  readonly unit: Unit;
  readonly role: Role;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** Letter or number that stands before a heading, `A`; empty without one. */
  readonly prefix: string;
  /** Page that the contents table gives for a heading. */
  readonly page: number | null;
}

/** Blank lines that part two pages rather than two paragraphs. */
const pageGap = 5;
/** Blank lines around a pull quote, and the fewest words of one. */
const quoteGap = 3;
const quoteWords = 8;
/** A heading that stands this often heads a recurring box, not a chapter. */
const recurring = 4;
/** A text with so many marked headings marks them all. */
const fewestMarked = 3;

/** Gives every unit its role; the result has one entry a unit, in order. */
export function assignRoles(units: readonly Unit[]): RoleUnit[] {
  const contents = readContents(units);
  const furniture = findFurniture(units);
  const state: State = {
    contents,
    furniture,
    units,
    labels: countLabels(units),
    listed: matchContents(units, contents),
    points: findPoints(units.filter((unit) => !furniture.has(unit) && !contents.rows.has(unit))),
    isMarked: units.filter(({ kind }) => kind === 'heading').length >= fewestMarked,
    opener: -1,
    widest: 0,
    shallowest: null,
  };
  const roles: RoleUnit[] = [];
  units.forEach((unit, index) => {
    const role = roleOf(state, roles, unit, index);
    follow(state, role, roles.length);
    roles.push(role);
  });
  return roles;
}

/** Keeps track of the list that is read. */
function follow(state: State, entry: RoleUnit, index: number): void {
  if (!isListPart(entry)) Object.assign(state, { opener: index, widest: 0 });
  else if (entry.role === 'item' && index > state.opener + 1) state.widest = Math.max(state.widest, entry.unit.gap);
  if (entry.role === 'bullet') state.shallowest = Math.min(state.shallowest ?? Infinity, entry.unit.depth);
  else if (entry.unit.kind !== 'bullet') state.shallowest = null;
}

interface State {
  readonly contents: Contents;
  readonly furniture: ReadonlySet<Unit>;
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<string, number>;
  /** Headings that the contents table lists. */
  readonly listed: ReadonlyMap<Unit, ContentsEntry>;
  readonly points: Points;
  /** Whether the text marks its headings, so that a plain line is seldom one. */
  readonly isMarked: boolean;
  /** Index of the last entry that is no part of a list: what opened the list that is read. */
  opener: number;
  /** Most blank lines between two items of the list that is read. */
  widest: number;
  /** Depth at which the points of the bulleted list that is read stand; null outside one. */
  shallowest: number | null;
}

/** Finds the contents' headings in the text, in order: a later repeat of a chapter's name (in an annex, say) is not that chapter. */
function matchContents(units: readonly Unit[], contents: Contents): ReadonlyMap<Unit, ContentsEntry> {
  const found = new Map<Unit, ContentsEntry>();
  const places = new Map<string, number[]>();
  contents.entries.forEach((entry, index) =>
    places.set(bareWords(entry.heading), [...(places.get(bareWords(entry.heading)) ?? []), index]),
  );
  let from = 0;
  for (const unit of units) {
    if (contents.rows.has(unit) || unit.kind === 'bullet' || unit.kind === 'row' || unit.words.endsWith(':')) continue;
    const ahead = places.get(bareWords(unit.words))?.find((index) => index >= from);
    const entry = ahead === undefined ? undefined : contents.entries[ahead];
    if (ahead === undefined || !entry) continue;
    found.set(unit, entry);
    from = ahead;
  }
  return found;
}

function countLabels(units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) {
    if (unit.kind === 'label') counts.set(unit.words, (counts.get(unit.words) ?? 0) + 1);
  }
  return counts;
}

function roleOf(state: State, before: readonly RoleUnit[], unit: Unit, index: number): RoleUnit {
  const plain = (role: Role): RoleUnit => ({ unit, role, level: 0, prefix: '', page: null });
  if (state.furniture.has(unit) || state.contents.rows.has(unit)) return plain('furniture');
  if (unit.kind === 'letter') return plain('furniture');
  const letter = letterOf(state.units[index - 1], unit);
  if (letter) return heading(state, unit, 2, letter);
  if (unit.kind === 'heading') return heading(state, unit, unit.hashes, '');
  if (unit.kind === 'bullet') return plain(isUnderPoint(state, unit) ? 'item' : 'bullet');
  if (unit.kind === 'row' || unit.kind === 'figure') return plain(unit.kind);
  if (isPullQuote(state, unit, index)) return plain('pull-quote');
  if (unit.kind === 'paragraph') return plain(paragraphRole(unit, state.units[index + 1]));
  return labelRole(state, before, unit, index);
}

/** A letter on a line of its own, or set in bold against the words, numbers the heading that follows it. */
function letterOf(before: Unit | undefined, unit: Unit): string | null {
  const short = unit.words.split(' ').length <= 26;
  const plain = unit.kind === 'label' || unit.kind === 'paragraph';
  if (!short || !plain) return null;
  if (before?.kind === 'letter') return before.words.replaceAll(/\W/gu, '');
  return /^([A-Z])\*\*\p{Lu}/u.exec(unit.words)?.[1] ?? null;
}

/** A bullet set in deeper than the list's own belongs to the point above it. */
function isUnderPoint({ shallowest }: State, unit: Unit): boolean {
  return shallowest !== null && unit.depth > shallowest;
}

/** Words set apart on a page of their own, without a stop, above a further heading: they are put in someone's mouth. */
function isPullQuote(state: State, unit: Unit, index: number): boolean {
  const next = state.units[index + 1];
  if (unit.gap < quoteGap || next?.kind !== 'label' || next.gap < quoteGap || state.listed.has(unit)) return false;
  const isOpen =
    ![unit.words, next.words].some((words) => /[.!?:]["'”’)*\]]*$/u.test(words)) &&
    !isCapitals(unit.words) &&
    !unit.opensPage;
  return isOpen && (unit.kind === 'paragraph' || unit.kind === 'label') && unit.words.split(' ').length >= quoteWords;
}

function paragraphRole(unit: Unit, next: Unit | undefined): Role {
  if (/^[¹²³⁴⁵⁶⁷⁸⁹]/u.test(unit.words)) return 'footnote';
  const short = unit.words.split(' ').length <= 20 || /^[^*]{3,120}\*\*/u.test(unit.words);
  const introduces = next?.kind === 'bullet' && next.gap < 3 && short;
  return introduces || /:["'”’*]*$/u.test(unit.words) ? 'lead-in' : 'paragraph';
}

function labelRole(state: State, before: readonly RoleUnit[], unit: Unit, index: number): RoleUnit {
  const listed = state.listed.has(unit);
  const role =
    wordingRole(unit) ?? (listed || state.points.captions.has(unit) ? null : plainRole(state, before, unit, index));
  if (role) return { unit, role, level: 0, prefix: '', page: null };
  return heading(state, unit, labelLevel(state, unit, listed), '');
}

/** What a label's own words make it, wherever it stands. */
function wordingRole(unit: Unit): Role | null {
  if (isSource(unit.words)) return 'footnote';
  const asks = /^(?:what|who|where|how|why|when)\b/iu.test(unit.words);
  const introduces = /:["'”’*]*$/u.test(unit.words) || (!asks && /\b(?:will|by|to|are|include)$/u.test(unit.words));
  return introduces && !isCapitals(unit.words) ? 'lead-in' : null;
}

/** What a label is that the contents table does not list; null for a heading. `To make …` is an aim, no title. */
function plainRole(state: State, before: readonly RoleUnit[], unit: Unit, index: number): Role | null {
  const last = before.at(-1)?.role;
  if (state.points.names.has(unit)) return 'item';
  if (goesOnLeading(state, last, unit, index)) return 'lead-in';
  if (isListItem(state, before, unit, index)) return 'item';
  if (isStandfirst(state, index) || /^To \p{Ll}/u.test(unit.words)) return 'paragraph';
  if (goesOn(unit, last) || !headsSomething(state, index)) return last === 'item' ? 'item' : 'paragraph';
  return null;
}

/** A short line of a list that was introduced, or one of several in a row. */
function isListItem(state: State, before: readonly RoleUnit[], unit: Unit, index: number): boolean {
  if (unit.opensPage) return false;
  return (isListed(state, before, unit) && !headsProse(state, index)) || isInRun(state, unit, index);
}

/** A line in lower case above others that are not goes on with the lead-in; where headings are marked, a plain line above bullets leads in. */
function goesOnLeading(state: State, last: Role | undefined, unit: Unit, index: number): boolean {
  const next = state.units[index + 1];
  const isLower = (line: Unit): boolean => /^\p{Ll}/u.test(line.words);
  if (!next) return false;
  if (last === 'lead-in' && isLower(unit)) return !isLower(next);
  return state.isMarked && next.kind === 'bullet' && next.gap < 3;
}

/** Where headings are marked, a plain line right under one is the first line of its text. */
function isStandfirst(state: State, index: number): boolean {
  return state.isMarked && state.units[index - 1]?.kind === 'heading' && state.units[index + 1]?.kind === 'paragraph';
}

/** A line set solid under a paragraph or a list's item belongs to it, or follows it. */
function goesOn(unit: Unit, last: Role | undefined): boolean {
  return unit.gap === 0 && (last === 'paragraph' || last === 'item') && !unit.opensPage && !unit.words.endsWith('?');
}

function labelLevel(state: State, unit: Unit, listed: boolean): number {
  if (listed || (unit.opensPage && !unit.ornament)) return 1;
  if ((state.labels.get(unit.words) ?? 0) >= recurring || unit.words.endsWith('?')) return 6;
  if (isCapitals(unit.words)) return 3;
  return unit.gap >= 4 ? 3 : 4;
}

function heading(state: State, unit: Unit, level: number, prefix: string): RoleUnit {
  const entry = state.listed.get(unit);
  return {
    unit,
    role: 'heading',
    level: entry ? Math.min(entry.level, level) : level,
    prefix,
    page: entry?.page ?? null,
  };
}

/** After a lead-in (a heading may stand between), short lines are its list until body text or a new page comes. */
function isListed(state: State, before: readonly RoleUnit[], unit: Unit): boolean {
  const { opener, widest } = state;
  if (unit.gap >= (isCapitals(unit.words) ? 3 : pageGap)) return false;
  // Set off by more than its items are from each other, a line is no item.
  if (before.length > opener + 2 && unit.gap > Math.max(2, widest)) return false;
  const lead = before[opener]?.role === 'heading' ? before[opener - 1] : before[opener];
  return lead?.role === 'lead-in';
}

function isListPart(entry: RoleUnit): boolean {
  if (entry.unit.gap >= pageGap) return false;
  return entry.role === 'item' || (entry.role === 'furniture' && entry.unit.kind === 'rule');
}

/** One of three or more short lines in a row is a list item, unless it is the last and heads what follows. */
function isInRun(state: State, unit: Unit, index: number): boolean {
  if (!isListLabel(unit)) return false;
  const after = labelsBeside(state, index, 1);
  const isLastAndHeads = after === 0 && unit.gap > 0 && headsSomething(state, index);
  return labelsBeside(state, index, -1) + after >= 2 && !isLastAndHeads;
}

/** How many labels, counted up to two, stand next to this one, before it (-1) or after it (1). */
function labelsBeside(state: State, index: number, step: -1 | 1): number {
  let count = 0;
  while (count < 2) {
    const at = index + step * (count + 1);
    const later = state.units[Math.max(at, at - step)];
    if (!isListLabel(state.units[at]) || (later?.gap ?? pageGap) >= pageGap) break;
    count += 1;
  }
  return count;
}

function isListLabel(unit: Unit | undefined): boolean {
  return unit?.kind === 'label' && !isCapitals(unit.words) && !unit.opensPage && !/[:?]$/u.test(unit.words);
}

/** Whether body text, a list or a further heading follows, so that the line can be its heading. */
function headsSomething(state: State, index: number, depth = 0): boolean {
  const unit = state.units[index];
  const next = following(state, index);
  if (!unit || !next || next.unit.gap > 6 || /^\p{Ll}/u.test(unit.words)) return false;
  if (unit.opensPage) return !next.unit.opensPage;
  return headsUnit(state, unit, next, depth);
}

function headsUnit(state: State, unit: Unit, next: { unit: Unit; index: number }, depth: number): boolean {
  const { kind, gap, words } = next.unit;
  if (kind === 'letter') return gap < pageGap;
  if (kind === 'label') return headsLabel(state, unit, next, depth);
  return ['bullet', 'row', 'figure', 'heading'].includes(kind) || /[.!?:]["'”’)*\]]*$/u.test(words);
}

function headsLabel(state: State, unit: Unit, next: { unit: Unit; index: number }, depth: number): boolean {
  if (next.unit.words.startsWith('[') || (isCapitals(next.unit.words) && !isCapitals(unit.words))) return false;
  return next.unit.words.endsWith(':') || (depth < 3 && headsSomething(state, next.index, depth + 1));
}

/** Whether whole sentences follow directly. */
function headsProse(state: State, index: number): boolean {
  const next = following(state, index);
  if (next?.unit.kind !== 'paragraph' || next.unit.gap > 3) return false;
  return /[.!?]["'”’)*]*$/u.test(next.unit.words) && next.unit.words.split(' ').length >= 12;
}

function following(state: State, index: number): { unit: Unit; index: number } | null {
  for (let at = index + 1; at < state.units.length; at += 1) {
    const unit = state.units[at];
    if (unit && !state.furniture.has(unit)) return { unit, index: at };
  }
  return null;
}
