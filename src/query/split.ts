// Takes a message apart into the questions it asks, so that each can be answered or said to be unanswered.

/** More questions than this in one message are read as one. */
const mostQuestions = 3;
/** A part with fewer words cannot be asked by itself ("and where?"): it stays with the one before. */
const fewestWords = 3;

const interrogative = String.raw`(?:how (?:many|much|often|long|far|big|soon|fast|did|does|do|is|are|will|was|were|has|have)|what(?:['’]s|s)?|when|who(?:['’]s|s|se|m)?|which|where(?:['’]s|s)?|why|is|are|was|were|do|does|did|has|have|will|can)`;
const conjoined = new RegExp(
  String.raw`(?:,|;|\s[–—-])?\s+(?:and|&|\+|plus|but|vs\.?|versus|against|compared (?:to|with))\s+(?:also\s+)?(?=(?:(?:by|for|to|of|in|from|with|at|since)\s+)?(?:how (?:many|much|often|long|far|big|soon|fast|did|does|do|is|are|will|was|were|has|have)|what(?:['’]s|s)?|when|who(?:['’]s|s|se|m)?|which|where(?:['’]s|s)?|why)\b)`,
  'gi',
);
const startsAsking = new RegExp(String.raw`^\W*(?:(?:and|also|so|but|then|ok)\W+)*${interrogative}\b`, 'i');

/**
 * The questions of a message in order; the message alone where it asks one. Words before the first question ("I'm new.",
 * "For a history piece:") stay with it.
 */
export function questionsIn(message: string): string[] {
  const sentences = message
    .split(/(?<=\?)\s+|(?<=[.!])\s+(?=\p{Lu})|\n+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const asked = gather(sentences).flatMap(splitConjoined);
  const isPlain = asked.length < 2 || asked.length > mostQuestions;
  return isPlain || asked.some((part) => wordsOf(part) < fewestWords && !isTail(part)) ? [message] : asked;
}

/** Whether a part is nothing but a question for the time, or the reason, of what the part before it asks of. */
export function isTail(part: string): boolean {
  return onlyTail.test(part);
}

const tailWords = String.raw`by when|by (?:what|which) (?:date|year)|since when|when|why`;
const onlyTail = new RegExp(String.raw`^(?:${tailWords})\W*$`, 'i');
/** "What was promised on leaks, and by when?": the time, or the reason, is asked of the same thing, after it. */
const tailed = new RegExp(String.raw`^(.+?)[,;]?\s+and\s+(${tailWords})\s*\?*\s*$`, 'is');

/** A sentence that asks nothing belongs to the next that does, or else to the one before. */
function gather(sentences: readonly string[]): string[] {
  const questions: string[] = [];
  let waiting = '';
  for (const sentence of sentences) {
    const text = waiting === '' ? sentence : `${waiting} ${sentence}`;
    if (sentence.endsWith('?') || startsAsking.test(sentence)) {
      questions.push(text);
      waiting = '';
    } else waiting = text;
  }
  if (waiting === '') return questions;
  return questions.length === 0 ? [waiting] : [...questions.slice(0, -1), `${questions.at(-1) ?? ''} ${waiting}`];
}

const asksWhenFirst = /^\W*(?:by|since) (?:when|what|which)\b/i;

/** A question and its tail; null where it has none. */
function asTailed(question: string): string[] | null {
  const [, whole = '', tail = ''] = tailed.exec(question) ?? [];
  return wordsOf(whole) > fewestWords && (startsAsking.test(whole) || asksWhenFirst.test(whole))
    ? [`${whole}?`, `${tail}?`]
    : null;
}

/** "By when will leaks fall, and to what?": the measure is asked of the same thing as the time. */
const measured =
  /^(\W*(?:by )?when)\s+((?:will|would|must|should|shall|is|are|was|were|do|does|did|has|have)\b.+?)[,;]?\s+and\s+(to what|from what|by how much)\s*\?*\s*$/is;

function asMeasured(question: string): string[] | null {
  const [, when = '', rest = '', measure = ''] = measured.exec(question) ?? [];
  return rest === '' ? null : [`${when} ${rest}?`, `${measure} ${rest}?`];
}

function splitConjoined(question: string): string[] {
  const withTail = asTailed(question) ?? asMeasured(question);
  if (withTail) return withTail;
  const parts = withFragments(question.split(conjoined), question).map((part) => part.trim());
  if (!parts.every((part) => wordsOf(part) >= fewestWords)) return [question];
  const [head = '', asked = ''] = heading.exec(parts[0] ?? '')?.slice(1) ?? [];
  const isHead = startsAsking.test(asked) && !startsAsking.test(head);
  return isHead ? parts.map((part, at) => (at === 0 ? part : `${head}: ${part}`)) : parts;
}

/** "How will you take it out, and at how many events?": a part without a verb of its own asks the same of the one before. */
function withFragments(parts: readonly string[], question: string): readonly string[] {
  return parts.slice(1).some((part) => fragment.test(part) && !verb.test(part)) ? [question] : parts;
}

const fragment = /^\W*(?:by|for|to|of|in|from|with|at|since|on)\s/i;
const verb =
  /\b(?:is|are|was|were|be|do|does|did|has|have|had|will|would|can|could|should|must|shall|may|might)\b|['’](?:s|re|ll|d|ve)\b/i;

/** "Gangs: what was promised …, and what was done?": what stands before the colon is what every part is about. */
const heading = /^([^:?]{2,60}?)(?::|\s[–—-])\s+(.+)$/su;

/** What stands before the colon and is what every part is about, with the colon; empty where there is none. */
export function headOf(part: string): string {
  const [whole = '', , asked = ''] = heading.exec(part) ?? [];
  return whole.slice(0, whole.length - asked.length);
}

function wordsOf(text: string): number {
  return text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0;
}
