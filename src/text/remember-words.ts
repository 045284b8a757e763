// What was worked out about a word, remembered: a text's words are mostly words that were met before.

/** Words remembered: more than a corpus has, so that it is emptied only by what readers throw at it; 40 MB at the very most. */
const capacity = 20_000;
/** Longer ones are no words, and would make the memory larger than it may be. */
const longestWord = 40;

/** The same function, which works a word out once. @param workOut must depend on the word alone. */
export function rememberWords<T>(workOut: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    const made = workOut(word);
    if (word.length > longestWord) return made;
    if (known.size >= capacity) known.clear();
    known.set(word, made);
    return made;
  };
}
