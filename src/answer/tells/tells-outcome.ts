// Whether a sentence undertakes something, or tells what became of it.

/** Words by which something undertaken is told to have come true, or not to have. */
const outcome = /\b(?:achieved|met|exceeded|surpassed|hit|missed|fell short|reached|delivered|beaten)\b/u;
/** Words by which it is undertaken. */
const undertaking =
  /\b(?:will|must|shall|aim|target|ambition|objective|plan to|intend|committed?|by 20\d\d)\b|['’]ll\b/i;

export function tellsOutcome(sentence: string): boolean {
  return outcome.test(sentence) && !undertakes(sentence);
}

export function undertakes(sentence: string): boolean {
  return undertaking.test(sentence);
}
