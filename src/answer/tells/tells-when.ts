// Whether a sentence tells when a thing was, or by when it will be: any date will not do.

const months =
  'January|February|March|April|June|July|August|September|October|November|December|[Aa]utumn|[Ss]pring|[Ss]ummer|[Ww]inter';
const year = String.raw`(?:19|20)\d{2}(?:/\d{2,4})?`;
/** "In the first six months" is how long something took, and "compared to March" what it is measured against. */
const noPoint = new RegExp(
  String.raw`\b(?:in|over|during) (?:the|its) (?:first|last|past) \w+ (?:days|weeks|months|years)\b|\b(?:compared (?:to|with)|than(?: in)?|since) (?:(?:${months}) )?${year}`,
  'gu',
);
const point = new RegExp(
  String.raw`\b${year}\b|\b(?:${months})\b|\bMay \d|\b(?:by|at|from) the (?:end|start|beginning) of\b|\b(?:over|within|in) the next\b|\bwithin (?:\w+ ){1,2}(?:years?|months?|weeks?|days?)\b|\bnext (?:year|month)\b`,
  'u',
);
const limit = new RegExp(
  String.raw`\b(?:[Bb]y|[Bb]efore|[Uu]ntil|[Ww]ithin|[Oo]ver the (?:next|coming)|[Ii]n the next|next|end of)\b[^.;]{0,40}(?:\b${year}\b|\b(?:${months})\b|\b(?:years?|months?|weeks?)\b)`,
  'u',
);
const asksLimit =
  /\b(?:by when|deadline|due|timescales?|time ?frame|timetable|how soon|when will|when (?:is|are) .{1,40} (?:going to|due))\b/i;

const asksSince = /\bsince when\b/i;
const began =
  /\b(?:since|from|began|begun|started|launched|introduced|appointed|joined|established|set up|created|published)\b/i;

/** @param question by its wording: a deadline lies ahead of a promise, a date need not. */
export function tellsWhen(sentence: string, question: string): boolean {
  const rest = sentence.replaceAll(noPoint, ' ');
  if (asksSince.test(question)) return began.test(sentence) && point.test(sentence);
  return asksLimit.test(question) ? limit.test(rest) : point.test(rest);
}

/** "How fast", "how far back": a number of years or minutes is wanted. */
const lasts = /\bhow (?:fast|quick(?:ly)?|soon|long|far back|old)\b/i;
const duration = /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b/i;

/** Whether the answer is a length of time, an age or a speed. */
export function asksHowLong(question: string): boolean {
  return lasts.test(question);
}

/** "Over the last 12 months" says when, not how long. */
const span = /\bover the (?:last|past) (?:\w+ )?(?:months?|weeks?|days?)\b/gi;

const asksAge = /\bhow old\b/i;
const age = /\bage[ds]?\b|\byears?[ -]old\b|\bborn\b|\b(?:over|under)[ -]\d{2}s?\b/i;

/** Whether a sentence tells the length of time, or the age, that the question asks for. */
export function tellsHowLong(sentence: string, question: string): boolean {
  return asksAge.test(question) ? age.test(sentence) : measuresTime(sentence);
}

/** Whether a sentence speaks of a length of time at all, with or without a number. */
export function measuresTime(sentence: string): boolean {
  return duration.test(sentence.replaceAll(span, ' '));
}
