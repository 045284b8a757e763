// Decides what each unit is by what stands around it: a heading and its level, a list item, a lead-in, body text or furniture.
import { findFurniture, isCapitals, readContents } from './furniture.ts';
import type { Contents, ContentsEntry } from './furniture.ts';
import type { Unit } from './units.ts';

export type Role = 'heading' | 'lead-in' | 'item' | 'paragraph' | 'bullet' | 'row' | 'figure' | 'pull-quote' | 'footnote' | 'furniture';

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
  const state: State = { contents, furniture, units, labels: countLabels(units), listed: matchContents(units, contents) };
  const roles: RoleUnit[] = [];
  units.forEach((unit, index) => roles.push(roleOf(state, roles, unit, index)));
  return mergeDoubled(dropDecoration(roles));
}

interface State {
  readonly contents: Contents;
  readonly furniture: ReadonlySet<Unit>;
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<string, number>;
  /** Headings that the contents table lists. */
  readonly listed: ReadonlyMap<Unit, ContentsEntry>;
}

/** Finds the contents' headings in the text, in order: a later repeat of a chapter's name (in an annex, say) is not that chapter. */
function matchContents(units: readonly Unit[], contents: Contents): ReadonlyMap<Unit, ContentsEntry> {
  const found = new Map<Unit, ContentsEntry>();
  let from = 0;
  for (const unit of units) {
    if (contents.rows.has(unit) || unit.kind === 'bullet' || unit.kind === 'row' || unit.words.endsWith(':')) continue;
    const ahead = contents.entries.findIndex((entry, index) => index >= from && sameWords(entry.heading, unit.words));
    if (ahead < 0) continue;
    const entry = contents.entries[ahead];
    if (entry) found.set(unit, entry);
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
  const last = before.at(-1);
  if (unit.kind === 'letter') return plain('furniture');
  const letter = letterOf(state.units[index - 1], unit);
  if (letter) return heading(state, unit, 2, letter);
  switch (unit.kind) {
    case 'heading':
      return heading(state, unit, unit.hashes, '');
    case 'bullet':
    case 'row':
    case 'figure':
      return plain(unit.kind);
    case 'paragraph':
      return plain(paragraphRole(unit, state.units[index + 1]));
    default:
      return labelRole(state, before, last, unit, index);
  }
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

function labelRole(state: State, before: readonly RoleUnit[], last: RoleUnit | undefined, unit: Unit, index: number): RoleUnit {
  const plain = (role: Role): RoleUnit => ({ unit, role, level: 0, prefix: '', page: null });
  if (/^\[.*\]$/u.test(unit.words)) return plain('footnote');
  const colon = /:["'”’*]*$/u.test(unit.words) || /\b(?:will|by|to|are|include)$/u.test(unit.words);
  if (colon && !isCapitals(unit.words)) return plain('lead-in');
  const listed = state.listed.has(unit);
  if (!listed && !unit.opensPage) {
    if (isListed(before, unit) && !headsProse(state, index)) return plain('item');
    if (isInRun(state, unit, index)) return plain('item');
  }
  const runsOn = unit.gap === 0 && last?.role === 'paragraph' && !unit.opensPage && !unit.words.endsWith('?');
  if (!listed && (runsOn || !headsSomething(state, index))) return plain(last?.role === 'item' ? 'item' : 'paragraph');
  if (!listed && isRunIn(state, unit, index)) return plain('item');
  return heading(state, unit, labelLevel(state, unit, listed), '');
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
  return { unit, role: 'heading', level: entry ? Math.min(entry.level, level) : level, prefix, page: entry?.page ?? null };
}

/** After a lead-in (a heading may stand between), short lines are its list until body text or a new page comes. */
function isListed(before: readonly RoleUnit[], unit: Unit): boolean {
  if (unit.gap >= (isCapitals(unit.words) ? 3 : pageGap)) return false;
  let index = before.length - 1;
  while (isListPart(before[index])) index -= 1;
  if (before[index]?.role === 'heading') index -= 1;
  return before[index]?.role === 'lead-in';
}

function isListPart(entry: RoleUnit | undefined): boolean {
  if (!entry || entry.unit.gap >= pageGap) return false;
  return entry.role === 'item' || (entry.role === 'furniture' && entry.unit.kind === 'rule');
}

/** One of three or more short lines in a row is a list item, unless it is the last and heads what follows. */
function isInRun(state: State, unit: Unit, index: number): boolean {
  const isItem = (at: number): boolean => {
    const other = state.units[at];
    return other?.kind === 'label' && !isCapitals(other.words) && !other.opensPage && !/[:?]$/u.test(other.words);
  };
  if (!isItem(index)) return false;
  let first = index;
  while (isItem(first - 1) && (state.units[first]?.gap ?? 9) < pageGap) first -= 1;
  let last = index;
  while (isItem(last + 1) && (state.units[last + 1]?.gap ?? 9) < pageGap) last += 1;
  const isLastAndHeads = index === last && headsSomething(state, index) && unit.gap > 0;
  return last - first >= 2 && !isLastAndHeads;
}

/** Whether body text, a list or a further heading follows, so that the line can be its heading. */
function headsSomething(state: State, index: number, depth = 0): boolean {
  const unit = state.units[index];
  const next = following(state, index);
  if (!unit || !next || next.unit.gap > 6 || /^\p{Ll}/u.test(unit.words)) return false;
  switch (next.unit.kind) {
    case 'bullet':
    case 'row':
    case 'figure':
    case 'heading':
      return true;
    case 'letter':
      return next.unit.gap < pageGap;
    case 'label':
      return headsLabel(state, unit, next, depth);
    default:
      return /[.!?:]["'”’)*\]]*$/u.test(next.unit.words);
  }
}

function headsLabel(state: State, unit: Unit, next: { unit: Unit; index: number }, depth: number): boolean {
  if (next.unit.words.startsWith('[') || (isCapitals(next.unit.words) && !isCapitals(unit.words))) return false;
  return /:$/u.test(next.unit.words) || (depth < 2 && headsSomething(state, next.index, depth + 1));
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

/** Short lines in capitals with nothing under them are words read off a picture. */
function dropDecoration(roles: readonly RoleUnit[]): RoleUnit[] {
  return roles.map((entry, index) => {
    if (!isCapitals(entry.unit.words) || entry.unit.kind !== 'label') return entry;
    const next = roles.slice(index + 1).find((other) => other.role !== 'furniture');
    const headsBody = next !== undefined && entry.role === 'heading' && !isCapitals(next.unit.words) && next.unit.kind !== 'heading';
    const isTwin = next !== undefined && sameWords(next.unit.words, entry.unit.words);
    const followsTwin = roles.slice(0, index).findLast((other) => other.role !== 'furniture');
    const keeps = headsBody || isTwin || entry.role === 'item' || (followsTwin && sameWords(followsTwin.unit.words, entry.unit.words));
    return keeps ? entry : { ...entry, role: 'furniture', level: 0 };
  });
}

/** A chapter title that stands twice (on its title page and above its text) is one heading: the second. */
function mergeDoubled(roles: readonly RoleUnit[]): RoleUnit[] {
  return roles.map((entry, index) => {
    if (entry.role !== 'heading') return entry;
    const next = roles.slice(index + 1).find((other) => other.role !== 'furniture');
    const isTwin = next?.role === 'heading' && sameWords(next.unit.words, entry.unit.words);
    return isTwin ? { ...entry, role: 'furniture', level: 0 } : entry;
  });
}

/** Same words, whatever the case, punctuation and emphasis. */
export function sameWords(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
