// Messages that are no questions to the documents: small talk, questions about the assistant, and commands to it.
import type { Aside } from '../domain/plan.ts';

const filler = String.raw`(?:\s|[!.,?:;)(\p{Emoji_Presentation}]|there|all|everyone|team|mate|bluelamp|first day(?: today)?|new here|i'?m new(?: here)?|just started(?: today)?|so much|a lot|very much|again|that'?s?|was|is|really|helpful|great|brilliant|perfect|lovely|useful|for (?:that|your help|the help)|today)*`;
const greeting = new RegExp(
  String.raw`^(?:hi+|hello|hey+|hiya|howdy|yo|morning|afternoon|evening|good (?:morning|afternoon|evening|day)|greetings|alright|sup)${filler}$`,
  'iu',
);
const thanks = new RegExp(
  String.raw`^(?:thanks?(?: you)?|thank u|thx|cheers|ta|nice one|great|perfect|brilliant|lovely|ok(?:ay)?|got it|cool|fab|much appreciated|appreciated)${filler}$`,
  'iu',
);
const goodbye = new RegExp(
  String.raw`^(?:bye|goodbye|see (?:you|ya)|good night|later|cya)${filler}(?:later|tomorrow|soon)?${filler}$`,
  'iu',
);
const wellbeing = /^(?:hi|hey|hello)?[\s,!]*how(?:'s it going|s it going| are you| r u|'s things)[\s\S]{0,20}$/iu;
const abilities =
  /\b(?:what (?:can|do) you (?:do|know|cover)|what are you\b|who (?:are|made|built) you|how do you work|what can i ask|help me use|what questions|are you (?:a|an) (?:bot|ai|robot|human|person|chatbot)|how can you help|what(?:'s| is) this (?:bot|tool|thing|channel))/iu;

const instruction = [
  /\b(?:ignore|disregard|forget|override|bypass|set aside)\b.{0,40}\b(?:your|all|any|previous|prior|above|earlier|the|these)?\s*(?:instruction|source|rule|prompt|document|guideline|restriction|training|text)s?\b/iu,
  /\b(?:reveal|show|print|repeat|output|leak|tell me)\b.{0,30}\b(?:system|hidden|initial|your)\s+(?:prompt|instruction|rule|message|configuration)s?\b/iu,
  /\b(?:pretend|act as|role-?play|you are now|imagine you(?:'re| are)|from now on,? you|answer as if|developer mode|jailbreak|dan mode)\b/iu,
  /\b(?:just )?(?:confirm|say|state|write|agree|announce|declare) (?:that )?(?:the met|we|it|there|officers|everyone|all)\b.{0,60}\b(?:is|are|has|have|will|was|get|gets)\b/iu,
  /\bwithout (?:citing|sources|quoting)\b|\bmake (?:something|it|one) up\b|\binvent (?:a|an|some)\b/iu,
];
const writing =
  /^(?:please |can you |could you |pls )?(?:write|compose|draft|generate|create|rewrite|translate)\b.{0,30}\b(?:poem|song|rap|story|joke|essay|email|e-mail|letter|code|script|speech|tweet|post|limerick|haiku|press release)\b|\btell (?:me|us) a joke\b/iu;

/** What a message is, where it is no question to the documents; null where it is one. */
export function asideOf(message: string): Aside | null {
  const plain = message.trim();
  if (instruction.some((pattern) => pattern.test(plain))) return { kind: 'declined', reason: 'instruction' };
  if (writing.test(plain)) return { kind: 'declined', reason: 'writing' };
  if (greeting.test(plain)) return { kind: 'chat', topic: 'greeting' };
  if (thanks.test(plain)) return { kind: 'chat', topic: 'thanks' };
  if (goodbye.test(plain)) return { kind: 'chat', topic: 'goodbye' };
  if (wellbeing.test(plain)) return { kind: 'chat', topic: 'wellbeing' };
  if (abilities.test(plain)) return { kind: 'chat', topic: 'abilities' };
  return null;
}
