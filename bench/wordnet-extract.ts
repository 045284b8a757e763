// What of WordNet is shipped: common words that say the same, that come of one root, and that say the opposite.
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

function inLines(groups: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const group of [...new Set(groups)].toSorted()) {
    if (`${line}${group}, `.length > lineLength) {
      lines.push(line.trim());
      line = '';
    }
    line += `${group}, `;
  }
  return [...lines, line.replace(/, $/u, '')].join('\n');
}
