// Whether a sentence holds a thing of the kind that a question asks for. Patterns of English, not of any document.
import type { AskedKind } from '../domain/asked.ts';
import { countWords } from './number-words.ts';

const numberWords = `${countWords}|billion|half|third|quarter|twice|double[sd]?|doubling|tripled|once`;
const months = 'January|February|March|April|June|July|August|September|October|November|December';

const patterns: Readonly<Record<AskedKind, RegExp>> = {
  number: new RegExp(String.raw`(?<![\p{L}\d])\d|[⅓½¼¾⅔]|\b(?:${numberWords})\b`, 'iu'),
  money: /[£$€]\s?\d|\b\d[\d,.]*\s?(?:pounds|million pounds|billion pounds|bn)\b/i,
  rate: new RegExp(
    String.raw`\b(?:every|each|per|a|an|twice a|once a) (?:day|week|month|year|quarter|hour|night|shift)\b|\b(?:annual(?:ly)?|daily|weekly|monthly|yearly|quarterly|regularly|once|twice)\b|\d\s?%`,
    'i',
  ),
  date: new RegExp(
    String.raw`\b(?:19|20)\d{2}\b|\b(?:${months}|[Aa]utumn|[Ss]pring|[Ss]ummer|[Ww]inter)\b|\bMay \d|\b(?:by|within|over|in) the (?:end|next|first)\b|\b(?:next|within|over the|in) (?:the )?(?:next )?\w+ (?:years?|months?|weeks?)\b`,
    'i',
  ),
  person:
    /\b(?:Sir|Dame|Baroness|Lord|Mr|Mrs|Ms|Dr)\s+\p{Lu}|\b(?:Commissioner|Mayor|Chief|Director|Superintendents?|Inspectors?|Sergeants?|Board|Office|Authority|Officers?|Minister|Secretary|run by|led by|chaired by|responsible|accountable)\b/u,
  // Names are told apart by capitals, which needs the question too; here any will do.
  name: /\p{Lu}\p{Ll}+\s+\p{Lu}|\b\p{Lu}{2,}\b/u,
  place: /\b(?:in|at|near|across|from|to|of)\s+(?:the\s+)?\p{Lu}\p{Ll}+/u,
  reason:
    /\b(?:because|so that|in order to|to (?:ensure|help|improve|reduce|make|give|provide|enable)|due to|since|as a result|this (?:will|means)|therefore|which (?:will|means))\b/i,
  meaning: /\b(?:is|are|means?|refers? to|describes?|is about|known as|called)\b|\(|–/i,
};

/** Whether the sentence could answer a question for a thing of that kind. */
export function holdsKind(sentence: string, kind: AskedKind): boolean {
  return patterns[kind].test(sentence);
}
