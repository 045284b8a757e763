// A message that leans on the conversation before it ("and in 2013?", "why?", "how many of those were women?") made whole.
import type { CitedPlace } from '../domain/conversation.ts';
import type { Continuation, Plan, PlanTerm, PointWish } from '../domain/plan.ts';
import type { PointedAt, ShownPoint } from './points.ts';
import { askedOfIt, asksOutcome } from './short-questions.ts';
import { isStopWord } from '../text/tokens.ts';
import { scopeOn } from './scope.ts';

/** What the conversation has come to: its last question to the documents as it was understood, and what answered it. */
export interface Earlier {
  readonly plan: Plan;
  readonly cited: readonly CitedPlace[];
  /** What the answer before quoted, where the last one only asked the same of another document. */
  readonly citedBefore: readonly CitedPlace[];
  /** The question that "and X?" asks again: the last one that did not itself only name another thing. */
  readonly base: Plan;
  /** The last question, answered or not: the one that "and in 2013?" asks again. */
  readonly last: Plan;
  /** What "it" is called: the words of the last question that named a thing itself. */
  readonly about: string;
  /** The last question that stood alone, in the reader's words. */
  readonly root: string;
  /** What was quoted last. */
  readonly quoted: string;
  /** The points that its answer showed, in order; empty where it showed no list. */
  readonly points: readonly ShownPoint[];
  /** Of the point told of last, the parts that were shown. */
  readonly parts: readonly ShownPoint[];
}

/** What is known of an answer whose conversation only tells which document is likely meant. */
export function beside({ cited }: Pick<Earlier, 'cited'>): Continuation {
  return {
    how: 'beside',
    cited,
    subject: [],
    replaces: false,
    keepsScope: false,
    asksOutcome: false,
    ofQuoted: false,
    points: [],
    wants: null,
  };
}

/** Words that open a message which goes on with the last one. */
const leading =
  /^\W*(?:(?:ok(?:ay)?|k|right|so|cool|thanks|thank you|ta|great|nice|lovely|perfect|brilliant|yes|yeah|yep|hmm|oh|sure|fine|got it|interesting|no)\b[\s,.!:–—-]*)*(?:and|but|also|then|plus|or|what about|how about|what of|same (?:q(?:uestion)?|thing)?\s*(?:for|with|in)|now)\b/i;
/** Words that stand for something said before, whatever else the message holds. */
const pointing =
  /\b(?:those|these|them|theirs|its|it(?:['’]s|['’]ll)?|that one|this one|these ones|\p{L}+ ones(?=\W*$)|he|she|his|her|him|the same|the former|the latter|which ones?|(?:which|what) part|how many (?:are|were|is|was|did|do|does|have|has|had|will|would|could|should|can|now)|how much (?:last|this|each|every|a) (?:year|month|week|day)|the (?:first|second|third|last|other|others|rest)(?: one| two)?|there|(?:that|this) lot|the (?:place|site|op|lot)(?! (?:of|for|in|to|where|that|which)\b)|that (?:place|site|op|scheme|programme|plan|figure|number|team|unit|target|promise|review|operation|money|change|work|role|one|list|strategy|document))\b/iu;
/** Words that may stand for something said before, and as well for the organisation or for nothing. */
const maybePointing = /\b(?:they|their|that|this|such|so far|instead|else|by then|back then|at the time)\b/i;
/** With more content words than this, a doubtful pointer is taken for part of a whole question. */
const wordsOfWholeQuestion = 5;
const more =
  /^\W*(?:ok(?:ay)?\W+|and\W+|please\W+)?(?:(?:can|could) (?:you|u) )?(?:tell me more|(?:some |any )?more(?: details?| info(?:rmation)?| please| on (?:that|this|it))?|go on|carry on|continue|elaborate|expand(?: on (?:that|this|it))?|(?:any(?:thing)?|what) else|further details?|say more|details?|give me more|in more detail)(?: (?:about|on) (?:that|this|it))?(?: please)?\W*$/i;
/** A message of nothing but a question word: the question before, asked for another kind of thing. */
const onlyKind =
  /^\W*(?:(?:ok(?:ay)?|and|but|so|then|since)\W+)*(?:why|when|who|where|how (?:many|much|often|long|so|come)|how|by when|by (?:what|which) (?:date|year)|by whom|what for|since when|really|says who|source|sources|where(?:['’]s| is| does it say) that|which (?:document|doc|page|one|strategy)|in which (?:document|strategy))(?: (?:was|is|did|does|are|were|has|have) (?:that|this|it|they))?(?: (?:then|exactly|not|again))?\W*$/i;

/** The message without the words that only tie it to the last one; itself where nothing else would be left. */
export function withoutOpening(question: string): string {
  const rest = question.replace(leading, '').replace(/^[\s,:;.?–-]+/u, '');
  return contentWords(rest) > 0 ? rest : question;
}

/** How a message goes on with the conversation; null where it stands alone. */
export function followsOn(plan: Plan): Continuation['how'] | null {
  const { question } = plan;
  if (plan.aside) return null;
  if (more.test(question)) return 'more';
  if (asksOnlyKind(question)) return 'kind';
  if (isScopeOnly(plan)) return 'scope';
  const content = contentWords(question);
  if (leading.test(question) || pointing.test(question)) return 'focus';
  if (maybePointing.test(question) && content <= wordsOfWholeQuestion) return 'focus';
  return isBareWord(question, content) && !isAbout(plan) ? 'focus' : null;
}

function isBareWord(question: string, content: number): boolean {
  return content === 1 || (content === 2 && countsInTime.test(question));
}

/** "How many calls a year?": how often something is counted is no second thing. */
const countsInTime =
  /\bhow (?:many|much|often)\b.*\b(?:a|per|each|every|last|this) (?:year|month|week|day|night|shift)\W*$/i;

/** Nothing is said but what kind of thing is wanted. */
function asksOnlyKind(question: string): boolean {
  return (
    onlyKind.test(question) || askedOfIt(question) !== null || asksOutcome(question) || contentWords(question) === 0
  );
}

/** A single word can be a whole question only where it asks what it means, or whether it is there. */
function isAbout({ intent, asks }: Plan): boolean {
  return intent === 'acronym' || intent === 'definition' || intent === 'presence' || asks === 'meaning';
}

function contentWords(question: string): number {
  return (question.match(/[\p{L}\p{N}’']+/gu) ?? []).filter(
    (word) => !isStopWord(word.toLowerCase()) && !fillers.has(word.toLowerCase()),
  ).length;
}

/** Words that carry no topic in a message that goes on. */
const fillers = new Set(
  'ok okay k right cool thanks ta great yes yeah yep hmm oh sure fine please pls plz now got interesting say said says again though actually exactly'.split(
    ' ',
  ),
);

/** Nothing is said but where to look: "and in the 2018 one?". */
function isScopeOnly({ question, scope }: Plan): boolean {
  if (scope.kind === 'open') return false;
  const rest = scope.because.reduce((text, words) => text.replace(words, ' '), question);
  const left = (rest.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []).filter(
    (word) => !isStopWord(word) && !fillers.has(word) && !scopeWords.has(word),
  );
  return left.length === 0;
}

const scopeWords = new Set(
  'strategy strategies plan plans document documents draft one ones version paper doc same earlier later previous latest current'.split(
    ' ',
  ),
);

/** Half weight for what was said before: the new words say what is asked now. */
const earlierWeight = 0.5;

/** The plan made whole by the conversation. @param how as `followsOn` gave it. */
export function continued(plan: Plan, earlier: Earlier, how: Continuation['how']): Plan {
  const replaces = how === 'focus' && isElliptic(plan);
  // "And the 2025 ones?" names what was told of, not what was asked of that in vain.
  const ofLast = how === 'scope' && !/\bones\b/i.test(plan.question) ? earlier.last : earlier.plan;
  const before = replaces ? earlier.base : ofLast;
  const whole: Omit<Continuation, 'subject'> = {
    how,
    cited: earlier.cited,
    replaces,
    keepsScope: plan.scope.kind === 'open',
    asksOutcome: asksOutcome(plan.question),
    ofQuoted: asksIfItIs.test(plan.question),
    points: [],
    wants: null,
  };
  const continues: Continuation = { ...whole, subject: replaces ? plan.senses : subjectOf(earlier.plan) };
  const scope = plan.scope.kind === 'open' ? before.scope : plan.scope;
  if (how === 'focus') return refocused(plan, before, { scope, continues });
  const question = `${before.question} ${plan.question}`;
  const asks = askedOfIt(plan.question) ?? plan.asks;
  if (how === 'kind') return { ...before, question, scope, asks, intent: 'fact', continues };
  const same = how === 'scope' ? withoutYears(before) : before;
  return { ...same, question, scope, intent: intentFor(plan, before, how), continues };
}

/** What was quoted, in another form. */
export function inForm(plan: Plan, earlier: Earlier, how: 'place' | 'short'): Plan {
  const { scope, topic } = earlier.plan;
  const continues: Continuation = { ...beside(earlier), how };
  return { ...plan, topic, scope, intent: 'fact', asks: null, asksWhatIsSaid: false, aside: null, continues };
}

/** A question about one point of the list shown: asked of the document that the point stands in. @param plan with the point's words in it. */
export function atPoint(
  plan: Plan,
  { point, around, wants, namesAlone }: PointedAt,
  { plan: before, last }: Earlier,
): Plan {
  const wish = namesAlone ? (last.continues?.wants ?? wants) : wants;
  return {
    ...plan,
    scope: scopeOn(new Set([point.place.documentId]), before.scope.documents),
    intent: wish === null ? plan.intent : 'definition',
    continues: {
      ...beside({ cited: [point.place] }),
      how: 'focus',
      asksOutcome: wish === null && asksOutcomeOf(around),
      subject: plan.senses,
      points: wish === null ? [] : [{ place: point.place, name: point.name }],
      wants: wish,
    },
  };
}

/** "The second one, was it met?": the point itself only says what was undertaken. @param around the message with X for the point. */
function asksOutcomeOf(around: string): boolean {
  const plain = around.replaceAll(/\s+/gu, ' ').replace(/^\W*(?:(?:and|so|but|ok)\W+)*X\W+/u, '');
  return asksOutcome(plain.replace(/\bX\b/u, 'it'));
}

/** What all the points of the list shown have, or what the thing spoken of has that could be a point. */
export function ofPoints(plan: Plan, points: Continuation['points'], wants: PointWish, earlier: Earlier): Plan {
  const cited = points.map(({ place }) => place);
  return {
    ...plan,
    asks: null,
    scope:
      cited.length > 0
        ? scopeOn(new Set(cited.map(({ documentId }) => documentId)), earlier.plan.scope.documents)
        : earlier.plan.scope,
    intent: 'fact',
    asksWhatIsSaid: false,
    continues: { ...beside({ cited }), how: 'focus', ofQuoted: true, subject: subjectOf(earlier.plan), points, wants },
  };
}

/** A question of its own about what was spoken of, or the question before of another thing. */
function refocused(plan: Plan, before: Plan, { scope, continues }: Pick<Plan, 'scope' | 'continues'>): Plan {
  const { topic } = plan;
  const isSame = before.topic === topic;
  const replaces = continues?.replaces === true;
  return {
    ...plan,
    topic: isSame ? topic : `${topic} (${before.topic})`,
    readings: isSame ? plan.readings : [`${before.topic} ${topic}`, ...plan.readings.slice(1)],
    terms: mergeTerms(plan.terms, before.terms),
    scope,
    asks: replaces ? before.asks : plan.asks,
    intent: intentOfFocus(plan, before, continues),
    continues,
  };
}

/** "Is that a target?" asks of what was quoted, not for targets. */
function intentOfFocus(plan: Plan, before: Plan, continues: Continuation | null): Plan['intent'] {
  if (continues?.replaces) return before.intent;
  return continues?.ofQuoted ? 'fact' : plan.intent;
}

const asksIfItIs =
  /^\W*(?:(?:ok(?:ay)?|and|but|so)\W+)*(?:is|was|are|were|isn['’]t) (?:it|that|this|they|those|these)(?: \p{L}+ly| still| just)? (?:an?|the|our|their|its)? ?[\p{L}-]+(?: [\p{L}-]+)?\W*$/iu;

/** What a question is about: what it names itself, or what it goes on with. */
function subjectOf({ continues, senses }: Plan): Continuation['subject'] {
  return continues && continues.how !== 'beside' ? continues.subject : senses;
}

const year = String.raw`(?:19|20)\d{2}(?:/\d{2,4})?`;
const yearWithPreposition = new RegExp(
  String.raw`\s*\b(?:(?:in|by|for|since|during|of) )?${year}(?![\p{L}\p{N}])`,
  'giu',
);
const yearAlone = new RegExp(`^${year}$`, 'u');

/** What was asked, of no time in particular: another document is not asked about the year that the last one was asked for. */
function withoutYears(plan: Plan): Plan {
  const undated = (text: string): string => text.replaceAll(yearWithPreposition, '');
  return {
    ...plan,
    topic: undated(plan.topic),
    readings: plan.readings.map(undated),
    terms: plan.terms.filter(({ term }) => !yearAlone.test(term)),
  };
}

/** "And restricted?", "what about cycling?" ask of another thing what was asked before. */
function isElliptic({ question }: Plan): boolean {
  const hasOwnQuestion =
    /\b(?:who|when|where|why|which|how|what(?! (?:about|of)\b)|does|do|did|is|are|was|were|has|have|will|can)\b/i;
  return !hasOwnQuestion.test(question);
}

function intentFor(plan: Plan, before: Plan, how: Continuation['how']): Plan['intent'] {
  if (how === 'more') return before.intent === 'list' || before.intent === 'summary' ? before.intent : 'fact';
  // A comparison followed by "and in 2018?" asks for that one document.
  const isOne = plan.scope.kind === 'one';
  return isOne && (before.intent === 'compare' || before.intent === 'timeline') ? 'fact' : before.intent;
}

function mergeTerms(own: readonly PlanTerm[], before: readonly PlanTerm[]): PlanTerm[] {
  const known = new Set(own.map(({ term }) => term));
  const added = before
    .filter(({ term }) => !known.has(term))
    .map(({ term, weight }): PlanTerm => ({ term, weight: weight * earlierWeight, source: 'conversation' }));
  return [...own, ...added];
}
