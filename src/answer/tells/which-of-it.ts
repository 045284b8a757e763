// "Which schools?", "for which offences?": of what was spoken of, those are to be named.

const asked =
  /^\W*(?:(?:ok(?:ay)?|and|but|so|then)\W+)*(?:(?:in|at|for|from|on|by|with|to|of) )?(?:which|what) (?!(?:one|ones|is|are|was|were|about|if|does|do|did|else|happens?|happened)\b)[\p{L}’'-]+(?: [\p{L}’'-]+)?(?: (?:is|are|was|were) (?:they|those|these|it|that|there))?\W*$/iu;
const naming =
  /\b(?:such as|including|especially|particularly|in particular|mainly|notably|ranging from|includes?|namely|e\.g\.|for example|like|comprising|consisting)\b|: /i;

/** Whether a message asks which of a kind, and nothing more. */
export function asksWhichOfIt(message: string): boolean {
  return asked.test(message);
}

/** Whether a sentence names some of a kind. */
export function enumerates(sentence: string): boolean {
  return naming.test(sentence);
}
