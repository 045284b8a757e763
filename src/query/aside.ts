// Messages that are no questions to the documents: small talk, questions about the assistant, and commands to it.
import type { Aside } from '../domain/plan.ts';

/** Words that may go with a greeting or thanks without asking anything. */
const smallWords = new Set(
  (
    'there all everyone team mate bluelamp first day today new here just started i im am so much a lot very again that thats that’s was is really helpful great brilliant ' +
    'perfect lovely useful for your the help to this my on and good morning afternoon evening later tomorrow soon cheers thanks thank you u legend pal love boss youre you re star lifesaver hero best awesome amazing nice one champion gem diamond of an top banana ta ok okay no worries lots'
  ).split(' '),
);
const openings: readonly (readonly ['greeting' | 'thanks' | 'goodbye', readonly string[]])[] = [
  [
    'greeting',
    [
      'hi',
      'hello',
      'hey',
      'hiya',
      'howdy',
      'yo',
      'morning',
      'afternoon',
      'evening',
      'good morning',
      'good afternoon',
      'good evening',
      'good day',
      'greetings',
      'alright',
      'sup',
    ],
  ],
  ['goodbye', ['bye', 'goodbye', 'see you', 'see ya', 'good night', 'cya', 'later']],
  [
    'thanks',
    [
      'thank',
      'thanks',
      'thank you',
      'thx',
      'cheers',
      'ta',
      'nice one',
      'great',
      'perfect',
      'brilliant',
      'lovely',
      'ok',
      'okay',
      'got it',
      'cool',
      'fab',
      'much appreciated',
      'appreciated',
    ],
  ],
];
/** Small talk is short; a longer message asks something. */
const longestSmallTalk = 14;

/** A message that begins as one greets or thanks, and holds nothing but small words besides. */
function smallTalk(message: string): 'greeting' | 'thanks' | 'goodbye' | null {
  const words = message
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}’'\s]/gu, ' ')
    .replaceAll("'", '')
    .trim()
    .split(/\s+/u);
  if (words.length > longestSmallTalk) return null;
  const text = words.join(' ');
  for (const [kind, phrases] of openings) {
    const opening = phrases.find((phrase) => text === phrase || text.startsWith(`${phrase} `));
    const rest =
      opening === undefined
        ? []
        : text
            .slice(opening.length)
            .trim()
            .split(' ')
            .filter((word) => word !== '');
    if (opening !== undefined && rest.every((word) => smallWords.has(word))) return kind;
  }
  return null;
}

const wellbeing = /^(?:hi|hey|hello)?[\s,!]*how(?:'s it going|s it going| are you| r u|'s things)[\s\S]{0,20}$/i;
const abilities =
  /\b(?:what (?:can|do) you (?:do|know|cover)|what (?:are|r) (?:you|u)\b|who (?:are|r) (?:you|u)\b|how do (?:you|u) work|what can i ask|help me use|what questions|where (?:do|should|can|would) (?:i|we) (?:even )?(?:start|begin)(?=\W*$)|what (?:do|should) (?:i|we) read first|(?:are|r) (?:you|u|ya) (?:(?:a|an|just|even|actually|really) )*(?:real(?: person)?|bot|ai|robot|human|person|chatbot|machine|computer|llm|chatgpt|gpt)\b|is this (?:a|an) (?:bot|ai|robot|real person|chatbot|human)|am i (?:talking|speaking|chatting) to (?:a|an) \w+|how can you help|what(?:'s| is) this (?:bot|tool|thing|channel)|how (?:do|can|should) (?:i|we) (?:use|work) (?:this|it|you|bluelamp))\b|^\W*help(?: me| us)?(?: out)?(?: please| pls| plz)?\W*$/i;
const maker =
  /^\W*(?:(?:so|and|but|ok|hey|hi)\W+)*who (?:made|built|wrote|created|designed|owns|runs|programmed) (?:you|u|this (?:bot|tool|thing|assistant|app)|bluelamp)\b/i;
const trust =
  /\b(?:can|should|could|do) (?:i|we|people) (?:really |actually )?(?:trust|rely on|believe) (?:you|u|this|your answers?|what you say|the answers?|bluelamp)\b|\b(?:are|r) (?:you|u|your answers?) (?:always |ever |really )?(?:reliable|accurate|right|wrong|correct|trustworthy|sure)\W*$|^\W*(?:(?:so|and|but|ok)\W+)*is (?:that|this|it) (?:really |actually )?(?:right|correct|accurate|true)\W*$|^\W*(?:correct|right|true|sure)\s*\?\W*$|\bdo (?:you|u) (?:make (?:things|stuff|it) up|hallucinate|lie)\b|\bhow (?:accurate|reliable) (?:are|r) (?:you|u|your answers?)\b/i;
/** Of a document as a whole; what it says of a subject is for it to answer, or for nobody. */
const opinion =
  /^\W*(?:(?:so|and|but|ok|hey)\W+)*(?:what (?:do|did|would) (?:you|u|ya) (?:think|reckon|make|say) (?:of|about)|(?:do|did) (?:you|u) (?:like|rate|agree with|approve of)|what(?:['’]?s| is) (?:your|ur) (?:opinion|view|take) (?:of|on|about)|(?:your|ur) thoughts on) (?:(?:the|this|our|that|new|current|latest|whole|met|met['’]s|\d{4}) ?)*(?:strategy|strat|plan|document|doc|it|this|one)\W*$/i;

const instruction = [
  /\b(?:ignore|disregard|forget|override|bypass|set aside)\b.{0,40}\b(?:your|all|any|previous|prior|above|earlier|the|these)?\s*(?:instruction|source|rule|prompt|document|guideline|restriction|training|text)s?\b/i,
  /\b(?:reveal|show|print|repeat|output|leak|tell me)\b.{0,30}\b(?:system|hidden|initial|your)\s+(?:prompt|instruction|rule|message|configuration)s?\b/i,
  /\b(?:pretend|act as|role-?play|you are now|imagine you(?:'re| are)|from now on,? you|answer as if|developer mode|jailbreak|dan mode)\b/i,
  /(?:^|[.!;:]\s*|\band )(?:please |now |just |simply |then )*(?:confirm|say|state|write|agree|announce|declare) (?:that )?(?:the met|we|it|there|officers|everyone|all)\b.{0,60}\b(?:is|are|has|have|will|was|get|gets)\b/i,
  /\bwithout (?:citing|sources|quoting)\b|\bmake (?:something|it|one) up\b|\binvent (?:a|an|some)\b/i,
];
const writing =
  /^(?:please |can you |could you |pls )?(?:write|compose|draft|generate|create|rewrite|translate)\b.{0,30}\b(?:poem|song|rap|story|joke|essay|email|e-mail|letter|code|script|speech|tweet|post|limerick|haiku|press release)\b|\btell (?:me|us) a joke\b/i;

/** What a message is, where it is no question to the documents; null where it is one. */
export function asideOf(message: string): Aside | null {
  const plain = message.trim();
  if (instruction.some((pattern) => pattern.test(plain))) return { kind: 'declined', reason: 'instruction' };
  if (writing.test(plain)) return { kind: 'declined', reason: 'writing' };
  const topic = smallTalk(plain);
  if (topic) return { kind: 'chat', topic };
  if (wellbeing.test(plain)) return { kind: 'chat', topic: 'wellbeing' };
  if (abilities.test(plain)) return { kind: 'chat', topic: 'abilities' };
  if (maker.test(plain)) return { kind: 'chat', topic: 'maker' };
  if (trust.test(plain)) return { kind: 'chat', topic: 'trust' };
  if (opinion.test(plain)) return { kind: 'chat', topic: 'opinion' };
  return null;
}
