// Names and phrases found by the word that they begin with: of some hundred a text can hold only those that begin with a word of its own.

/** Those whose name may stand as whole words in a text of these words, in the order in which they were given. */
type MayStandAmong<Named> = (words: ReadonlySet<string>) => Named[];

const firstWord = /[\p{L}\p{N}]+/u;
const everyWord = /[\p{L}\p{N}]+/gu;

/** The words of the texts, in small letters. */
export function smallWordsOf(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) for (const word of text.toLowerCase().match(everyWord) ?? []) words.add(word);
  return words;
}

export function byFirstWord<Named>(all: readonly Named[], nameOf: (each: Named) => string): MayStandAmong<Named> {
  const from = byKeys(all, (each) => [firstWord.exec(nameOf(each).toLowerCase())?.[0] ?? '']);
  // A name without a word is known by none.
  return (words) => from(['', ...words]);
}

/** Finds those of a list that one of the given keys leads to, each once, in the order of the list. */
export function byKeys<Each>(
  all: readonly Each[],
  keysOf: (each: Each) => readonly string[],
): (keys: readonly string[]) => Each[] {
  const placesOf = new Map<string, number[]>();
  for (const [place, each] of all.entries()) {
    for (const key of keysOf(each)) {
      const places = placesOf.get(key) ?? [];
      places.push(place);
      placesOf.set(key, places);
    }
  }
  return (keys) => {
    const found = new Set(keys.flatMap((key) => placesOf.get(key) ?? []));
    return [...found].toSorted((one, other) => one - other).flatMap((place) => all.slice(place, place + 1));
  };
}
