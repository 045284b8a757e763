// Names, acronyms and quotations of a statement: each must stand in what supports it.
import { rememberObjects } from '../text/remember-objects.ts';
import { rememberTexts } from '../text/remember-texts.ts';
import { isStopWord } from '../text/tokens.ts';
import type { Support } from './support.ts';

/** A word that begins with a capital, acronyms among them. */
const namePattern = /[\p{Lu}][\p{L}\p{N}&'’-]*/gu;
const quotedPattern = /[“"](?<words>[^“”"]+)[”"]/gu;

/** Names that do nothing and to which nothing is done. */
const months = new Set(
  'January February March April May June July August September October November December'.split(' '),
);

/** What may stand between two names that are merely told one after the other. */
const listing = /^[\s,;]*(?:(?:and|or|as well as|including)\b|[,;])|\bby\b/iu;

interface Place {
  readonly name: string;
  /** In the statement, and in its support. */
  readonly index: number;
  readonly at: number;
}

/** Whether names between which the statement says something stand in the order of its support, unless it turns the sentence round ("by"). */
export function namesKeepRoles(statement: string, support: string): boolean {
  const given = placesOf(support);
  const told: Place[] = [];
  for (const { 0: name, index } of statement.matchAll(namePattern)) {
    const hasRole = !isStopWord(name.toLowerCase()) && !months.has(name);
    const places = hasRole ? (given.get(name) ?? []) : [];
    const before = told.at(-1);
    // A name that stands there more than once is meant where it follows the one before.
    const at = places.find((place) => !before || place > before.at) ?? places[0];
    if (at === undefined) continue;
    if (before && !keepsOrder(before, { name, index, at }, [statement, support])) return false;
    told.push({ name, index, at });
  }
  return true;
}

function keepsOrder(
  before: Place,
  { name, index, at }: Place,
  [statement, support]: readonly [string, string],
): boolean {
  if (before.name === name || before.at < at) return true;
  const isTurnedRound = /\bby\b/iu.test(support.slice(at, before.at));
  return isTurnedRound || listing.test(statement.slice(before.index + before.name.length, index));
}

/** Where each name stands in a text; a text is looked at for one statement after the other. */
const placesOf = rememberTexts((text): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const { 0: name, index } of text.matchAll(namePattern)) {
    const bare = name.replace(/['’]s?$/u, '');
    for (const form of new Set([name, bare])) places.set(form, [...(places.get(form) ?? []), index]);
  }
  return places;
});

type NamedIn = Pick<Support, 'text' | 'surroundings' | 'passage'>;

/** Whether each name of `statement` stands in its support or around it, whatever its case. */
export function namesStand(statement: string, support: NamedIn): boolean {
  const given = givenBy(support);
  return namesIn(withoutOwners(statement, support)).every((name) => given.has(name) || given.has(singular(name)));
}

/** A support is looked at for one statement after the other. */
const givenBy = rememberObjects(({ text, surroundings }: NamedIn) => wordsOf(`${text} \n ${surroundings}`));

/** The statement without the owners that its support does not name there but its passage does. */
export function withoutOwners(statement: string, { text, passage }: Pick<Support, 'text' | 'passage'>): string {
  const owners = ownersIn(statement, text).filter((owner) => passage.text.includes(owner));
  return owners.reduce((rest, owner) => rest.replaceAll(`${owner}'s`, 'our'), statement);
}

/** Who is named as the owner of what the support calls "our", as "London's parks" for "our parks". */
function ownersIn(statement: string, support: string): string[] {
  return [...statement.matchAll(/(?<owner>\p{Lu}\p{L}+)'s\s+(?<first>\p{L}+)/gu)].flatMap(({ groups }) => {
    const [owner = '', first = ''] = [groups?.['owner'], groups?.['first']];
    return new RegExp(String.raw`\b(?:our|its|their)\s+${first}\b`, 'iu').test(support) ? [owner] : [];
  });
}

const placePattern = /\b(?:in|at|across|throughout|within)\s+(?:the\s+)?(?<place>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*)/gu;

/** Whether no place that the headings name takes that of another ("in London" for "in England and Wales"). */
export function placesStand(statement: string, support: string): boolean {
  const placesIn = (text: string): string[] =>
    [...text.matchAll(placePattern)].flatMap(({ groups }) => groups?.['place'] ?? []);
  const given = placesIn(support);
  return placesIn(statement).every(
    (place) => support.includes(place) || given.every((other) => statement.includes(other)),
  );
}

/** The statement with the acronyms written out that its support writes out, by the capitals of its words. */
export function withoutAcronyms(statement: string, support: string): string {
  return statement.replaceAll(/\b(\p{Lu}{3,6})s?\b/gu, (acronym, letters: string) => {
    if (support.includes(letters)) return acronym;
    const words = Array.from(letters, (letter) => String.raw`${letter}\p{Ll}+`).join(
      String.raw`\s(?:and\s|of\s|for\s)?`,
    );
    return new RegExp(String.raw`\b${words}`, 'u').exec(support)?.[0] ?? acronym;
  });
}

/** Two names or more in a row, but for the first word of the statement, which has its capital by its place. */
const rowPattern = /(?<=[\p{L}\p{N},;:)’']\s)\p{Lu}[\p{L}\p{N}&-]*(?:\s\p{Lu}[\p{L}\p{N}&-]*)+/gu;

/** Whether names that stand in a row do so in one of `texts` too ("Total Policing" is not made of a "Total Professionalism" and the police). */
export function rowsOfNamesStand(statement: string, texts: readonly string[], own: readonly string[]): boolean {
  const given = texts.map((text) => text.toLowerCase().replaceAll(/\s+/gu, ' '));
  const ours = wordsOf(own.join(' '));
  return [...statement.matchAll(rowPattern)].every(([row]) => {
    const words = row.toLowerCase();
    return given.some((text) => text.includes(words)) || words.split(' ').some((word) => ours.has(word));
  });
}

/** Names with which a sentence begins: whom it is about. */
const subjectPattern =
  /^(?:(?:The|An?)\s+)?(?<subject>\p{Lu}{2,}\p{L}*|\p{Lu}[\p{L}&-]+(?:\s\p{Lu}[\p{L}&-]+)+)\b(?!'s)/u;

/** @returns whom a sentence is about, where it begins with a name; else null. */
export function subjectOf(sentence: string): string | null {
  return subjectPattern.exec(sentence)?.groups?.['subject'] ?? null;
}

/** Whether a statement about somebody names whom its support is about; one that begins with another name is about another. */
export function subjectStands(statement: string, { sentence, names }: Pick<Support, 'sentence' | 'names'>): boolean {
  const subject = subjectOf(sentence);
  if (subject === null) return true;
  const given = wordsOf(statement);
  const isNamed = subject.split(/\s/u).some((word) => given.has(word.toLowerCase()));
  const begins = statement.replace(/^(?:The|An?)\s+/u, '');
  return isNamed || !(subjectPattern.test(statement) || names.some((name) => begins.startsWith(`${name} `)));
}

const toward = /\b(?<way>to|from|for|against)\s+(?:the\s+)?(?<name>\p{Lu}\p{L}+)/gu;
const opposite: Readonly<Record<string, string>> = { to: 'from', from: 'to', for: 'against', against: 'for' };

/** Whether what goes to somebody in the support does not come from them in the statement. */
export function directionsStand(statement: string, support: string): boolean {
  const given = waysIn(support);
  return waysIn(statement).every(
    ({ way, name }) =>
      !given.some((each) => each.name === name && each.way === opposite[way]) ||
      given.some((each) => each.name === name && each.way === way),
  );
}

function waysIn(text: string): { readonly way: string; readonly name: string }[] {
  return [...text.matchAll(toward)].map(({ groups }) => ({ way: groups?.['way'] ?? '', name: groups?.['name'] ?? '' }));
}

const ours = /\b(?:our|ours|its|my|we(?:'ve| have| had| use))\b/iu;

/** Whether what the statement gives to the organisation ("the Met's policy") is somebody's of that name, or "ours", in its support. */
export function ownsSame(statement: string, support: string, own: readonly string[]): boolean {
  const owned = own.some((name) => statement.includes(`${name}'s `));
  return !owned || ours.test(support) || own.some((name) => support.includes(name));
}

/** Between single marks, two words at least: an apostrophe opens nothing. */
const singlyQuoted = /(?<![\p{L}\p{N}])['‘](?<words>\p{L}+(?:[\s,-]+\p{L}+(?:'\p{L}+)?)+[.,]?)'(?![\p{L}\p{N}])/gu;

/** Whether each quotation of `statement` stands in one of `passages` to the letter; a mark without its partner is none. */
export function quotationsStand(statement: string, passages: readonly string[]): boolean {
  if (/[“”"]/u.test(statement.replaceAll(quotedPattern, ''))) return false;
  return [...statement.matchAll(quotedPattern), ...statement.matchAll(singlyQuoted)].every(({ groups }) => {
    const words = (groups?.['words'] ?? '').replace(/[.,]$/u, '');
    return passages.some((passage) => passage.includes(words));
  });
}

function namesIn(statement: string): string[] {
  const names: string[] = [];
  for (const match of statement.matchAll(namePattern)) {
    const isFirst = !/[\p{L}\p{N}]/u.test(statement.slice(0, match.index));
    const lower = match[0].toLowerCase().replaceAll('’', "'").replace(/'s$/u, '');
    // The first word is a capital's by its place; whether it is said in the support is for its coverage to tell.
    const isAcronym = /^\p{Lu}{2,}/u.test(match[0]);
    if ((isFirst && !isAcronym) || isStopWord(lower)) continue;
    names.push(...lower.split('-').filter((part) => part !== ''));
  }
  return names;
}

function wordsOf(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}&']+/gu) ?? [];
  return new Set(words.flatMap((word) => [word, word.replace(/'s?$/u, ''), word.replaceAll("'", ''), singular(word)]));
}

function singular(word: string): string {
  return word.length > 2 && word.endsWith('s') ? word.slice(0, -1) : word;
}
