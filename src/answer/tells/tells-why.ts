// Whether a sentence gives a reason or a purpose: that it tells of the same thing will not do for "why?".

const cause =
  /\b(?:because|so that|in order (?:to|that)|due to|owing to|thanks to|since (?!(?:the|then|\w+ )?(?:19|20)\d{2}|then|\p{Lu})|as a (?:result|consequence)|result(?:s|ed|ing) (?:in|from)|therefore|thereby|hence|given (?:that|the)|this (?:will |has |also )?(?:means?|meant|enables?|allows?|helps?|ensures?|gives?|reflects?|follows?)|which (?:will |has )?(?:means?|meant|enables?|allows?|helps?|ensures?|led)|reflect(?:s|ing)|recogni[sz]ing|in response to|following|driven by|caused by|root causes?|reasons?|the purpose|aim(?:s|ed|ing)? (?:to|at)|designed to|in the (?:face|light) of|led to|to avoid|rather than|as (?:we|it|they|this|these|our|there|demand|crime)\b)|\b(?:so|for) (?:we|they|it|officers|victims|people|londoners) (?:can|could|will|would|have|need)\b/iu;
/** "…, helping officers to …": what it is good for. */
const effect =
  /[,–-] (?:\w+ly )?(?:helping|allowing|enabling|ensuring|improving|reducing|freeing|giving|making|increasing|putting|building|providing|supporting|addressing|protecting|preventing)\b/i;
/** "To combat robbery": a purpose, but for the words after which "to" only goes on with the verb. */
const purpose =
  /(?<!\b(?:continue[ds]?|continuing|need(?:s|ed)?|want(?:s|ed)?|have|has|had|having|able|unable|going|committed|commit|due|plan(?:s|ned)?|expect(?:s|ed)?|intend(?:s|ed)?|beg[aiu]n|start(?:s|ed)?|tr(?:y|ies|ied)|likely|required|ability|opportunit(?:y|ies)|how|where|used|ways?|duty|powers?|access|respon[ds]\w*|according|seek|hope|agreed?|promised?|pledged?|failed|ready|willing|said|asked|told|know|better|best|important|critical|vital|possible|easier|want|more|order|designed|aim\w*|relation|regard|related|respect|subject|compared|up|next|close|back|moved?|through|return|transition|referred|commitment|determined|asking|about) )\bto (?!(?:the|a|an|our|their|its|his|her|this|that|these|those|be|us|you|it|them|all|each|every|some|\d+|\w+ing|\w+s)\b)\p{Ll}{3,}/u;

/** Words that name a cause outright, or what was found wrong. */
const outright =
  /\b(?:because|due to|owing to|so that|as a (?:result|consequence) of|in response to|root causes?|among other (?:causes|reasons|things)|reasons? (?:for|why|is|was)|the purpose|(?:became|is|was|it['’]s) (?:clear|apparent|evident)|(?:has|have) shown that|as (?:we|it|they|there) (?!(?:recogni|sa(?:y|id)|know|see|set|continu|have said)\p{Ll}*)\p{Ll}+|given (?:that|the)|this (?:will |has |also )?(?:means?|reflects?|follows?)|in the (?:face|light) of|getting in the way)\b/iu;

/** Whether the sentence names a cause, and not just a purpose or what came of it. */
export function givesCause(sentence: string): boolean {
  return outright.test(sentence);
}

/** Whether the sentence could be told to one who asks "why?". */
export function tellsWhy(sentence: string): boolean {
  const plain = sentence.replaceAll(/\*\*|__/gu, '').replaceAll(/\s+/gu, ' ');
  return cause.test(plain) || effect.test(plain) || purpose.test(plain);
}
