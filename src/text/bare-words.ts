// Whether two lines say the same, however they are set.

/** The words alone: case, punctuation and emphasis left out, `&` written out. */
export function bareWords(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

export function sameWords(one: string, other: string): boolean {
  return bareWords(one) === bareWords(other);
}
