// Whether a sentence leans on the one before it, so that alone it would say something else: "Similarly, it has doubled."
import type { Passage, Sentence } from '../../domain/passage.ts';
import { textOf } from './quotation.ts';

/** Longest quotation of a sentence with the one before it, in UTF-16 code units. */
const longestPair = 420;
/** Kinds that a sentence does not go on from. */
const apart: ReadonlySet<Sentence['kind']> = new Set<Sentence['kind']>(['heading', 'row', 'lead-in', 'pull-quote']);

/** Openings that compare with the sentence before, pronouns that stand for something in it, and ends that tell time from it ("none since"). */
const leaning =
  /\b(?:since|since then|as a result|thereafter)[.!]?["”’*]*\s*$|^\W*(?:(?:similarly|likewise|equally|however|conversely|nevertheless|nonetheless|instead|by contrast|in contrast|in turn|even so|as a result)\b|(?:this|these|those|it|they)(?:['’](?:s|ll|ve|re|d)|\s+(?:also\s+|now\s+)?(?:is|are|was|were|will|would|has|have|had|can|may|includes?|included|means?|meant|led|allows?|resulted|represents?))\b)/i;

/** The sentence in the same line that the one at this place leans on; null where it stands by itself, or both are too long. */
export function sentenceBefore(passage: Passage, at: number): Sentence | null {
  const sentence = passage.sentences[at];
  const before = passage.sentences[at - 1];
  if (!sentence || !before || apart.has(before.kind) || apart.has(sentence.kind)) return null;
  const text = textOf({ passage, start: sentence.start, end: sentence.end });
  const between = textOf({ passage, start: before.end, end: sentence.start });
  const isNear = !between.includes('\n') && sentence.end - before.start <= longestPair;
  return isNear && leaning.test(text) ? before : null;
}
