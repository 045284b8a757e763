// A large request in small pieces, between which others get their turn.

export interface Slice {
  /** Place of the first text in the request. */
  readonly start: number;
  readonly texts: readonly string[];
}

interface SliceLimits {
  readonly texts: number;
  readonly characters: number;
}

/** Characters. The model reads 512 tokens, in any ordinary text some 2,500; the rest would only cost time on its way. */
const longestText = 20_000;

/** Texts in order, cut into slices within the limits; a text beyond them gets a slice to itself. */
export function* sliceTexts(texts: readonly string[], limits: SliceLimits): Generator<Slice> {
  let slice: string[] = [];
  let characters = 0;
  for (const [index, text] of texts.entries()) {
    const cut = text.slice(0, longestText);
    const full = slice.length === limits.texts || characters + cut.length > limits.characters;
    if (slice.length > 0 && full) {
      yield { start: index - slice.length, texts: slice };
      slice = [];
      characters = 0;
    }
    slice.push(cut);
    characters += cut.length;
  }
  if (slice.length > 0) yield { start: texts.length - slice.length, texts: slice };
}
