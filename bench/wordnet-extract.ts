// What of WordNet is shipped: common words that say the same, that come of one root, and that say the opposite; and the stems of words in use.
import { stemmer } from 'stemmer';
import type { Relation, WordnetSenses } from './wordnet-senses.ts';

/** Least uses of a word that is taken at all, and of one that may stand for another. */
const leastUses = 1;
const leastUsesOfSynonym = 2;
/** Characters of a line. */
const lineLength = 230;

/** The text of `src/generate/wordnet.ts`: the same senses give the same text. */
export function wordnetExtract(senses: WordnetSenses): string {
  return `// Common English words of one meaning, of one root, and of opposite meaning: an extract of WordNet 3.1, see NOTICE.
// From its senses in frequent use: single words that share a sense, that it derives from each other though their stems differ, and its antonyms.

/** Groups parted by commas. */
export const sameSense = \`
${inLines(synonyms(senses))}
\`;

/** Pairs parted by commas. */
export const sameRoot = \`
${inLines(pairs(senses, ['+', '\\', '<']))}
\`;

/** Pairs parted by commas. */
export const antonyms = \`
${inLines(pairs(senses, ['!']))}
\`;
`;
}

/** Characters of a line of stems, and fewest letters of a stem that is listed: shorter ones are taken for slips of the same letters alone. */
const stemLineLength = 300;
const fewestLetters = 5;

/** The text of `src/query/english-words.ts`. */
export function englishWordsFile({ sets, uses }: WordnetSenses): string {
  const words = [...sets.values()].flat().filter((word) => isPlain(word) && uses(word) >= leastUses);
  const stems = words.map((word) => stemmer(word)).filter((stem) => stem.length >= fewestLetters);
  return `// Stems of the English words in use, so that none of them is taken for a slip of a word of the documents: an extract of WordNet 3.1, see NOTICE.

/** Porter stems, parted by spaces. */
export const englishStems = \`
${inLines(stems, { length: stemLineLength, mark: ' ' })}
\`;
`;
}

function synonyms({ sets, uses, isUsual }: WordnetSenses): string[] {
  return [...sets].flatMap(([set, words]) => {
    const usual = words.filter((word) => isPlain(word) && uses(word) >= leastUsesOfSynonym && isUsual({ word, set }));
    const group = ofDifferentStems(usual);
    return group.length > 1 ? [group.join(' ')] : [];
  });
}

function pairs({ relations, uses, isUsual }: WordnetSenses, symbols: readonly string[]): string[] {
  const isTaken = ({ symbol, from, to }: Relation): boolean =>
    symbols.includes(symbol) &&
    [from, to].every((sense) => isPlain(sense.word) && uses(sense.word) >= leastUses && isUsual(sense));
  return relations.filter(isTaken).flatMap(({ from, to }) => {
    const pair = ofDifferentStems([from.word, to.word].toSorted());
    return pair.length === 2 ? [pair.join(' ')] : [];
  });
}

/** A name, a figure or several words are not exchanged for others. */
function isPlain(word: string): boolean {
  return /^[a-z]{3,}$/u.test(word);
}

/** Words are compared by their stems, so the first of each is enough. */
function ofDifferentStems(words: readonly string[]): string[] {
  const stems = words.map((word) => stemmer(word));
  return words.filter((_word, at) => stems.indexOf(stems[at] ?? '') === at);
}

function inLines(groups: readonly string[], { length, mark } = { length: lineLength, mark: ', ' }): string {
  const lines: string[] = [];
  let line = '';
  for (const group of [...new Set(groups)].toSorted()) {
    if (`${line}${group}${mark}`.length > length) {
      lines.push(line.trim());
      line = '';
    }
    line += `${group}${mark}`;
  }
  return [...lines, line.slice(0, line.length - mark.length)].join('\n');
}
