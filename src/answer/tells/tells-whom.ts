// Whom a thing is for, or whom it applies to: the people that a sentence says it of.

const asked =
  /\bwho(?:m|ever)?\b.{0,40}\b(?:for|appl(?:y|ies|ied)|help(?:s|ed)?|affect(?:s|ed)?|hit(?:s|ting)?|impact(?:s|ed)?|touch(?:es|ed)?|involve[sd]?|benefit(?:s|ed)?|aimed at|cover(?:s|ed)?|target(?:s|ed)?|eligible|entitled|gets? it|open to|meant to)\b(?: (?:it|this|that|them|to|for|at|by))*\W*$/i;

const people = String.raw`(?:people|officers?|staff|employees|colleagues|workforce|members|recruits|residents|citizens|communit(?:y|ies)|victims|witnesses|women|men|girls|children|families|parents|customers|passengers|patients|users|partners|offenders|managers|leaders|supervisors|teams|volunteers|businesses|\p{Lu}\p{Ll}+ers(?= ))`;
const few = String.raw`(?:[\p{L}’'+-]+ ){0,3}?`;
/** Those who meet a condition: "officers who have served ten years". */
const condition = new RegExp(String.raw`\b${people},? (?:who|that|whose|with less|with more|aged)\b`, 'iu');
const meant = new RegExp(
  String.raw`\b(?:for|to|among|allow\w*|enabl\w*|help(?:s|ed|ing)? (?:to )?(?:ensure )?|ensur\w+|support\w*|protect\w*|giv(?:es?|ing)|offer\w*|all|every|each of our|any) ${few}${people}\b`,
  'iu',
);

/** Whether it is asked whom a thing is for. */
export function asksForWhom(question: string): boolean {
  return asked.test(question);
}

/** How plainly a sentence tells whom it is for: 2 with a condition that they meet, 1 by naming them, 0 not at all. */
export function tellsForWhom(sentence: string): number {
  if (condition.test(sentence)) return 2;
  return meant.test(sentence) ? 1 : 0;
}
