// Whether a sentence tells who runs a thing, or who made it: that a body is named somewhere in it will not do.

const inCharge =
  /\b(?:led|run|chaired|headed|managed|overseen|owned|governed|hosted) by\b|\b(?:leads|lead|chairs|heads|oversees?|runs|owns)\b|\b(?:responsible|accountable)\b|\breports? to\b/iu;
const makes =
  'built|written|developed|produced|created|designed|made|drawn up|set up|drafted|published|commissioned|introduced|launched|delivered|supported|provided|funded';
const madeBy = new RegExp(
  String.raw`\b(?:${makes}) (?:\p{Ll}+ly )?(?:by|(?:together |jointly )?with)\b|\bco-\p{Ll}+ (?:by|with)\b`,
  'iu',
);

export function tellsWho(sentence: string): boolean {
  return inCharge.test(sentence) || madeBy.test(sentence);
}
