// A message that asks nothing new of the documents, but for what is on screen in another form: where it stands, or in fewer words.
import type { Continuation } from '../domain/plan.ts';

const opening = String.raw`^\W*(?:(?:ok(?:ay)?|k|and|but|so|then|right|thanks|thank you|ta|cheers|great|sorry|please|pls|hmm|oh|no|that['’]?s)\W+)*`;
const ask = String.raw`(?:(?:can|could|would) (?:you|u|i|we) |(?:please|just|have|get) |(?:give|tell|show|quote|name|cite|get)(?: me| us)? |have (?:you|u) got |do (?:you|u) have |got |is there |what(?:['’]?s| is| was) |which is )*`;
const end = String.raw`(?:[\s,]+(?:please|pls|plz|exactly|then|again|though|mate|thanks))*\W*$`;
const it = String.raw`(?:that|this|it|those|these|them|the (?:quote|quotation|answer|figure|number|last (?:one|bit|part)|first (?:one|bit|part)))`;
const document = String.raw`(?:documents?|docs?|strateg(?:y|ies)|strats?|plans?|papers?|files?|sections?|chapters?|pages?|parts?|paragraphs?|lines?)`;

const source = String.raw`(?:(?:a|an|any|the|your|some|its) )?(?:(?:exact|page|original|full) )*(?:sources?|references?|refs?|citations?|page(?: (?:number|no|ref\w*))?s?|section|chapter|document name)`;
const stands = String.raw`(?:(?:is|was|are|were)(?:n['’]t)? (?:${it})(?: (?:from|in|on|at|stated|written|said|quoted|taken from|mentioned))*|(?:does|did) (?:it|that|this|they|the (?:document|plan|strategy)) (?:actually |really )?(?:say|state|mention|appear|stand|come from)(?: ${it})?(?: (?:in|on|from|at))?|(?:do|did|can) (?:you|u|i|we) (?:find|get|see|read|have) ${it}(?: from)?|${it} (?:come|comes|is|came) from|says? (?:so|${it})|(?:is|was) ${it} (?:in|on|from))`;

const places: readonly RegExp[] = [
  new RegExp(
    String.raw`${opening}${ask}${source}(?: (?:for|of|on|to|from) ${it}|(?: is| was)? ${it}(?: (?:on|in|from))?| there)?${end}`,
    'i',
  ),
  new RegExp(String.raw`${opening}(?:where(?:abouts)?(?:['’]?s| exactly)?|on what|from where) ${stands}${end}`, 'i'),
  new RegExp(
    String.raw`${opening}where(?:['’]s|s) ${it}(?: (?:from|stated|written|said|quoted|taken from))?${end}`,
    'i',
  ),
  new RegExp(
    String.raw`${opening}(?:in |on |from )?(?:which|what) ${document}(?: (?:${stands}|(?:says|states) (?:so|${it})))?${end}`,
    'i',
  ),
  new RegExp(
    String.raw`${opening}(?:says who|who says(?: (?:so|${it}))?|how do (?:you|u|we) know(?: ${it})?)${end}`,
    'i',
  ),
];

const fewer = String.raw`(?:(?:a (?:bit|little|lot|tad)|much|even|make (?:it|that|this)|keep (?:it|that|this)|say (?:it|that|this)|put (?:it|that|this)|give me|any) )*(?:shorter|briefer|simpler|more (?:briefly|simply|concise(?:ly)?)|short(?: version)?|brief|concise|simply|snappier)`;
const amount = String.raw`(?:(?:in|as|only|just|to) )?(?:an?|one|1|a single|two|2|three|3|a few|a couple of)? ?(?:short(?:er)? |single |quick |simple )?(?:sentences?|lines?|few words|words or less|bullets?|nutshell|plain english|(?:the )?short(?:er)? (?:version|answer)|summary|gist|headline)`;
const verb = String.raw`(?:(?:say|put|sum|give|boil|cut|trim|make|keep|explain|reduce|condense|shorten|summari[sz]e|rephrase|reword|phrase)(?: me| us)?(?: ${it})?(?: to (?:me|us))?(?: (?:up|down))?)`;

const shorter: readonly RegExp[] = [
  new RegExp(String.raw`${opening}${ask}${fewer}(?: (?:version|answer|one))?${end}`, 'i'),
  new RegExp(String.raw`${opening}${ask}(?:${verb} )?${amount}(?: (?:of|for) ${it})?${end}`, 'i'),
  new RegExp(
    String.raw`${opening}${ask}(?:shorten|condense|summari[sz]e|trim|sum up|boil down|cut down|simplify) ${it}${end}`,
    'i',
  ),
  new RegExp(String.raw`${opening}${ask}sum ${it} up${end}`, 'i'),
  new RegExp(
    String.raw`${opening}(?:(?:${it}|it['’]?s|that['’]?s) )?(?:(?:is|was|are|were) )?(?:(?:a bit|way|much|far|still) )?too (?:long|much|wordy)(?: to read)?${end}`,
    'i',
  ),
  new RegExp(String.raw`${opening}(?:tl;?dr|tldr|short answer|briefly|in short|in brief|short version)${end}`, 'i'),
];

/** A longer message, in characters, says more than how it wants the last answer. */
const longestRequest = 80;

/** What is wanted of the last answer; null where the message asks the documents something. */
export function formRequest(message: string): Extract<Continuation['how'], 'place' | 'short'> | null {
  if (message.length > longestRequest) return null;
  if (places.some((pattern) => pattern.test(message))) return 'place';
  return shorter.some((pattern) => pattern.test(message)) ? 'short' : null;
}
