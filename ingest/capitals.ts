/** Whether the words are set in capitals (a few stray lower-case letters, as in `CHelsea`, do not count). */
export function isCapitals(words: string): boolean {
  const upper = words.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = words.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 3 && lower <= upper * 0.04 + (upper > 60 ? 12 : 0);
}
