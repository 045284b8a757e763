// Acronyms as the documents use them: words mostly of capitals that are no ordinary words in capitals.
import type { CorpusSentence, Use } from './sentences-of.ts';

/** A word that may be an acronym: two capitals or more, with digits and a few small letters, as `NMfL`, `C3i`, `LGBT+`, `CO34`; or `4G`, `V100`. */
const candidatePattern =
  /(?<![\p{L}\p{N}#@_.])(?:\d(?=[A-Z]\b)|[A-Z](?=\d{2,4}(?!\d))|(?=[\p{L}\d]*[A-Z][\p{L}\d]*[A-Z])[A-Z])[A-Za-z0-9]{0,11}\+?(?![\p{L}\p{N}@_])/gu;
/** Share of a sentence's words that may stand in capitals before the capitals say nothing. */
const mostCapitals = 0.6;
const romanNumeral = /^[IVXLC]+$/u;

/** Uses of each acronym in reading order, by the acronym as it is most often written; plurals are uses of the singular. */
export function acronymUses(sentences: readonly CorpusSentence[]): Map<string, Use[]> {
  const ordinary = ordinaryWords(sentences);
  const byKey = new Map<string, { forms: Map<string, number>; uses: Use[] }>();
  for (const sentence of sentences) {
    for (const match of sentence.text.matchAll(candidatePattern)) {
      const form = singular(match[0]);
      if (!isAcronym(form, { sentence, at: match.index, length: match[0].length }, ordinary)) continue;
      const key = form.toLowerCase();
      const entry = byKey.get(key) ?? { forms: new Map<string, number>(), uses: [] };
      entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
      entry.uses.push({ sentence, at: match.index, length: match[0].length });
      byKey.set(key, entry);
    }
  }
  return withoutPlurals(new Map([...byKey.values()].map(({ forms, uses }) => [commonest(forms), uses])));
}

/** `BCUs` is `BCU`; a capital S may belong to the letters, and is looked at once all are known. */
function singular(word: string): string {
  return word.replace(/(?<=[A-Z]{2})s$/u, '');
}

function withoutPlurals(uses: Map<string, Use[]>): Map<string, Use[]> {
  for (const [term, own] of uses) {
    const single = term.endsWith('S') ? uses.get(term.slice(0, -1)) : undefined;
    if (!single || term.length < 4) continue;
    single.push(...own);
    uses.delete(term);
  }
  return uses;
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

/** A shorter name in capitals may be an acronym all the same: `PEEL` is not Sir Robert. */
const longName = 6;

/** Words that stand in small letters somewhere, and long names: in capitals they are emphasis, not acronyms. */
function ordinaryWords(sentences: readonly CorpusSentence[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of sentences) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{L}\p{Ll}+(?![\p{L}\p{N}])/gu))
      if (/^\p{Ll}/u.test(word) || word.length >= longName) words.add(word.toLowerCase());
  }
  return words;
}

function isAcronym(form: string, use: Use, ordinary: ReadonlySet<string>): boolean {
  if (/^\d/u.test(form)) return stepsOut(use);
  if (!isMostlyCapitals(form) || isShouted(use.sentence)) return false;
  if (isSubject(use)) return true;
  if (use.sentence.kind === null && form.length >= longName) return false;
  const word = form.toLowerCase();
  const isOrdinary = ordinary.has(word) || (word.length >= longName && ordinary.has(word.replace(/s$/u, '')));
  return !isOrdinary || (form.length === 2 && stepsOut(use));
}

/** `MetInfoTech` is a name; an acronym has few small letters. */
function isMostlyCapitals(form: string): boolean {
  const letters = form.match(/\p{L}/gu)?.length ?? 0;
  const capitals = form.match(/[A-Z]/gu)?.length ?? 0;
  return (capitals >= 2 || /\d{2}$/u.test(form)) && capitals * 2 >= letters && !romanNumeral.test(form);
}

/** `CONNECT is an integrated platform`: what a sentence begins with and tells of, without an article, is a name. */
function isSubject({ sentence: { text }, at, length }: Use): boolean {
  return (
    /^\W*$/u.test(text.slice(0, at)) && /^\s+(?:is|are|was|were|will|has|have)\s+\p{Ll}/u.test(text.slice(at + length))
  );
}

/** A line in capitals says nothing of any word in it. */
const shouted = new WeakMap<CorpusSentence, boolean>();
function isShouted(sentence: CorpusSentence): boolean {
  const known = shouted.get(sentence);
  if (known !== undefined) return known;
  const words = sentence.text.match(/(?<![\p{L}\p{N}])\p{L}[\p{L}'’-]*(?![\p{L}\p{N}])/gu) ?? [];
  const inCapitals = words.filter((word) => /^[\p{Lu}'’-]+$/u.test(word)).length;
  const isAlone = words.length === 1 && words[0] === sentence.text.trim();
  const result = isAlone ? inCapitals === 1 : words.length > 1 && inCapitals > words.length * mostCapitals;
  shouted.set(sentence, result);
  return result;
}

/** Whether the words on both sides are in small letters, so that the capitals are the word's own. */
function stepsOut({ sentence: { text }, at, length }: Use): boolean {
  const before = /(?<word>[\p{L}\p{N}]+)[^\p{L}\p{N}.!?]*$/u.exec(text.slice(0, at))?.groups?.['word'] ?? 'a';
  const after = /^[^\p{L}\p{N}.!?]*(?<word>[\p{L}\p{N}]+)/u.exec(text.slice(at + length))?.groups?.['word'] ?? 'a';
  return !isCapitals(before) && !isCapitals(after) && /\p{Ll}/u.test(before + after);
}

function isCapitals(word: string): boolean {
  return word.length > 1 && /^[\p{Lu}\d]+$/u.test(word);
}
