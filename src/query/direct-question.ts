// What is heard and then asked back: "my sergeant keeps going on about X, what's that then" asks what X is.

/** The end of a message that asks only what something is, and points at it. */
const asksBack =
  /[\s,.;:!?–—-]+(?:(?:so|and|but|er|erm|ok|any idea|no idea|no clue|dunno|not sure)\s+)*(?:what(?:['’]?s|\s+is|\s+are|\s+was|\s+does|\s+do)?|wot(?:['’]?s|\s+is)?|wossat|wassat|whatsat|whassat)(?:\s+(?:that|it|this|they|these|those|he|she))?(?:\s+(?:is|are|was|be|mean|means|stand|stands|for|about|all|then|even|exactly|actually|on|supposed|to|please|pls|mate|do|does))*\s*\?*$/i;

/** What comes before the thing that was heard; the last of them in a message is the nearest. */
const hearsay =
  /^.*\b(?:about|mention(?:s|ed|ing)?|banging on|called|say(?:s|ing)?|said|saw|seen|heard(?: of)?|uses?|using|wrote|(?:word|term|phrase|acronym)) +(?:(?:something|some|a thing|the|this|these|a|an|word|term|phrase|acronym|called|about) +)*(?<subject>\S.*)$/i;

/** A message that asks before it asks back has a question of its own. */
const asksBefore = /\b(?:what|how|which|who|whose|where|when|why|whether|does|did)\b/i;

/** More words than these tell a story rather than name a thing. */
const mostWords = 6;

/** A figure that somebody wants confirmed: what is asked is the statement itself. */
const toConfirm =
  /^\W*(?:(?:please|can you|could you|just|so|and|but) )*(?:confirm(?: to me| for me)?,? (?:that|whether|if)|(?:is|isn['’]t) it (?:really |actually )?(?:true|right|correct|the case),?(?: to say)? that|is it (?:true|correct)|am i (?:right|correct)(?: in (?:thinking|saying|believing))?,? that) (.*\d.*)$/is;

/** The question put directly where a message wants a figure confirmed, or only points back at what was heard; otherwise the message. In time that grows with its length. */
export function directQuestion(message: string): string {
  const stated = toConfirm.exec(message)?.[1];
  if (stated !== undefined) return `${stated.replace(/[\s.?!]+$/u, '')}?`;
  const [end] = asksBack.exec(message.slice(-80)) ?? [];
  if (end === undefined || end.length >= message.length) return message.replace(asksIfTrue, '');
  const before = message.slice(0, message.length - end.length);
  if (asksBefore.test(before)) return message;
  const subject = subjectIn(before);
  if (subject === null) return message;
  const when = before.replace(subject, ' ').match(year) ?? [];
  return ['what is', subject, ...when.map((each) => `in ${each}`)].join(' ').concat('?');
}

/** "Is it right that we will …?": whether it is so is told by what is said of it. */
const asksIfTrue =
  /^\W*(?:(?:and|so|but|ok)\W+)*(?:is|was) it (?:really |actually )?(?:right|true|correct|so|the case) that\s+(?=\S+\s+\S)|^\W*(?:am i|are we) (?:right|correct) (?:in thinking |to think )?that\s+(?=\S+\s+\S)/i;

/** The thing heard of; null where it is only pointed at, or told at length. */
function subjectIn(before: string): string | null {
  const named = quoted.exec(before)?.groups?.['name'];
  const subject = named ?? hearsay.exec(before.slice(-200))?.groups?.['subject']?.trim() ?? '';
  const isName = subject !== '' && subject.split(/\s+/u).length <= mostWords && !pointing.test(subject);
  return isName ? subject : null;
}

/** What stands between quotation marks is the thing itself. */
const quoted = /(?<![\p{L}\p{N}])['"‘“](?<name>[^'"‘’“”]{2,40})['"’”](?![\p{L}\p{N}])/u;
/** "Moan about it": the thing was named before. */
const pointing = /^(?:it|that|this|them|those|these|him|her)\b/i;
const year = /(?<![\d/–-])(?:19|20)\d{2}(?![\d/–-])/gu;
