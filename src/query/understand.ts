// A question after the conversation before it: made whole by that, or standing alone.
import { turnsRemembered } from '../domain/conversation.ts';
import type { CitedPlace, PastTurn } from '../domain/conversation.ts';
import type { DocumentId } from '../domain/ids.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Continuation, Plan } from '../domain/plan.ts';
import { shownDocumentQuestion } from './document-questions.ts';
import { askedAgain } from './asked-again.ts';
import { atPoint, beside, continued, followsOn, inForm, ofPoints, withoutOpening } from './follow-up.ts';
import type { Earlier } from './follow-up.ts';
import { formRequest } from './form-request.ts';
import { figureWish } from './figure-wishes.ts';
import { asksItsMeasure, wishOfAll, wordsAskedIn } from './point-wishes.ts';
import { pointedAt, shownPoints } from './points.ts';
import type { PointedAt, ShownPoint } from './points.ts';
import { withoutFraming } from './framing.ts';
import {
  asksNeighbouringYear,
  besideNamed,
  documentBeforeQuoted,
  ofItsCourse,
  ofNeighbouringYear,
  asksWhatOthersSay,
} from './rewritten.ts';
import { asksIfElsewhere, nameFor, scopeElsewhere } from './thread-presence.ts';
import { asideIntent, namedIn, planOf } from './plan-of.ts';
import type { CorpusFacts } from './plan-of.ts';

export type TextOf = (place: CitedPlace) => string;

/** What came before a question. */
export interface Before {
  /** Earlier turns of the conversation, the latest last. */
  readonly history?: readonly PastTurn[];
  /** The words of a place that the conversation quoted. */
  readonly textOf?: TextOf;
  /** Which of the questions of its message it is, from 0, where the message has several: their scope goes on. */
  readonly part?: number;
}

/**
 * Pure and deterministic: the same question over the same corpus, after the same conversation, gives the same plan.
 */
export function understand(
  question: string,
  facts: CorpusFacts,
  { history = [], part, textOf = () => '' }: Before = {},
): Plan {
  const earlier = earlierIn(history, facts, textOf);
  const resumed = resume(question, facts, earlier);
  // A follow-up has its topic from what came before it.
  const sought = resumed.continues?.replaces ? resumed.sought : namedIn(resumed.topic, facts);
  const plan = { ...resumed, asked: question, sought, isPart: part !== undefined };
  return earlier && part !== undefined && part > 0 ? afterPart(plan, earlier) : plan;
}

/** A part of a message asks where the part before did, unless it names a document of its own: then nothing quoted before answers it. */
function afterPart(plan: Plan, earlier: Earlier): Plan {
  if (asksOther(plan, earlier)) return { ...plan, continues: beside(earlier) };
  if (plan.continues?.how !== 'beside') return plan;
  // In few words of its own it means the thing that the part before named: "…, and how much does the role cost?".
  const continues = { ...plan.continues, subject: earlier.plan.senses };
  return { ...plan, scope: earlier.plan.scope, continues };
}

/** Whether a part of a message asks another document than the part before: what was quoted from that answers nothing there. */
function asksOther({ scope, continues }: Plan, { plan: before }: Earlier): boolean {
  const isOwn =
    continues?.how === 'focus' && !continues.replaces && scope.kind === 'one' && before.scope.kind === 'one';
  const asked = meantDocuments(before.scope);
  return isOwn && ![...meantDocuments(scope)].some((id) => asked.has(id));
}

/** What a conversation has come to; null where nothing was asked of the documents yet. */
function earlierIn(history: readonly PastTurn[], facts: CorpusFacts, textOf: TextOf): Earlier | null {
  return history.slice(-turnsRemembered).reduce<Earlier | null>((earlier, turn) => {
    const plan = resume(turn.question, facts, earlier);
    // Small talk in between does not end a subject, nor does a wish for the same in another form.
    if (plan.aside || isOfForm(plan)) return earlier;
    // What was asked in vain is not what the conversation is about.
    const isInVain = turn.status === 'not_found' && (isOfSame(plan) || asksNeighbouringYear(turn.question));
    if (earlier && isInVain) return { ...earlier, last: plan };
    const about = aboutOf(plan, earlier, () => planOf(withoutOpening(turn.question), facts));
    const root = earlier && keepsRoot(plan, turn.question, facts) ? earlier.root : plan.question;
    const shown = shownIn(turn, plan, { earlier, textOf });
    return { plan, last: plan, about, root, base: baseOf(plan, earlier), ...shown };
  }, null);
}

/** Whether the question that stood alone is still the one to ask of another year: a message that was written out as another is no longer. */
function keepsRoot(plan: Plan, message: string, facts: CorpusFacts): boolean {
  const isBeside = plan.continues !== null && plan.intent === 'presence';
  return goesOnWith(plan) || (isBeside && asksIfElsewhere(message, planOf(message, facts).scope));
}

function goesOnWith({ continues }: Plan): boolean {
  return continues !== null && continues.how !== 'beside';
}

/** What the conversation is about after a question. @param ownPlan of the question by itself. */
function aboutOf({ continues, topic, question }: Plan, earlier: Earlier | null, ownPlan: () => Plan): string {
  if (!continues || continues.how === 'beside' || !earlier) return nameFor(withoutFraming(topic), question);
  const [point, ...others] = continues.points;
  if (point && others.length === 0) return point.name;
  // A bare word ("and charged?") is of the thing that has a name.
  const isBare = !/\s/u.test(question.replace(/^\W*(?:and|or|but|what about|how about)\s+/i, '').trim());
  return continues.replaces && !(isBare && /\p{Lu}/u.test(earlier.about))
    ? withoutFraming(ownPlan().topic)
    : earlier.about;
}

function isOfForm({ continues }: Plan): boolean {
  return continues?.how === 'place' || continues?.how === 'short';
}

/** A question about what was spoken of that named nothing else. */
function isOfSame({ continues, intent }: Plan): boolean {
  const isOfIt = continues?.how === 'kind' || (continues?.how === 'focus' && !continues.replaces);
  return isOfIt && intent !== 'presence';
}

function baseOf(plan: Plan, earlier: Earlier | null): Plan {
  return plan.continues?.replaces && earlier ? earlier.base : plan;
}

/** What is on screen: an answer that quoted nothing leaves the last that did. */
function shownIn(
  { cited, points = [] }: PastTurn,
  plan: Plan,
  { earlier, textOf }: { readonly earlier: Earlier | null; readonly textOf: TextOf },
): Pick<Earlier, 'cited' | 'citedBefore' | 'points' | 'parts' | 'quoted'> {
  const before = earlier ?? { cited, citedBefore: [], points: [], parts: [], quoted: '' };
  if (cited.length === 0) {
    const { citedBefore, points: listed, parts, quoted } = before;
    return { cited: before.cited, citedBefore, points: listed, parts, quoted };
  }
  const quoted = cited.map(textOf).join('\n');
  const isOfPoint = plan.continues?.wants === 'whole';
  const shown = plan.intent === 'list' || isOfPoint ? shownPoints(cited, points, textOf) : [];
  const listed = keepsPoints(plan, shown) ? before.points : [];
  // After more of one point, or a question about it, "the last one" is still of the list that it stands in.
  return {
    cited,
    citedBefore: plan.continues?.how === 'scope' ? before.cited : [],
    quoted,
    points: listed.length > 1 ? listed : shown,
    parts: isOfPoint ? shown : [],
  };
}

/** Whether other documents are asked, or more of what was shown: the list that was shown is still meant. */
function keepsPoints(plan: Plan, shown: readonly ShownPoint[]): boolean {
  // "And in the last one?" shows the list of another document, which is meant from then on.
  if (plan.continues?.how === 'scope' && shown.length > 1) return false;
  return goesOnWith(plan) || (plan.continues !== null && (plan.intent === 'presence' || isBesideList(plan)));
}

/** Which points of the list remain elsewhere was asked: "the fourth one" is still of that list. */
function isBesideList({ intent, scope }: Plan): boolean {
  return intent === 'compare' && scope.kind === 'several';
}

function resume(question: string, facts: CorpusFacts, earlier: Earlier | null): Plan {
  const plan = planOf(question, facts);
  if (!earlier) return plan;
  const form = earlier.cited.length > 0 ? formRequest(question) : null;
  if (form) return inForm(plan, earlier, form);
  if (plan.aside) return plan;
  const ofShown = shownDocumentQuestion(question, earlier.cited);
  if (ofShown) return { ...plan, aside: ofShown, intent: asideIntent(ofShown) };
  return atShown(plan, facts, earlier) ?? goingOn(plan, facts, earlier);
}

/** A question about points of the list shown, or about the thing spoken of as if it were one; null where it asks of none. */
function atShown(plan: Plan, facts: CorpusFacts, earlier: Earlier): Plan | null {
  const { question } = plan;
  const pointed = pointedAt(question, earlier.points, earlier.parts);
  if (pointed) return pointedPlan(plan, pointed, { facts, earlier });
  const wish = earlier.points.length > 1 ? wishOfAll(question) : null;
  if (wish) return ofPoints(plan, earlier.points, wish, earlier);
  const isList = earlier.points.length > 1;
  const words = isList || earlier.cited.length > 1 ? wordsAskedIn(question, isList) : null;
  if (words !== null)
    return ofPoints({ ...planOf(words, facts), question, asked: question }, pointsOr(earlier), 'words', earlier);
  return ofQuoted(plan, earlier);
}

/** A question about what was quoted first, or of the figure there. */
function ofQuoted(plan: Plan, earlier: Earlier): Plan | null {
  const { question } = plan;
  const [place] = earlier.cited;
  const wish = /\d/u.test(earlier.quoted) ? figureWish(question) : null;
  // What is looked for beside it is what was asked before.
  const ofBefore = { ...earlier.plan, question, asked: question };
  if (wish) return ofPoints(ofBefore, pointsQuoted(earlier), wish, earlier);
  if (!place || !asksItsMeasure(question)) return null;
  const ofLast = earlier.plan.continues?.points ?? [];
  return ofPoints(plan, ofLast.length === 1 ? ofLast : [{ place, name: earlier.about }], 'measure', earlier);
}

/** The points shown, or where there were none the quotations. */
function pointsOr({ points, cited, about }: Earlier): Continuation['points'] {
  return points.length > 1 ? points : pointsQuoted({ cited, about });
}

function pointsQuoted({ cited, about }: Pick<Earlier, 'cited' | 'about'>): Continuation['points'] {
  return cited.map((place) => ({ place, name: about }));
}

interface Known {
  readonly facts: CorpusFacts;
  readonly earlier: Earlier;
}

function pointedPlan(plan: Plan, pointed: PointedAt, { facts, earlier }: Known): Plan {
  const { name, place } = pointed.point;
  const around = planOf(pointed.around, facts);
  if (asksIfElsewhere(pointed.around.replace(/\bX\b/u, 'it'), around.scope))
    return elsewhere({ ...plan, scope: around.scope }, facts, { ...earlier, about: name, cited: [place] });
  if (meantDocuments(around.scope).has(place.documentId))
    return atPoint(planOf(pointed.question, facts), pointed, earlier);
  // "Is the second one in the 2013 plan, too?" asks the other document, and its own first objective is none of those shown.
  return pointed.isBare ? { ...planOf(pointed.question, facts), scope: around.scope } : plan;
}

function goingOn(plan: Plan, facts: CorpusFacts, earlier: Earlier): Plan {
  const quoted = documentsOf(earlier.cited);
  const rewritten = writtenOut(plan, facts, earlier);
  const before = documentBeforeQuoted(plan.question, quoted, facts.documents);
  if (before) return goingOn(planOf(`and in ${before.shortTitle}?`, facts), facts, earlier);
  if (rewritten === null && asksNeighbouringYear(plan.question)) return ofPoints(plan, [], 'date', earlier);
  if (rewritten !== null) return { ...planOf(rewritten, facts), continues: beside(earlier) };
  if (asksIfElsewhere(plan.question, plan.scope) || asksWhatOthersSay(plan)) return elsewhere(plan, facts, earlier);
  const how = followsOn(plan);
  if (how === 'focus') return continued(planOf(withoutOpening(plan.question), facts), earlier, how);
  if (how) return continued(plan, earlier, how);
  return plan.scope.kind === 'open' ? { ...plan, continues: beside(earlier) } : plan;
}

/** The message as a question of its own, of another year or beside other documents; null where it asks for neither. */
function writtenOut(plan: Plan, facts: CorpusFacts, earlier: Earlier): string | null {
  // "Which are new?" sets the last two lists side by side.
  const shown = plan.scope.kind === 'open' ? [...earlier.cited, ...earlier.citedBefore] : earlier.cited;
  return (
    // First of all as said: "last year" after "this year" is not the year before the one that was quoted.
    askedAgain(plan.question, earlier.root) ??
    ofNeighbouringYear(plan.question, earlier.root, earlier.quoted) ??
    (earlier.points.length > 1 ? null : ofItsCourse(plan.question, earlier.about)) ??
    besideNamed(plan, {
      about: aboutAll(earlier, facts),
      quoted: documentsOf(shown),
      documents: facts.documents,
      isList: earlier.points.length > 1 || earlier.plan.intent === 'list',
    })
  );
}

function documentsOf(cited: readonly CitedPlace[]): ReadonlySet<DocumentId> {
  return new Set(cited.map(({ documentId }) => documentId));
}

/** After a list, its points together. */
function aboutAll({ points, root, about }: Earlier, facts: CorpusFacts): string {
  return points.length > 1 ? withoutFraming(planOf(root, facts).topic) : about;
}

/** Whether what the conversation is about stands in other documents. */
function elsewhere(plan: Plan, facts: CorpusFacts, { about, cited }: Earlier): Plan {
  const asked = planOf(`is there any mention of ${about}`, facts);
  const scope = scopeElsewhere(plan, cited, facts.documents);
  return {
    ...asked,
    question: plan.question,
    aside: null,
    intent: 'presence',
    asks: null,
    scope,
    continues: beside({ cited }),
  };
}

export type { CorpusFacts } from './plan-of.ts';
export { questionsOf } from './questions-of.ts';
