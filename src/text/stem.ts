// Porter stems, remembered: a text's words are mostly words that were stemmed before, and stemming tries some thirty patterns.
import { stemmer } from 'stemmer';

/** Words remembered: more than a corpus has, so that it is emptied only by what readers throw at it; 40 MB at the very most. */
const capacity = 20_000;
/** Longer ones are no words, and would make the memory larger than it may be. */
const longestWord = 40;

const known = new Map<string, string>();

/** The stem of a lower-case word. */
export function stem(word: string): string {
  if (word.length > longestWord) return stemmer(word);
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const made = stemmer(word);
  if (known.size >= capacity) known.clear();
  known.set(word, made);
  return made;
}
