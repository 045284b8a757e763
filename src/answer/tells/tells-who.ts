// Whether a sentence tells who runs a thing, or who made it: that a body is named somewhere in it will not do.

const inCharge =
  /\b(?:led|run|chaired|headed|managed|overseen|owned|governed|hosted) by\b|\b(?:leads|chairs|heads|oversees?|runs|owns)\b|\b(?:who|which|that|will|to|we|they|officers|board|team|unit) lead\b|\b(?:responsible|accountable)\b|\breports? to\b/i;

/** Deeds that may be asked after, each with the words in which a doer is named for it. */
const deeds: readonly (readonly [asked: string, done: string])[] = [
  [
    'wrote|built|made|makes|created?|design(?:ed)?|develop(?:ed)?|produced?|invented|draft(?:ed)?|drew|came up with|thought (?:of|up)|idea|set (?:it|this|that|them)? ?up|started|launched',
    'built|written|developed|produced|created|designed|made|drawn up|set up|drafted|commissioned|introduced|launched|published|initiated|proposed|conceived|inspired|recommended',
  ],
  ['published|issued|commissioned', 'published|issued|commissioned|produced|written'],
  [
    'deliver(?:s|ed)?|provid(?:es|ed)|supplie[sd]|ran|runs?|trained?|taught|teaches|gave|gives|did|carried|does|organised|hosts?|hosted',
    'delivered|provided|supplied|run|taught|given|carried out|organised|hosted|led|trained',
  ],
  ['fund(?:s|ed)?|paid|pays?|paying|financed?', 'funded|paid(?: for)?|financed|sponsored|supported'],
  ['support(?:s|ed)?|help(?:s|ed)?|backs?|backed', 'supported|helped|backed|assisted'],
  [
    'check(?:s|ed)?|inspect(?:s|ed)?|review(?:s|ed)?|audit(?:s|ed)?|oversees?',
    'checked|inspected|reviewed|audited|scrutinised|overseen|assessed',
  ],
];
const anyDeed = deeds.map(([, done]) => done).join('|');

const doneBy = (deed: string): RegExp =>
  new RegExp(
    String.raw`\b(?:${deed}) (?:\p{Ll}+ly )?(?:by|(?:together |jointly |in partnership )?with)\b|\bco-\p{Ll}+ (?:by|with)\b`,
    'iu',
  );
const askedDeeds = deeds.map(([asked, done]): readonly [RegExp, RegExp] => [
  new RegExp(String.raw`\bwho(?:se)?\b(?:['’]s)?(?: \w+)? (?:${asked})\b`, 'i'),
  doneBy(done),
]);
const byAnyone = doneBy(anyDeed);

const asksInCharge =
  /\bwho(?:['’]s)? (?:\w+ )?(?:runs?|ran|leads?|led|manages?|managed|oversees|oversaw|owns?|owned|heads?|headed|chairs?|chaired)\b|\bin charge\b|\bresponsible\b|\baccountable\b/i;

/** Whether the doer of a deed, or who is in charge, is asked for in words that are known. */
export function asksOfDeed(question: string): boolean {
  return asksInCharge.test(question) || askedDeeds.some(([asked]) => asked.test(question));
}

/** @param question by its wording: who made a thing need not be who runs it, nor who pays for it. */
export function tellsWho(sentence: string, question: string): boolean {
  if (asksInCharge.test(question))
    return inCharge.test(sentence) || /\b(?:run|delivered) (?:by|with)\b/i.test(sentence);
  const [, done] = askedDeeds.find(([asked]) => asked.test(question)) ?? [];
  if (done) return done.test(sentence);
  return inCharge.test(sentence) || byAnyone.test(sentence);
}
