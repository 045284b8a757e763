// Decides what each unit is by what stands around it: a heading and its level, a list item, a lead-in, body text or furniture.
import { findFurniture, isCapitals, readContents } from './furniture.ts';
import type { Contents, ContentsEntry } from './furniture.ts';
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
/** A heading that stands this often heads a recurring box, not a chapter. */
const recurring = 4;

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
    opener: -1,
  };
  const roles: RoleUnit[] = [];
  units.forEach((unit, index) => {
    const role = roleOf(state, roles, unit, index);
    if (!isListPart(role)) state.opener = roles.length;
    roles.push(role);
  });
  return keepBarren(mergeDoubled(dropDecoration(roles)));
}

interface State {
  readonly contents: Contents;
  readonly furniture: ReadonlySet<Unit>;
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<string, number>;
  /** Headings that the contents table lists. */
  readonly listed: ReadonlyMap<Unit, ContentsEntry>;
  /** Index of the last entry that is no part of a list: what opened the list that is read. */
  opener: number;
}

/** Finds the contents' headings in the text, in order: a later repeat of a chapter's name (in an annex, say) is not that chapter. */
function matchContents(units: readonly Unit[], contents: Contents): ReadonlyMap<Unit, ContentsEntry> {
  const found = new Map<Unit, ContentsEntry>();
  const places = new Map<string, number[]>();
  contents.entries.forEach((entry, index) =>
    places.set(bare(entry.heading), [...(places.get(bare(entry.heading)) ?? []), index]),
  );
  let from = 0;
  for (const unit of units) {
    if (contents.rows.has(unit) || unit.kind === 'bullet' || unit.kind === 'row' || unit.words.endsWith(':')) continue;
    const ahead = places.get(bare(unit.words))?.find((index) => index >= from);
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
  if (unit.kind === 'bullet' || unit.kind === 'row' || unit.kind === 'figure') return plain(unit.kind);
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

function paragraphRole(unit: Unit, next: Unit | undefined): Role {
  if (/^[¹²³⁴⁵⁶⁷⁸⁹]/u.test(unit.words)) return 'footnote';
  const introduces = next?.kind === 'bullet' && next.gap < 3 && unit.words.split(' ').length <= 20;
  return introduces || /:["'”’*]*$/u.test(unit.words) ? 'lead-in' : 'paragraph';
}

function labelRole(state: State, before: readonly RoleUnit[], unit: Unit, index: number): RoleUnit {
  const listed = state.listed.has(unit);
  const role = wordingRole(unit) ?? (listed ? null : plainRole(state, before, unit, index));
  if (role) return { unit, role, level: 0, prefix: '', page: null };
  return heading(state, unit, labelLevel(state, unit, listed), '');
}

/** What a label's own words make it, wherever it stands. */
function wordingRole(unit: Unit): Role | null {
  if (isSource(unit.words)) return 'footnote';
  const introduces = /:["'”’*]*$/u.test(unit.words) || /\b(?:will|by|to|are|include)$/u.test(unit.words);
  return introduces && !isCapitals(unit.words) ? 'lead-in' : null;
}

/** What a label is that the contents table does not list; null for a heading. */
function plainRole(state: State, before: readonly RoleUnit[], unit: Unit, index: number): Role | null {
  const last = before.at(-1)?.role;
  const isListItem = (isListed(before, state.opener, unit) && !headsProse(state, index)) || isInRun(state, unit, index);
  if (isListItem && !unit.opensPage) return 'item';
  if (goesOn(unit, last) || !headsSomething(state, index)) return last === 'item' ? 'item' : 'paragraph';
  return isRunIn(state, unit, index) ? 'item' : null;
}

/** A line set solid under a paragraph belongs to it. */
function goesOn(unit: Unit, last: Role | undefined): boolean {
  return unit.gap === 0 && last === 'paragraph' && !unit.opensPage && !unit.words.endsWith('?');
}

/** Set directly on one short paragraph, with the next such line after it: the points of a list, not sections of their own. */
function isRunIn(state: State, unit: Unit, index: number): boolean {
  const body = following(state, index);
  const after = body && following(state, body.index);
  if (!body || unit.opensPage || isCapitals(unit.words) || unit.words.endsWith('?')) return false;
  const short = body.unit.kind === 'paragraph' && body.unit.gap === 0 && body.unit.words.length <= 350;
  return short && (after?.unit.kind === 'label' || after?.unit.kind === 'paragraph');
}

function labelLevel(state: State, unit: Unit, listed: boolean): number {
  if (listed || (unit.opensPage && !unit.ornament)) return 1;
  if ((state.labels.get(unit.words) ?? 0) >= recurring) return 5;
  if (unit.words.endsWith('?')) return 5;
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
function isListed(before: readonly RoleUnit[], opener: number, unit: Unit): boolean {
  if (unit.gap >= (isCapitals(unit.words) ? 3 : pageGap)) return false;
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
  return next.unit.words.endsWith(':') || (depth < 2 && headsSomething(state, next.index, depth + 1));
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
    const headsBody =
      next !== undefined && entry.role === 'heading' && !isCapitals(next.unit.words) && next.unit.kind !== 'heading';
    const isTwin = next !== undefined && sameWords(next.unit.words, entry.unit.words);
    const last = before[index];
    const followsTwin = last !== undefined && sameWords(last.unit.words, entry.unit.words);
    const keeps = headsBody || isTwin || entry.role === 'item' || followsTwin;
    return keeps ? entry : { ...entry, role: 'furniture', level: 0 };
  });
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

/** Same words, whatever the case, punctuation and emphasis. */
function sameWords(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
