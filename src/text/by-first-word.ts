// Names and phrases found by the word that they begin with: of some hundred a text can hold only those that begin with a word of its own.

/** Those whose name may stand in one of the texts as whole words, in the order in which they were given. */
type MayStandIn<Named> = (texts: readonly string[]) => Named[];

const firstWord = /[\p{L}\p{N}]+/u;
const everyWord = /[\p{L}\p{N}]+/gu;

/** @param nameOf in the letters of the texts, for capitals are told from small ones. */
export function byFirstWord<Named>(all: readonly Named[], nameOf: (each: Named) => string): MayStandIn<Named> {
  const placesOf = new Map<string, number[]>();
  for (const [place, each] of all.entries()) {
    const first = firstWord.exec(nameOf(each))?.[0] ?? '';
    const places = placesOf.get(first) ?? [];
    places.push(place);
    placesOf.set(first, places);
  }
  return (texts) => {
    // A name without a word is known by none.
    const found = new Set(placesOf.get(''));
    for (const text of texts) {
      for (const word of text.match(everyWord) ?? []) for (const place of placesOf.get(word) ?? []) found.add(place);
    }
    return [...found].toSorted((one, other) => one - other).flatMap((place) => all.slice(place, place + 1));
  };
}
