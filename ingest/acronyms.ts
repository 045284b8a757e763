// Acronyms that the corpus explains itself: `Basic Command Units (BCUs)` or `BCU (Basic Command Unit)`.
import type { StrategyDocument } from '../src/domain/document.ts';
import type { Acronym } from '../src/ports.ts';

/** Capitals with perhaps digits and a few small letters, as in `NMfL`, `C3i`, `PaDP`, `RASSO`. */
const bracketPattern = /\(([A-Z][A-Za-z0-9&]{1,9})\)/gu;

/** Every place where a document explains an acronym; one entry for each term and document, the first place. */
export function findAcronyms(documents: readonly StrategyDocument[]): Acronym[] {
  return documents.flatMap((document) => {
    const found = new Map<string, Acronym>();
    for (const match of document.text.matchAll(bracketPattern)) {
      const term = (match[1] ?? '').replace(/(?<=[A-Z])s$/u, '');
      const expansion = expansionBefore(document.text, match.index, term);
      if (!expansion || found.has(term)) continue;
      found.set(term, {
        term,
        expansion: expansion.words,
        documentId: document.id,
        start: expansion.start,
        end: match.index + match[0].length,
      });
    }
    return [...found.values()];
  });
}

const linkWords = new Set(['of', 'and', 'the', 'for', 'in', 'to', 'other', 'on', '&']);

/** The words before the bracket whose initials spell the acronym, read backwards. */
function expansionBefore(text: string, bracket: number, term: string): { words: string; start: number } | null {
  const letters = (term.match(/[A-Za-z]/gu) ?? []).map((letter) => letter.toLowerCase());
  if (letters.length < 2 || !/[A-Z].*[A-Z]|[A-Z].*\d/u.test(term)) return null;
  const lead = text.slice(Math.max(0, bracket - 120), bracket);
  const words = [...lead.matchAll(/[\p{L}\p{N}’'&-]+/gu)];
  const limit = Math.min(words.length, letters.length + 6);
  for (let count = 2; count <= limit; count += 1) {
    const part = words.slice(-count);
    const first = part[0];
    if (!first || linkWords.has(first[0].toLowerCase()) || /[.!?;:]\s/u.test(lead.slice(first.index))) continue;
    if (
      spells(
        part.map((word) => word[0]),
        letters,
        term,
      )
    ) {
      const phrase = lead
        .slice(first.index)
        .replaceAll(/[\s*_]+/gu, ' ')
        .trim();
      return { words: phrase, start: Math.max(0, bracket - 120) + first.index };
    }
  }
  return null;
}

/** Whether the letters are the words' initials in order; link words and inner letters of a hyphenated word may be passed over. */
function spells(words: readonly string[], letters: readonly string[], term: string): boolean {
  const initials = words.flatMap((word) => word.split('-').map((part) => (part[0] ?? '').toLowerCase()));
  const isLink = words.flatMap((word) => word.split('-').map((part) => linkWords.has(part.toLowerCase())));
  let at = 0;
  let passedOver = 0;
  for (let index = 0; index < initials.length; index += 1) {
    if (at < letters.length && initials[index] === letters[at]) at += 1;
    else if (!isLink[index]) passedOver += 1;
  }
  const startsRight = initials[0] === letters[0];
  // A number in the acronym stands for so many repeats of a letter (C3i: Command, Control, Communication and Information).
  const repeats = /^([A-Za-z])(\d)/u.exec(term);
  if (repeats) return startsRight && initials.filter((initial) => initial === letters[0]).length === Number(repeats[2]);
  return startsRight && at === letters.length && passedOver <= 1;
}
