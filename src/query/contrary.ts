// "… and do any leave it out?", "… or not?", "which leave it out?": whoever asks where a thing is mentioned asks with it where it is not,
// and the answer tells both. What only asks for the contrary names nothing to look for.

const some = String.raw`(?:any(?:one|body)?|some(?:one|body)?|none|one|ones|either|neither|others?|they|all|which(?: ones?)?|who|what ones|those|the ones?)(?: of (?:them|these|those|the others))?(?: (?:documents?|strateg(?:y|ies)|plans?|papers?))?`;
const auxiliary = String.raw`(?:do|does|did|is|are|was|were|has|have|had)`;
const it = String.raw`(?:it|them|that|this|those|these|so)`;
const mentioning = String.raw`(?:mention(?:s|ed|ing)?|cover(?:s|ed|ing)?|include[sd]?|including|say(?:ing)?|said|do(?:ing)?)`;
/** Not to speak of what was named before. */
const leaving = String.raw`(?:(?:leav(?:e|es|ing)|left) (?:${it} out|out)|(?:omit(?:s|ted|ting)?|skip(?:s|ped|ping)?|miss(?:es|ed|ing)?|exclud(?:e|es|ed|ing)|ignor(?:e|es|ed|ing)|overlook(?:s|ed)?|drop(?:s|ped)?)(?: ${it})?(?: out)?|(?:(?:${auxiliary}|never) ?(?:not|n['’]?t)?|fails? to|failed to) (?:${mentioning})(?: ${it})?|${auxiliary}(?:n['’]?t| not)(?: ${mentioning}(?: ${it})?)?|(?:is|are|was|were)?(?: ?silent)(?: (?:on|about) ${it})?|says? nothing(?: (?:on|about|of) ${it})?)`;
const contraryEnd = new RegExp(
  String.raw`(?:[,;]?\s+(?:and|or|but)|[,;?])\s+(?:(?:${auxiliary}|are there|is there)\s+)?(?:(?:${some})\s+)?(?:(?:that|who|which)\s+)?(?:${leaving})(?: at all| altogether| entirely| completely)?\W*$`,
  'i',
);
const orNot = /,?\s+or\s+not(?:\s+at\s+all)?\W*$/i;

/** A sentence that ends so denies what it speaks of, or asks of it, and is a question by itself. */
const negated =
  /n['’]?t\b|\bnot\b|\bnever\b|\bleav|\bleft\b|omit|skip|miss|exclud|ignor|overlook|drop|fail|silent|nothing/i;

const documentWord = String.raw`(?:documents?|docs?|strateg(?:y|ies)|strats?|plans?|papers?|ones?|them|these|those)`;
const outright = new RegExp(
  String.raw`^(\W*(?:(?:which|what|any|do|does|did|are there|is there|there)\b[^,;?]{0,40}?\b${documentWord})(?:\s+(?:that|which))?\s+)(?:omit(?:s|ted)?|(?:fails?|failed) to (?:mention|cover|include)|never (?:mention|cover)(?:s|ed)?|sa(?:y|ys|id) nothing (?:about|on|of)|(?:is|are|was|were) silent (?:on|about)|(?:leaves?|left) out)\s+(?=\p{L})`,
  'iu',
);
const outrightParted = new RegExp(
  String.raw`^(\W*(?:which|what|any|do|does|did)\b[^,;?]{0,40}?\b${documentWord}\s+)(?:leaves?|left)\s+((?:[\p{L}’'-]+\s+){1,4})out(\W*)$`,
  'iu',
);

/** "Which mention fraud and don't mention arson?": whether each is mentioned tells it. */
const others =
  /(\bmention\w*\s[^?;]{2,60}?),?\s+(?:and|but)\s+(?:(?:that|which)\s+)?(?:(?:do|does|did)(?:n['’]?t| not)\s+(?:mention|cover|include)|not|omit|leave out|never mention)\s+(?=\p{L})/iu;

/** The question without what only asks for the contrary: the question itself where nothing does. */
export function withoutContrary(question: string): string {
  const tail = contraryEnd.exec(question);
  const isTail =
    tail !== null && tail.index > 0 && negated.test(tail[0]) && namesSomething(question.slice(0, tail.index));
  const rest = isTail ? `${question.slice(0, tail.index)}?` : question;
  const asked = rest.replace(orNot, '?');
  return asked
    .replace(others, '$1 and ')
    .replace(outright, '$1mention ')
    .replace(outrightParted, '$1mention $2$3')
    .replaceAll(/\s+\?/gu, '?');
}

/** A question of mention stands before: a clause that tells something else keeps its end. */
function namesSomething(before: string): boolean {
  return /\b(?:mention|cover|includ|refer|talk|speak|say|said|discuss|touch|address|contain|featur|about|anything)\w*\b.*\p{L}/iu.test(
    before,
  );
}
