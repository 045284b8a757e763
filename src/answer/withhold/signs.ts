// Signs that sentences near a question do not answer it. None of them is a reason, for everyday words often differ from those of the
// documents; each is weighed with the question.
import type { Plan } from '../../domain/plan.ts';
import { holdsKind } from '../../text/kinds.ts';
import { terms, tokens } from '../../text/tokens.ts';
import type { RankedSentence } from '../rank/rank.ts';
import { isHeldAround, rarestOf } from '../rank/rarest-concept.ts';
import type { ComposeRequest } from '../rank/request.ts';
import { tellsWho } from '../tells/tells-who.ts';

export const signNames = [
  'subject not held', // what a promise, a comparison or a "whether" is asked of is in none of the sentences
  'own figures', // each figure that they hold stands in the question
  'no choice', // why a thing was chosen is asked, and no choice is told
  'no holder', // who holds an office or does something is asked, and nobody is told of
  'no qualifier', // what narrows the question is in none of them
  'of a part', // how many of some are asked for
] as const;
export type Sign = (typeof signNames)[number];

/** @param top the sentences that an answer would quote. */
export function signsAgainst(request: ComposeRequest, top: readonly RankedSentence[]): Sign[] {
  const { plan } = request;
  const checks: Readonly<Record<Sign, boolean>> = {
    'subject not held': lacksNamedSubject(request, top),
    'own figures': givesOnlyOwnFigures(plan, top),
    'no choice': lacksChoice(plan, top),
    'no holder': lacksHolder(plan, top),
    'no qualifier': lacksQualifier(plan, top),
    'of a part': ofPart.test(plan.question),
  };
  return signNames.filter((sign) => checks[sign]);
}

/** Whether the sentences do not speak of what a promise, a comparison or a "whether" is asked of: the rarest word of it. */
function lacksNamedSubject({ plan, statistics }: ComposeRequest, top: readonly RankedSentence[]): boolean {
  const words = subjects
    .map((each) => each.exec(plan.question)?.groups?.['subject'])
    .find((each) => each !== undefined);
  if (words === undefined) return false;
  const stems = new Set(terms(words));
  const concepts = plan.concepts.filter(({ own, isGeneric }) => !isGeneric && own.every((stem) => stems.has(stem)));
  const rarest = rarestOf(concepts, statistics);
  return rarest !== null && !top.some((sentence) => isHeldAround(rarest, sentence, false));
}

const promise = String.raw`(?:promis\w*|pledg\w*|commit\w*|undertak\w*|undertook|vow\w*)`;
const subjects: readonly RegExp[] = [
  // "What did they promise on drones?", "any pledge about drones".
  new RegExp(String.raw`\b${promise}\b[^?.;]{0,60}?\b(?:on|about|regarding)\s+(?<subject>[^?.;,]+)`, 'iu'),
  // "Does it say whether drones carry cameras?"
  /\b(?:say|says|state|states|clear|tell|tells|mention|mentions|specify|specifies|explain|explains) (?:us )?(?:whether|if) (?<subject>[^?.;,]+)/i,
  // "How does our rate compare with other forces?"
  /\bcompare[ds]? (?:with|to|against) (?<subject>[^?.;,]+)/i,
];

/** Whether a figure is asked for, and each that the sentences hold stands in the question: what share of the 22 is not told by the 22. */
function givesOnlyOwnFigures({ asks, question }: Plan, top: readonly RankedSentence[]): boolean {
  if (asks !== 'number' && asks !== 'money') return false;
  const own = new Set(figuresOf(question));
  const given = top.filter(({ quote }) => holdsKind(quote, asks)).flatMap(({ quote }) => figuresOf(quote));
  return given.length > 0 && given.every((figure) => own.has(figure));
}

/** Figures but for years, in plain digits. */
function figuresOf(text: string): string[] {
  return tokens(text).flatMap(({ term }) => (/^(?!(?:19|20)\d\d(?:\/\d+)?$)\d/u.test(term) ? [term] : []));
}

/** Whether it is asked why a thing was chosen or is called so, and no sentence speaks of a choice or a name. */
function lacksChoice({ question }: Plan, top: readonly RankedSentence[]): boolean {
  return choiceAsked.test(question) && !top.some(({ quote }) => choiceTold.test(quote));
}

const choiceAsked = /\bwhy\b.{0,60}\b(?:called|named|picked|chosen|chose|selected|set up|brought in)\b/i;
const choiceTold =
  /\b(?:because|cho(?:se|sen|ice|ose)\w*|select\w*|picked|decided|called|named after|in response to|as a result of)\b/i;

/** Whether the holder of an office, or who does something, is asked for, and no sentence tells of anyone. */
function lacksHolder({ asks, question }: Plan, top: readonly RankedSentence[]): boolean {
  const isAsked = (asks === 'person' || asks === 'name') && holderAsked.test(question);
  return isAsked && !top.some(({ quote }) => personal.test(quote) || tellsWho(quote, question));
}

/** "Who were they going to hire?" asks for no one by name. */
const holderAsked = /\bwho\b(?! (?:are|were|do|did|will|would|have|had|can|could|should) (?:they|we|you|i)\b)/i;
const personal = /\b(?:Sir|Dame|Baroness|Lord|Mr|Mrs|Ms|Dr)\s+\p{Lu}/u;

/** Whether what narrows the question ("alone", "in total", "in its first year", "most common") is in none of the sentences. */
function lacksQualifier({ asks, question }: Plan, top: readonly RankedSentence[]): boolean {
  const isOfFigure = asks === 'number' || asks === 'money';
  const asked = isOfFigure ? [...others, ...ofFigures] : others;
  return asked.some(
    ([qualifier, told = qualifier]) => qualifier.test(question) && !top.some(({ quote }) => told.test(quote)),
  );
}

/** What narrows a question, and the words by which it is told where they are not the same. */
type Qualifier = readonly [asked: RegExp, told?: RegExp];

const ofFigures: readonly Qualifier[] = [
  [/\b(?:at night|overnight|nights?)\b/i],
  [/\bweekends?\b/i],
  [/\b(?:alone|on its own)\b/i],
  [/\b(?:(?:a|per|each|every) day|daily)\b/i],
  [/\b(?:(?:a|per|each|every) week|weekly)\b/i],
  [/\b(?:(?:a|per|each|every) month|monthly)\b/i],
  [/\b(?:in total|altogether|as a whole|in all)\b/i],
  [/\bfirst year\b/i],
  [/\b(?:highest|lowest)\b/i],
];
const others: readonly Qualifier[] = [
  [/\b(?:most common|commonest)\b/i],
  [
    /\bopening (?:hours|hrs|times)\b|\bopen (?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)d?a?ys?|weekends)\b/i,
    /\b(?:open|24 hours|24\/7|round the clock|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/i,
  ],
];

/** "How many of the divers were women?": the figure of them all stands beside the word for them. */
const ofPart =
  /\b(?:how (?:many|much)|what (?:share|proportion|percentage)|what %) of (?:the|our|(?:those|these)(?! (?:do|does|did|have|has|had|are|were|is|was|will|would|can)\b))\b|^\W*of (?:the|those|these|our)\b/i;
