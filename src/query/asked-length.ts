// How long a reply is asked to be: "in three lines", "2 bullets on X", "tl;dr". A length is no subject, and it limits the answer.

export interface AskedLength {
  /** The message without the words for a length; itself where nothing else is said. */
  readonly rest: string;
  /** Most lines or points of the answer; null where no length is asked for. */
  readonly most: number | null;
}

const numbers = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const number = String.raw`(?<n>\d{1,3}|${numbers.join('|')}|a\s+(?:couple|few)(?:\s+of)?|a\s+single|one\s+single|couple\s+of)`;
const size = String.raw`(?:(?:short|quick|brief|simple|plain|concise|clear)\s+)?`;
const unit = String.raw`(?<unit>lines?|sentences?|bullet\s?points?|bullets?|(?:key|main)\s+points?|words?|paragraphs?|liners?)`;
const points = String.raw`(?<unit>lines?|sentences?|bullet\s?points?|bullets?|(?:(?:key|main)\s+)?points?|words?|paragraphs?)`;
const most = String.raw`(?:no\s+more\s+than|at\s+most|max(?:imum)?(?:\s+of)?|up\s+to|under|fewer\s+than|less\s+than)`;
const atMost = String.raw`(?:max(?:imum)?|tops|at\s+most|or\s+(?:less|fewer|under)|only|please|pls)`;

/** Where a length stands as nothing else: after "in", at the beginning before a subject, beside "max", and in front of "summary". */
const lengths: readonly RegExp[] = [
  new RegExp(
    String.raw`,?\s*\b(?:in|within|using|as|with)\s+(?:just\s+|only\s+|about\s+|around\s+)?(?:${most}\s+)?${number}[\s-]+${size}${points}\b(?:\s+${atMost})*,?`,
    'i',
  ),
  new RegExp(String.raw`,?\s*\b${most}\s+${number}[\s-]+${size}${points}\b`, 'i'),
  new RegExp(
    String.raw`,?\s*\b${number}[\s-]+${size}${points}\s+(?:max(?:imum)?|tops|at\s+most|or\s+(?:less|fewer))\b,?`,
    'i',
  ),
  new RegExp(
    String.raw`\b${number}[\s-]+${unit}[\s-]+(?=summary|overview|gist|recap|description|explanation|answer|version)`,
    'i',
  ),
  new RegExp(
    String.raw`^\W*(?:(?:please|pls|ok|hi|just)\s+)*(?:(?:give|write|get|send|do|can i (?:have|get)|i (?:need|want))\s+(?:me\s+|us\s+)?)?(?:just\s+)?${number}[\s-]+${size}${unit}\s*(?:on|about|of|re|summarising|summing up|:|[-–—])\s+`,
    'i',
  ),
  new RegExp(
    String.raw`(?:[,:–—-]|\s)\s*\b${number}[\s-]+${size}(?<unit>bullet\s?points?|bullets?)\W*(?:${atMost}\W*)*$`,
    'i',
  ),
];

/** Said of a reply that must be short, whatever its number of lines. */
const short = /\b(?:tl;?\s?dr|one-liner)\b/i;
const linesOfShort = 4;
/** A wish at the end of a message: "…? Keep it short." */
const keptShort =
  /[\s,.;:?!–—-]{1,4}(?:and |but )?(?:(?:please|pls) )?(?:keep|make) it (?:short|brief|snappy|quick|concise)(?:,? (?:please|pls|ta|thanks|and sweet))*\W*$/i;
/** Words that fit on a line, about. */
const wordsOfLine = 20;
/** A sentence of a paragraph is a line. */
const linesOfParagraph = 4;

const asks =
  /\b(?:what|how|which|who|whose|where|when|why|does|did|is|are|was|were|explain|defin\w+|list|name|compare|describe|sum(?:med|ming)?\s+(?:it\s+)?up|summari[sz]\w*|summary|gist|overview|recap|outline|tl;?dr|nutshell|headlines|rundown|run-?\s?(?:down|through))\b/i;

/** Takes the length out of a message. A message that then names a thing and asks nothing asks for its gist. */
export function askedLength(message: string): AskedLength {
  // Long gaps would be tried again from each of their places.
  const plain = message.replaceAll(/\s+/gu, ' ');
  for (const pattern of lengths) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const rest = `${plain.slice(0, found.index)} ${plain.slice(found.index + found[0].length)}`
      .replaceAll(/\s+/gu, ' ')
      .replace(/^[\s,:;–—-]+/u, '')
      .trim();
    if (!/[\p{L}\p{N}]{2}/u.test(rest.replaceAll(emptyWords, ' '))) continue;
    // "In one line each" limits each of several, and not the whole.
    if (ofEach.test(rest)) return { rest: rest.replace(ofEach, ''), most: null };
    const lines = linesOf(found);
    return { rest: asks.test(rest) ? rest : `summarise ${rest.replace(giving, '')}`, most: lines };
  }
  const rest = plain.replace(keptShort, '');
  if (rest !== plain && asks.test(rest)) return { rest: `${rest}?`, most: linesOfShort };
  return { rest: message, most: short.test(message) ? linesOfShort : null };
}

const ofEach = /\s+(?:each|(?:per|for each) (?:document|strategy|plan|one))(?=\W*$)/i;

/** Words of a message that only speaks of the form of what was said: "say that in one sentence". */
const emptyWords =
  /\b(?:say|put|give|tell|do|make|can|could|would|will|you|u|me|us|it|that|this|them|again|please|pls|ok|and|but|now|the|same|answer|reply|just|i|want|need|sum|up|summari[sz]e|summary|a|an|of|shorter|short)\b/gi;
const giving = /^(?:please\s+|pls\s+|can you\s+|could you\s+)*(?:give|show|tell|send|write)\s+(?:me|us)\s+/i;

function linesOf({ groups = {} }: RegExpExecArray): number {
  const { n: count = '', unit: unitNamed = '' } = groups;
  const plain = count.toLowerCase().replaceAll(/\s+/gu, ' ');
  const counted = /^\d+$/u.test(plain)
    ? Number(plain)
    : /couple/u.test(plain)
      ? 2
      : /few/u.test(plain)
        ? 3
        : Math.max(1, numbers.indexOf(plain.split(' ')[0] ?? ''));
  if (/^word/i.test(unitNamed)) return Math.max(1, Math.round(counted / wordsOfLine));
  return Math.max(1, /^paragraph/i.test(unitNamed) ? counted * linesOfParagraph : counted);
}
