// What was then set beside what is now, in everyday words: "are we tougher on X than we were in 2018?", "do we still say that of 2013?"
import { match, named } from './cue.ts';
import type { Cue, Documents } from './cue.ts';

/** Words right before a document that set what is now beside it. */
const beside =
  /\b(?:than|compared (?:to|with)|from|as|like)\s+(?:(?:what|how|the way)\s+)?(?:(?:we|it|they|you|things|that)\s+)?(?:was|were|did|had|said|used to(?: be| say| do)?)\s+(?:(?:back|then)\s+)?(?:in|under|during|with|by)?\s*(?:the\s+)?$|\bthan\s+(?:(?:back|then)\s+)?(?:in|under|during)\s+(?:the\s+)?$/i;
/** A question of the present. */
const ofNow =
  /^\W*(?:(?:and|so|but|ok|hi|hey)\W+)*(?:are|is|do|does|have|has|am|how (?:are|is|do|does|much|many))\b|\b(?:are|is|do|does|have|has) (?:we|it|they|things)\b/i;
/** What "those" stands for was said before, and the one document is where it is looked for. */
const still = /\b(?:are|is|do|does|have|has)\s(?!(?:those|these|they|them|it|that|this|any|which)\b).{0,50}?\bstill\b/i;

/**
 * The latest document, for a question of the present that names one earlier document only to set it beside that.
 * @param cues of the documents that the question names.
 */
export function thenAndNowCues(question: string, cues: readonly Cue[], documents: Documents): Cue[] {
  const latest = documents.findLast(({ years }) => years !== null);
  const meant = new Set(cues.flatMap(({ names, implies }) => [...names, ...implies]));
  const [then] = cues;
  if (!latest || !then || then.names.length === 0 || meant.size !== 1 || meant.has(latest.id)) return [];
  const before = question.slice(0, then.start);
  if (!ofNow.test(question)) return [];
  const comparing = beside.exec(before);
  const meaning = named([latest]);
  if (comparing) {
    const span = { start: comparing.index, end: then.start, words: before.slice(comparing.index) };
    return [{ keeps: false, vague: false, names: meaning.names, implies: [], ...span }];
  }
  // What the document itself still says is asked of it alone.
  return still.test(before) ? match(question, /\bstill\b/gi, () => meaning).slice(0, 1) : [];
}
