// Whether it is asked if something came about: what was only promised does not tell that.

const opening = String.raw`^\W*(?:(?:and|so|but|ok(?:ay)?|well|right|then)\W+)*`;
const us = String.raw`(?:we|they|you|the (?:met|mps|force|police|service))`;
/** Words that doubt that a thing is so. */
const doubting = String.raw`(?:ever|actually|really|truly|yet|finally|eventually|genuinely)`;
/** To come true, of what was planned. */
const comeTrue = String.raw`(?:materiali[sz]ed?|c[oa]me (?:about|true|off|to pass|to fruition)|happen(?:ed)?|succeed(?:ed)?|fall through|fell through|work(?:ed)? out|pan(?:ned)? out)`;
/** What is done with a promise or a target. */
const kept = String.raw`(?:met|achieved|hit|reached|fulfilled|kept|honoured|attained|reali[sz]ed|delivered|missed|beaten|completed)`;

const patterns: readonly RegExp[] = [
  // "Did we ever open …?"
  new RegExp(
    String.raw`${opening}(?:did|have|has|had) ${us}\b(?: ${doubting})* (?:hit|reach(?:ed)?|meet|met|achieved?|open(?:ed)?|built|build|launch(?:ed)?|deliver(?:ed)?|complet(?:e|ed)|finish(?:ed)?|get to|got to|had|sell|sold|buy|bought|recruit(?:ed)?|hired?|cut|reduced?|saved?|increased?|improved?|introduced?|br(?:ing|ought) in|roll(?:ed)? out|set up|created?|closed?|moved?|replaced?)\b`,
    'i',
  ),
  // "Did the growth materialise?", "why did it not come about?"
  new RegExp(String.raw`(?:${opening}|\b(?:why|whether|if) )(?:did|has|have|had)\b[^?]{1,100}\b${comeTrue}\b`, 'i'),
  // "…, and was it met?", "was the cut ever achieved?"
  new RegExp(
    String.raw`(?:^\W*|\b(?:and|but|so|whether|if) )(?:was|were|has|have|had)\b[^?]{1,90}\b${kept}\b(?=\W*$|\W+(?:by|in|on|at|or|and|yet|though)\b)`,
    'i',
  ),
  new RegExp(String.raw`\b(?:did|have|has|had)\b[^?]{1,60}\bmanaged? to\b`, 'i'),
];

/** "By how much did it actually fall?", "did it rise in the end?", "did it rise by 20%?": a deed, and no words of a document. */
const doubted = new RegExp(
  String.raw`\b(?:did|has|have|had|was|were)\b[^?]{1,100}(?:\b(?:actually|really|truly|in the end|after all|for real)\b)|\bin the end\b[^?]{1,30}\b(?:did|has|have|had|was|were)\b|${opening}(?:did|has|have)\b[^?]{1,70}\b(?:rise|rose|risen|fall|fell|fallen|drop|dropped|grow|grown|increased?|decreased?|go (?:up|down)|gone (?:up|down)|improved?) by\b`,
  'i',
);
/** What documents do: whether they did is told by their words. */
const ofDocuments =
  /\b(?:mention(?:ed|s)?|say|said|states?|stated|speak|spoken?|talk|refer(?:red)?|cover(?:ed)?|include[sd]?|promise|commit|pledge|vow|propose|mean(?:s|t)?|defined?|describe[ds]?|set|plan to|written|wrote|name|listed|quoted)\b/i;

/** Whether it is asked if something was done, reached or kept. */
export function asksIfCameAbout(question: string): boolean {
  return patterns.some((pattern) => pattern.test(question)) || (doubted.test(question) && !ofDocuments.test(question));
}
