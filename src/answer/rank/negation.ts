// Questions for what did not happen, beside sentences that tell what did: their figures are no answer, however many words they share.

/** What is asked after words that only lead up to it: "I don't know how many …" denies nothing of what is counted. */
const lead = /^.*\b(?:how (?:many|much|long|often|big|far)|what|which)\b/is;
const denial =
  /\b(?:not(?! (?:only|just|more than|less than|fewer than))|never|without|cannot|(?:do|does|did|is|are|was|were|have|has|had|would|could|should|ca|wo)n['’]?t)\b/i;
/** "…, isn't it?" and "… or not?" deny nothing. */
const tag = /(?:,\s*(?:is|are|was|were|do|does|did|have|has|had|wo)n['’]?t (?:it|they|we|you|there)|\bor not)\W*$/i;

/** Whether what is asked is denied and the sentence denies nothing. */
export function isDeniedOnlyIn(question: string, quote: string): boolean {
  return denial.test(question.replace(tag, '').replace(lead, '')) && !denial.test(quote);
}
