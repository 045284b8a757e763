// What kind of thing a question asks for: a number, a date, a person …; from its wording alone.
import type { AskedKind } from '../domain/asked.ts';

/**
 * In this order: "how much money" is about money before it is about a number. Of small letters, for they are matched with a question in small
 * letters: with the flag `i` beside `u` each `\b` looks both ways for word characters in any case, which takes eighteen times as long.
 */
const rules: readonly (readonly [AskedKind, RegExp])[] = [
  // "By when must the cost of fuel fall?": what the question opens with is asked, whatever it is asked of.
  [
    'date',
    /^\W*(?:by when|when (?:will|does|do|did|is|are|was|were|has|have|must|should|would))\b(?!.*\bhow (?:much|many)\b)/u,
  ],
  // Of costs, too: how far they fall is told as a share as well as a sum.
  [
    'number',
    /\bby how much\b|^\W*(?:to|from) what (?:will|would|must|should|is|are|was|were|do|does|did|has|have)\b|\bhow (?:much|far) (?:lower|higher|less|fewer|smaller|larger|bigger|cheaper|faster|slower|quicker)\b|\bhow (?:much|far)\b.{0,50}\b(?:fall|fell|fallen|drop|dropped|rise|rose|risen|decrease|increase|decline)d? by\b/u,
  ],
  [
    'money',
    /\bhow (?:much(?! time\b)|many (?:pounds|quid|millions?)).{0,30}\b(?:money|cash|cost|costs|spen[dt]|spending|sav(?:e|ed|ing|ings)|pay|paid|budget|funding|invest(?:ed|ment|ments|ing)?|quid|pounds|£)|\bwhat.{0,20}\b(?:cost|price|budget)\b|\bwhat (?:do|does|did|will|would) .{0,60}\bcost\b|\bcosts?\s*\?|\bhow much\b.{0,60}\bcosts?\b|\bhow expensive\b|(?:^|[\s,;:–-])£(?=\s|\?|$)|\b(?:cost|price|budget|bill|contract value|price tag|value) (?:of|for)\b(?!.*\b(?:vs\.?|versus|against) what\b)|\b(?:contract|total|annual) (?:value|cost|budget|price|spend)\b|\bhow much.{0,40}\b(?:raise|raised|fetch|bring in|brought in|worth|for it|set (?:us|you) back|chip(?:ped)? in|fork(?:ed)? out|fund)\b|\bwhat (?:money|funding)\b|(?<!^\W*(?:does|do|did|is|are|will|has|have|can)\b.{0,80})\b(?:salar(?:y|ies)|wages?)\b|\bpay (?:scale|rate|band)s?\b/u,
  ],
  [
    'date',
    /\b(?:when|wen) (?:will|does|do|did|is|are|was|were|has|have|must|should|would|exactly|precisely)\b|\bwhen\s*\?|\bsince when\b|\b(?:start|end|launch|closing|go[- ]live|due|target|effective)\s?date\b|(?<!\b(?:up to|out of) )\bdate\s*\?|\bby when\b|\b(?:what|which|wot) (?:year|date|month|quarter|week)\b|\bdeadline\b|\bhow soon\b|\bhow long (?:until|before|will)\b|\bstart date\b|\bwhat(?:'s| is) the timescale\b/u,
  ],
  [
    'name',
    /\bnames? of\b|\bwhat(?:['’]s|s| is| was| were| are) (?:the |its |his |her |their )?(?:\w+ ){0,3}names?\b|\bnames? (?:pls|please|\?)|\b(?:which|what) (?:\w+ )?(?:company|companies|firms?|suppliers?|provider|contractor|vendor|product|maker|manufacturer)\b|\bwho (?:makes|made|supplies|provides|won|built)\b|\bname\?|\b\b(?:which|what) (?:(?!of\b)[\p{L}'’-]+ ){0,3}(?:club|clubs|university|universities|unis?|colleges?|charity|charities|country|countries|brand|model)\b|who(?:['’]s|s| is| was) (?:the|our|its|their) (?:[\p{L}'’-]+ ){0,3}(?:commissioner|officer|director|head|chief|provider|supplier|minister|mayor|leader|chair)\b/u,
  ],
  ['rate', /\bhow (?:often|frequently|regularly)\b/u],
  [
    'number',
    /\bhow (?:many|much|big|large|small|long|far|fast|quick(?:ly)?|high|low|old|close|near)\b|\bhow (?:\w+ ){1,2}(?:many|much)\b|\bwhat (?:share|percentage|proportion|number|size|figure|amount|rate|ratio|score|per ?cent|level|fraction|portion|%)\b|(?:^|\s)%|\b(?:number|total|percentage|proportion|fraction|portion|share|count|ratio|rate|volume) of\b|\bratio\b|\bwhat(?:['’]s|s| is| was)? the (?:\w+ ){0,2}(?:drop|fall|rise|increase|decrease|reduction|decline|average|rate) (?:in|of|for|between|to)\b|\bheadcount\b|\bhow slow|\bwhat(?:['’]s|s| is| was| were| are)? (?:the |our |its |their )?(?:\w+ ){0,2}targets? (?:for|on|to|in)\b|\b(?:conviction|detection|charge|attrition|sickness|response|success|clear-?up|refusal|crime|robbery|burglary|homicide|murder|theft|injury) rates?\b|\b(?:average|mean|median|typical) (?:wait|time|length|age|number|response|caseload|workload|cost|salary)s?\b|\bhow (?:quick|long)\b/u,
  ],
  [
    'person',
    /\b(?:what|which) ranks?\b|(?<!\b(?:people|those|folks?|person|any(?:one|body)|some(?:one|body)|every(?:one|body)) )\bwho(?:'s|s)?\b|\bwhose\b|\bwhom\b|\bin charge of\b/u,
  ],
  [
    'place',
    /(?:^|[,;:.?!–-]\s*|\b(?:and|so|but|or|know|from|is|mate)\s+)where(?:['’]s|s)?\b|\b(?:which|what) (?:[\p{L}'’-]+ ){0,2}(?:boroughs?|bcus?|wards?|places?|stations?|suites?|sites?|towns?|streets?|estates?|buildings?|offices?)\b|\bwhereabouts\b|\bwhat location\b/u,
  ],
  ['reason', /\bwhy\b|\bwhat for\b|\bhow come\b|\bfor what reason\b|\bwhat(?:'s| is) the (?:point|purpose|reason)\b/u],
  [
    'meaning',
    /\bwhat (?:is|are|was|were|does|do|did)\b.{0,60}\b(?:mean|stand for)\b|\bwh?at(?:'s|s| is| are| was| were) (?:a |an |the )?[\w\s&'’-]{1,40}\??$|\bdefin(?:e|ition)\b|\bmeaning of\b|\bstands? for\b/u,
  ],
];

/** Things that there is much or little of, and no figure for. */
const ofDegree = String.raw`(?:freedom|leeway|discretion|flexibility|choice|say|scope|room|bother|trouble|disruption|hassle|fuss|effort|attention|emphasis|importance|influence|control|notice|sense|harm|damage)`;
const whoActs = String.raw`(?:we|they|you|i|the (?:met|mps|force|police|service|plan|strategy))`;

/**
 * Wordings with a word of measure or time that ask for none, and what they are read as. What stands before a word is looked for
 * after it was found: in the other order the look back would be taken at each letter.
 */
const noMeasures: readonly (readonly [RegExp, string])[] = [
  // "How much freedom is there to …", "how much does a recruit need to know about …": to what degree.
  [new RegExp(String.raw`\bhow much (?:[\p{L}-]+ )?${ofDegree}\b`, 'gu'), ' '],
  [
    /\bhow much (?=(?:do|does|did|should|must|can|could) .{1,60}\b(?:know|understand|matter|trust|care|worry)\b)/gu,
    ' ',
  ],
  // "Are we doing anything about how much time it takes?": about that, and not how much.
  [/\b(?:anything|something|lots?|much) about how much\b/gu, ' about '],
  // "How will we solve a bigger share of crimes?": how it is done.
  [
    new RegExp(
      String.raw`\b(?:number|total|percentage|proportion|share|count|rate|volume)s? of\b(?<=^\W*how (?:will|do|does|did|can|could|would|should|are|is) ${whoActs}\b.*)`,
      'gu',
    ),
    ' of ',
  ],
  // Ranks have levels, and a deadline that is kept to somehow is none that is asked for.
  [/\bfrom what level\b/gu, ' from '],
  [/\bdeadline\b(?<=\bhow (?:\p{L}+ly|well|often|good|bad|many|much)\b.*)/gu, ' '],
  [/\bevery how (?:long|many (?:days|weeks|months|years))\b/gu, 'how often'],
  // "When is it ours and when isn't it?", "when are we at our best?", "who works when?": in which case.
  [
    /\bwhen (?=.*\band when (?:not\b|(?:is|are|do|does|should)n['’]?t\b))|\band when (?=(?:not|isn|aren|don|doesn|shouldn))/gu,
    ' ',
  ],
  [/\bwhen (?=(?:is|are|do|does) .*\bat (?:its|their|our|his|her) (?:best|worst)\b)/gu, ' '],
  [/\bwho \p{L}+ when\s*\?/gu, ' '],
];

/** The kind of thing asked for, or null where the wording does not say. */
export function askedKind(question: string): AskedKind | null {
  const lowered = noMeasures.reduce((text, [wording, read]) => text.replaceAll(wording, read), question.toLowerCase());
  return rules.find(([, pattern]) => pattern.test(lowered))?.[0] ?? null;
}
