// "What does One Met say about knife crime?": whatever a document says of a topic is asked for, and not a kind of thing.

const saying = String.raw`(?:say|says|said|saying|tells? us|told us|state[sd]?|promise[sd]?|pledge[sd]?|commits?|committed|have|has|got)`;
const of = String.raw`(?:about|on|regarding|concerning|re)`;
const patterns = [
  new RegExp(String.raw`\bwh?at(?:['’]?s)?\b.{0,70}\b${saying}\b(?: \w+){0,2}? ${of}\b`, 'i'),
  new RegExp(String.raw`\bwh?at(?:['’]?s| is| was)\b.{0,6}\bin\b.{2,60}\b(?:about|on)\b`, 'i'),
];
/** What the topic itself would then be: a person, a sum, a day. */
const kindAsked = /\b(?:how (?:many|much|often|long)|who|when|what (?:figure|number|date|target|percentage|share))\b/i;

/** Whether it is asked what is said of something, whatever that be. */
export function asksWhatIsSaid(question: string): boolean {
  return !kindAsked.test(question) && patterns.some((pattern) => pattern.test(question));
}
