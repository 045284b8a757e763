// The thing that a question wants counted, named or chosen: the noun after "how many", "which", "what is the".
import { terms } from '../text/tokens.ts';

const determiners = String.raw`(?:(?:of|the|our|its|their|your|these|those|all|a|an|any|new|extra|more|other|additional|total|overall|exact|main|actual|us)\s+)*`;
const phrase = String.raw`([\p{L}\p{N}'’-]+(?:\s+[\p{L}\p{N}'’-]+){0,2})`;
const patterns = [
  String.raw`\b(?:how (?:many|much)|number of|percentage of|per ?cent of|share of|proportion of|amount of|names? of)\s+${determiners}${phrase}`,
  String.raw`\b(?:which|whose)\s+${determiners}${phrase}`,
  String.raw`\bwhat\s+(?!(?:is|are|was|were|does|do|did|will|has|have|had|can|could|should|about)\b)${determiners}${phrase}`,
  String.raw`\bwh(?:at|o)(?:['’]s|s| is| are| was| were)\s+${determiners}${phrase}`,
].map((source) => new RegExp(source, 'iu'));

/** Where a noun phrase ends: at a verb, an auxiliary or a preposition. */
const ends =
  /^(?:is|are|was|were|be|been|do|does|did|will|would|has|have|had|can|could|should|must|may|might|of|for|in|on|at|to|by|from|with|about|under|over|after|before|since|that|which|who|and|or|but|per|than|as|we|they|you|i|he|she|it|the|a|an|our|their|this|get|got|gets|going|meant|supposed)$/i;

/** Stems of the noun asked for, most particular wording first; empty where the question names none. */
export function askedNoun(question: string): string[] {
  return terms(askedNounPhrase(question));
}

/** The noun asked for as the question words it; empty where it names none. */
export function askedNounPhrase(question: string): string {
  for (const pattern of patterns) {
    const words = pattern.exec(question)?.[1]?.split(/\s+/u) ?? [];
    const stop = words.findIndex((word) => ends.test(word));
    const named = words.slice(0, stop < 0 ? words.length : stop).join(' ');
    if (terms(named).length > 0) return named;
  }
  return '';
}
