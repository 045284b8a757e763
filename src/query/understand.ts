// From a question to a plan: which documents it means, what it is about, and the terms to look for.
import type { DocumentDescription } from '../domain/document.ts';
import type { Intent } from '../domain/answer.ts';
import { turnsRemembered } from '../domain/conversation.ts';
import type { CitedPlace, PastTurn } from '../domain/conversation.ts';
import { meantDocuments, wholeDocument } from '../domain/plan.ts';
import type { Aside, Continuation, Plan } from '../domain/plan.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { rememberTexts } from '../text/remember-texts.ts';
import { asideOf } from './aside.ts';
import { askedLength } from './asked-length.ts';
import { askedKind } from './asked.ts';
import { askedNoun } from './asked-noun.ts';
import { conceptsOf } from './concepts.ts';
import { directQuestion } from './direct-question.ts';
import { documentQuestion, shownDocumentQuestion } from './document-questions.ts';
import { expandTerms, sensesOf } from './expand.ts';
import type { Vocabulary } from './expand.ts';
import { atPoint, beside, continued, followsOn, inForm, ofPoints, withoutOpening } from './follow-up.ts';
import type { Earlier } from './follow-up.ts';
import { formRequest } from './form-request.ts';
import { asksItsMeasure, asksWordsIn, wishOfAll } from './point-wishes.ts';
import { pointedAt, shownPoints } from './points.ts';
import type { PointedAt } from './points.ts';
import { asksWhatIsSaid } from './what-is-said.ts';
import { pointing, presenceSubject, summarySubject, withoutFraming } from './framing.ts';
import { intentOf, onlyAcronym } from './intent.ts';
import { respelled, withoutSlips } from './respelled.ts';
import { otherLanguage } from './other-language.ts';
import { wordsOfPhrases } from './lexicon-rows.ts';
import { remarkOf } from './remarks.ts';
import { rephrase } from './rephrase.ts';
import { asksNeighbouringYear, besideNamed, documentBeforeQuoted, ofNeighbouringYear } from './rewritten.ts';
import { scopeOf } from './scope.ts';
import { questionsIn } from './split.ts';
import { terms } from '../text/tokens.ts';
import { asksIfElsewhere, nameFor, scopeElsewhere } from './thread-presence.ts';
import { blank, topicOf } from './topic.ts';

/** What understanding needs to know of the corpus. */
export interface CorpusFacts extends Vocabulary {
  /** Documents that may be searched, oldest first. */
  readonly documents: readonly DocumentDescription[];
}

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
  return plan.continues?.how === 'beside' ? { ...plan, scope: earlier.plan.scope } : plan;
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
    if (earlier && turn.status === 'not_found' && isOfSame(plan)) return { ...earlier, last: plan };
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
  const isBare = !/\s/u.test(question.replace(/^\W*(?:and|or|but|what about|how about)\s+/iu, '').trim());
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
): Pick<Earlier, 'cited' | 'points' | 'parts' | 'quoted'> {
  const before = earlier ?? { cited, points: [], parts: [], quoted: '' };
  if (cited.length === 0)
    return { cited: before.cited, points: before.points, parts: before.parts, quoted: before.quoted };
  const quoted = cited.map(textOf).join('\n');
  const listed = keepsPoints(plan) ? before.points : [];
  const isOfPoint = plan.continues?.wants === 'whole';
  const shown = plan.intent === 'list' || isOfPoint ? shownPoints(cited, points, textOf) : [];
  // After more of one point, or a question about it, "the last one" is still of the list that it stands in.
  return {
    cited,
    quoted,
    points: listed.length > 1 ? listed : shown,
    parts: isOfPoint ? shown : [],
  };
}

/** Whether other documents are asked, or more of what was shown: the list that was shown is still meant. */
function keepsPoints(plan: Plan): boolean {
  return goesOnWith(plan) || (plan.continues !== null && plan.intent === 'presence');
}

/** Kinds of question with forms of their own for what documents say. */
const documentIntents: ReadonlySet<Intent> = new Set<Intent>(['compare', 'timeline', 'presence', 'summary', 'list']);

/** Kinds of question that weigh several things against each other: taken apart, the parts would no longer do so. */
const wholeIntents: ReadonlySet<Intent> = new Set<Intent>(['compare', 'timeline', 'presence', 'summary']);

/** The questions of a message in order, each to be understood after the ones before it. */
export function questionsOf(message: string, facts: CorpusFacts): string[] {
  const parts = questionsIn(message);
  if (parts.length === 1) return parts;
  const { intent, aside } = planOf(message, facts);
  const isWhole =
    aside !== null ||
    parts.some((part, at) => sensesOf(part, facts).length === 0 && !leansOn(part, parts[at - 1])) ||
    (wholeIntents.has(intent) && !areSeparate(parts, facts));
  return isWhole ? [message] : parts;
}

/** "What is a BCU? How many are there?": a question by itself, about what the one before it named. */
function leansOn(part: string, before: string | undefined): boolean {
  return (pointing.test(part) || /\bthere\b/iu.test(part)) && before?.endsWith('?') === true;
}

/** Whether each part asks a document of its own: "what was X in 2013, and how many Y are there now?" has two questions, each for one. */
function areSeparate(parts: readonly string[], facts: CorpusFacts): boolean {
  const scopes = parts.map((part) => planOf(part, facts).scope);
  const asked = new Set(scopes.flatMap((scope) => [...meantDocuments(scope)]));
  return scopes.every(({ kind }) => kind === 'one') && asked.size === parts.length;
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
  const [place, ...others] = earlier.cited;
  if ((others.length > 0 || earlier.points.length > 1) && asksWordsIn(question))
    return ofPoints(plan, pointsOr(earlier), 'words', earlier);
  if (!place || !asksItsMeasure(question)) return null;
  const ofLast = earlier.plan.continues?.points ?? [];
  return ofPoints(plan, ofLast.length === 1 ? ofLast : [{ place, name: earlier.about }], 'measure', earlier);
}

/** The points shown, or where there were none the quotations. */
function pointsOr({ points, cited, about }: Earlier): Continuation['points'] {
  return points.length > 1 ? points : cited.map((place) => ({ place, name: about }));
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
  const quoted = new Set(earlier.cited.map(({ documentId }) => documentId));
  const rewritten =
    ofNeighbouringYear(plan.question, earlier.root, earlier.quoted) ??
    besideNamed(plan, { about: aboutAll(earlier, facts), quoted, documents: facts.documents });
  const before = documentBeforeQuoted(plan.question, quoted, facts.documents);
  if (before) return goingOn(planOf(`and in ${before.shortTitle}?`, facts), facts, earlier);
  if (rewritten === null && asksNeighbouringYear(plan.question)) return ofPoints(plan, [], 'date', earlier);
  if (rewritten !== null) return { ...planOf(rewritten, facts), continues: beside(earlier) };
  if (asksIfElsewhere(plan.question, plan.scope)) return elsewhere(plan, facts, earlier);
  const how = followsOn(plan);
  if (how === 'focus') return continued(planOf(withoutOpening(plan.question), facts), earlier, how);
  if (how) return continued(plan, earlier, how);
  return plan.scope.kind === 'open' ? { ...plan, continues: beside(earlier) } : plan;
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

/**
 * The plan of a message by itself, worked out once for the same facts: a message of several questions is understood as a whole before it is
 * taken apart, and what came before a question is understood again with it.
 */
function planOf(message: string, facts: CorpusFacts): Plan {
  return planner(facts)(message);
}

const planner = rememberObjects((facts: CorpusFacts) => rememberTexts((message) => workOutPlan(message, facts)));

function workOutPlan(message: string, facts: CorpusFacts): Plan {
  const { rest, most } = askedLength(respelled(message));
  const question = directQuestion(rest);
  const { scope, cues } = scopeOf(question, facts.documents);
  const stated = topicOf(question, cues);
  const isWhatIsSaid = scope.kind === 'one' && asksWhatIsSaid(question);
  const asks = isWhatIsSaid ? null : askedKind(question);
  const aside = asideIn(question, message, facts);
  const unscoped = blank(question, cues);
  const isAcronym = (term: string): boolean => looksLikeAcronym(term, facts);
  const intent = intentOf({ question, unscoped, topic: stated, scope, asks, isAcronym });
  const letters = intent === 'acronym' ? onlyAcronym(unscoped, isAcronym) : null;
  const said = isWhatIsSaid ? namedIn(stated, facts) : subjectOf(stated, intent, { unscoped, facts });
  const about = letters ?? said;
  const topic = withoutSlips(withoutSectionWords(about), facts);
  const rephrased = rephrase(topic, facts.lexicon) ?? [];
  // Of a comparison the words that ask are taken out of the topic, and what is left may be too bare to mean anything by itself.
  const asStated = intent === 'compare' || intent === 'timeline' ? stated : topic;
  return {
    question: message,
    asked: message,
    topic,
    sought: namedIn(topic, facts),
    readings: [...new Set([asStated, topic].concat(rephrased))],
    terms: expandTerms(topic, facts),
    senses: sensesOf(topic, facts),
    askedNoun: askedNoun(question),
    concepts: conceptsOf(topic, facts),
    asks: askedAs(intent, asks),
    most,
    asksWhatIsSaid: isWhatIsSaid && !documentIntents.has(intent),
    scope,
    intent: aside ? asideIntent(aside) : intent,
    aside,
    isPart: false,
    continues: null,
  };
}

/** "What is a BCU?" asks for no place, and "the seven priorities, names pls" for no one name. */
function askedAs(intent: Intent, asks: Plan['asks']): Plan['asks'] {
  if (intent === 'acronym') return 'meaning';
  return intent === 'list' && asks === 'name' ? null : asks;
}

/** "The chapter on leadership": what part it is says nothing of what it is about; in "which chapter" it is what is asked. */
function withoutSectionWords(topic: string): string {
  const rest = topic.replaceAll(sectionWords, ' ').replaceAll(/\s+/gu, ' ').trim();
  return terms(rest).length > 0 ? rest : topic;
}

const sectionWords =
  /(?<!\b(?:which|what)\s+)(?:\bthe\s+)?\b(?:chapter|section)\b(?:\s+(?:on|about|called|named|headed)\b)?(?=\s*(?:[?.!,;:]|$)|\s+(?:of|in|say|says|said|cover|covers|describes?|mentions?|tells?|states?|about|\p{Lu}))|(?<!\b(?:which|what)\s+)(?:\bthe\s+)?\b(?:chapter|section)\s+(?:on|about|called|named|headed)\b/gu;

/** The topic in the light of the intent: a question of presence is about the thing alone, a summary may be about a whole document. */
function subjectOf(
  topic: string,
  intent: Intent,
  { unscoped, facts }: { readonly unscoped: string; readonly facts: CorpusFacts },
): string {
  if (intent === 'presence') return presenceSubject(topic);
  if (intent === 'compare' || intent === 'timeline') return namedIn(topic, facts);
  return intent === 'summary' ? summarySubject(unscoped) || wholeDocument : topic;
}

/** What is no question to the documents' contents. @param question the message, put directly. */
function asideIn(question: string, message: string, facts: CorpusFacts): Aside | null {
  return (
    asideOf(question) ??
    documentQuestion(question, facts.documents) ??
    remarked(message, facts) ??
    foreign(question, facts)
  );
}

function remarked(message: string, { frequency }: CorpusFacts): Aside | null {
  const remark = remarkOf(message, (word) => terms(word).some((term) => (frequency.get(term) ?? 0) > 0));
  return remark === null ? null : { kind: 'chat', topic: remark === 'praise' ? 'thanks' : remark };
}

/** What a topic names: without the words that only frame it. */
function namedIn(topic: string, facts: CorpusFacts): string {
  return naming(facts)(topic);
}

const naming = rememberObjects(({ lexicon }: CorpusFacts) =>
  rememberTexts((topic) => withoutFraming(topic, wordsOfPhrases(topic, lexicon))),
);

function foreign(question: string, { frequency }: CorpusFacts): Aside | null {
  const language = otherLanguage(question, frequency);
  return language === null ? null : { kind: 'declined', reason: 'language', language };
}

function asideIntent(aside: Aside): Intent {
  return aside.kind === 'chat' ? 'chat' : 'other';
}

/** An acronym that the corpus explains, in any case; or capitals within a word that are not its first letter alone. */
function looksLikeAcronym(term: string, { acronyms }: CorpusFacts): boolean {
  const known = acronyms.some((acronym) => acronym.term.toLowerCase() === term.toLowerCase());
  return known || /^[A-Z][A-Z0-9&]+s?$|[a-z][A-Z]|^[A-Z].*[A-Z]/u.test(term);
}
