// Names, acronyms and quotations of a statement: each must stand in what supports it.
import { isStopWord } from '../text/tokens.ts';

/** A word that begins with a capital, acronyms among them. */
const namePattern = /[\p{Lu}][\p{L}\p{N}&'’-]*/gu;
const quotedPattern = /[“"](?<words>[^“”"]+)[”"]/gu;

/** What may stand between two names that are merely told one after the other. */
const listing = /^[\s,;]*(?:(?:and|or|as well as|including)\b|[,;])|\bby\b/iu;

/** Whether names between which the statement says something stand in the order of its support, unless it turns the sentence round ("by"). */
export function namesKeepRoles(statement: string, support: string): boolean {
  const places = [...statement.matchAll(namePattern)]
    .map(({ 0: name, index }) => ({
      name,
      index,
      at: support.search(new RegExp(String.raw`(?<![\p{L}\p{N}])${name}(?![\p{L}\p{N}])`, 'u')),
    }))
    .filter(({ name, at }) => at >= 0 && !isStopWord(name.toLowerCase()));
  return places.every(({ name, index, at }, number) => {
    const before = places[number - 1];
    if (!before || before.name === name || before.at < at) return true;
    const isTurnedRound = /\bby\b/iu.test(support.slice(at, before.at));
    return isTurnedRound || listing.test(statement.slice(before.index + before.name.length, index));
  });
}

/** Whether each name of `statement` stands in one of `texts`, whatever its case. */
export function namesStand(statement: string, texts: readonly string[]): boolean {
  const given = wordsOf(texts.join(' \n '));
  return namesIn(statement).every((name) => given.has(name) || given.has(singular(name)));
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

const ours = /\b(?:our|ours|its|my)\b/iu;

/** Whether what the statement gives to the organisation ("the Met's policy") is somebody's of that name, or "ours", in its support. */
export function ownsSame(statement: string, support: string, own: readonly string[]): boolean {
  const owned = own.some((name) => statement.includes(`${name}'s `));
  return !owned || ours.test(support) || own.some((name) => support.includes(name));
}

/** Whether each quotation of `statement` stands in one of `passages` to the letter; a mark without its partner is none. */
export function quotationsStand(statement: string, passages: readonly string[]): boolean {
  if (/[“”"]/u.test(statement.replaceAll(quotedPattern, ''))) return false;
  return [...statement.matchAll(quotedPattern)].every(({ groups }) => {
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
  return new Set(words.flatMap((word) => [word, word.replace(/'s$/u, ''), singular(word)]));
}

function singular(word: string): string {
  return word.length > 2 && word.endsWith('s') ? word.slice(0, -1) : word;
}
