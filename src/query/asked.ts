// What kind of thing a question asks for: a number, a date, a person …; from its wording alone.
import type { AskedKind } from '../domain/asked.ts';

/** In this order: "how much money" is about money before it is about a number. */
const rules: readonly (readonly [AskedKind, RegExp])[] = [
  [
    'money',
    /\bhow (?:much|many).{0,30}\b(?:money|cash|cost|costs|spen[dt]|spending|sav(?:e|ed|ing|ings)|pay|paid|budget|funding|invest\w*|quid|pounds|£)|\bwhat.{0,20}\b(?:cost|price|budget)\b|\bcosts?\s*\?|\bhow expensive\b/iu,
  ],
  [
    'date',
    /\bwhen\b(?! (?:we|they|you|i|it|officers|people|someone|the)\b)|^when\b|\bby when\b|\bwhat (?:year|date|month)\b|\bwhich year\b|\bdeadline\b|\bhow soon\b|\bhow long (?:until|before|will)\b|\bstart date\b|\bwhat(?:'s| is) the timescale\b/iu,
  ],
  ['rate', /\bhow (?:often|frequently|regularly)\b/iu],
  [
    'number',
    /\bhow (?:many|much|big|large|small|long|far|fast|quick(?:ly)?|high|low|old|close|near)\b|\bhow (?:\w+ ){1,2}(?:many|much)\b|\bwhat (?:share|percentage|proportion|number|size|figure|amount|rate|ratio|score|per ?cent|level|fraction|%)\b|(?:^|\s)%|\b(?:number|total|percentage|proportion|share|count|ratio|volume) of\b|\bby how much\b|\bheadcount\b|\bhow slow/iu,
  ],
  ['person', /\bwho(?:'s|s)?\b|\bwhose\b|\bwhom\b|\bin charge of\b/iu],
  ['place', /\bwhere(?:'s|s)?\b|\bwhich (?:boroughs?|places?|areas?|stations?|sites?|parts? of)\b|\bwhat location\b/iu],
  ['reason', /\bwhy\b|\bwhat for\b|\bhow come\b|\bfor what reason\b|\bwhat(?:'s| is) the (?:point|purpose|reason)\b/iu],
  [
    'meaning',
    /\bwhat (?:is|are|was|were|does|do|did)\b.{0,60}\b(?:mean|stand for)\b|\bwh?at(?:'s|s| is| are| was| were) (?:a |an |the )?[\w\s&'’-]{1,40}\??$|\bdefin(?:e|ition)\b|\bmeaning of\b|\bstands? for\b/iu,
  ],
];

/** The kind of thing asked for, or null where the wording does not say. */
export function askedKind(question: string): AskedKind | null {
  return rules.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}
