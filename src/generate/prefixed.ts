// Words that a prefix turns round: "distrust" for "trust", "ex-wardens" for "wardens".
import { terms } from '../text/tokens.ts';
import { isSaid } from './synonyms.ts';

/** With at least four letters after it, so that "until" is no "til" turned round. "Ex" and the like turn only before a hyphen: "exchange" is no former change. */
const prefixed =
  /^(?:(?:un|de|dis|mis|non|anti|in|im|ir|il|counter)-?|(?:ex|pseudo|quasi|semi|half|sub|pre|post)-)(?<base>\p{L}{4,})$/u;
const wordPattern = /\p{L}+(?:-\p{L}+)*/gu;

/** Whether the one has a word with such a prefix where the other has it without; both in lower case. */
export function turnsByPrefix(said: string, given: string): boolean {
  const [statement, support] = [unbroken(said), unbroken(given)];
  const [ownStems, stems] = [new Set(terms(statement)), new Set(terms(support))];
  return (
    basesIn(statement, support, stems).some((base) => stems.has(base)) ||
    basesIn(support, statement, ownStems).some((base) => ownStems.has(base) && !stems.has(base))
  );
}

/** With words whole that a line's end parted behind their hyphen. */
function unbroken(text: string): string {
  return text.replaceAll(/(?<=\p{L})-\s+(?=\p{L})/gu, '-');
}

/** Stems that the text has behind a prefix, of words that the other does not have, in one word or in two. */
function basesIn(text: string, other: string, stems: ReadonlySet<string>): string[] {
  return [...text.matchAll(wordPattern)].flatMap(([word]) => {
    const base = prefixed.exec(word)?.groups?.['base'];
    if (base === undefined) return [];
    const isThere = [word, word.replace('-', ' ')].some((form) => other.includes(form));
    return isThere || terms(word.replace('-', '')).some((stem) => isSaid(stem, stems)) ? [] : terms(base);
  });
}
