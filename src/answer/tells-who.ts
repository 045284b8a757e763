// Whether a sentence tells who runs a thing, or who made it: that a body is named somewhere in it will not do.

const inCharge =
  /\b(?:led|run|chaired|headed|managed|overseen|owned|governed|hosted) by\b|\b(?:leads|lead|chairs|heads|oversees?|runs|owns)\b|\b(?:responsible|accountable)\b|\breports? to\b/iu;
const makes =
  'built|written|developed|produced|created|designed|made|drawn up|set up|drafted|published|commissioned|introduced|launched|delivered|supported|provided|funded';
const madeBy = new RegExp(
  String.raw`\b(?:${makes}) (?:\p{Ll}+ly )?(?:by|(?:together |jointly )?with)\b|\bco-\p{Ll}+ (?:by|with)\b`,
  'iu',
);

const asksMaker =
  /\bwho (?:\w+ )?(?:wrote|built|made|created|designed|developed|produced|invented|drafted|drew|published|funded|supplied|provided)\b|\bwho came up with\b/iu;
const asksInCharge =
  /\bwho (?:\w+ )?(?:runs?|ran|leads?|led|manages?|managed|oversees|oversaw|owns?|owned|heads?|headed|chairs?|chaired)\b|\bin charge\b|\bresponsible\b|\baccountable\b/iu;

/** @param question by its wording: who made a thing need not be who runs it. */
export function tellsWho(sentence: string, question: string): boolean {
  if (asksMaker.test(question)) return madeBy.test(sentence);
  return inCharge.test(sentence) || (!asksInCharge.test(question) && madeBy.test(sentence));
}
