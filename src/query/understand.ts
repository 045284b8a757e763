// From a question to a plan: which documents it means, what it is about, and the terms to look for.
import type { DocumentDescription } from '../domain/document.ts';
import type { Intent } from '../domain/answer.ts';
import { turnsRemembered } from '../domain/conversation.ts';
import type { CitedPlace, PastTurn } from '../domain/conversation.ts';
import { meantDocuments, wholeDocument } from '../domain/plan.ts';
import type { Aside, Plan } from '../domain/plan.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { rememberTexts } from '../text/remember-texts.ts';
import { asideOf } from './aside.ts';
import { askedKind } from './asked.ts';
import { askedNoun } from './asked-noun.ts';
import { conceptsOf } from './concepts.ts';
import { directQuestion } from './direct-question.ts';
import { documentQuestion, shownDocumentQuestion } from './document-questions.ts';
import { expandTerms, sensesOf } from './expand.ts';
import type { Vocabulary } from './expand.ts';
import { atPoint, beside, continued, followsOn, withoutOpening } from './follow-up.ts';
import type { Earlier } from './follow-up.ts';
import { pointedAt, shownPoints } from './points.ts';
import { asksWhatIsSaid } from './what-is-said.ts';
import { pointing, presenceSubject, summarySubject, withoutFraming } from './framing.ts';
import { intentOf, onlyAcronym } from './intent.ts';
import { respelled, withoutSlips } from './respelled.ts';
import { otherLanguage } from './other-language.ts';
import { wordsOfPhrases } from './lexicon-rows.ts';
import { rephrase } from './rephrase.ts';
import { scopeOf } from './scope.ts';
import { questionsIn } from './split.ts';
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
  const plan = { ...resumed, asked: question, sought: namedIn(resumed.topic, facts), isPart: part !== undefined };
  const goesOn = part !== undefined && part > 0 && plan.continues?.how === 'beside';
  return goesOn && earlier ? { ...plan, scope: earlier.plan.scope } : plan;
}

/** What a conversation has come to; null where nothing was asked of the documents yet. */
function earlierIn(history: readonly PastTurn[], facts: CorpusFacts, textOf: TextOf): Earlier | null {
  return history.slice(-turnsRemembered).reduce<Earlier | null>((earlier, turn) => {
    const plan = resume(turn.question, facts, earlier);
    // Small talk in between does not end a subject.
    return plan.aside ? earlier : { plan, base: baseOf(plan, earlier), ...shownIn(turn, plan, { earlier, textOf }) };
  }, null);
}

function baseOf(plan: Plan, earlier: Earlier | null): Plan {
  return plan.continues?.replaces && earlier ? earlier.base : plan;
}

/** What is on screen: an answer that quoted nothing leaves the last that did. */
function shownIn(
  { cited, points = [] }: PastTurn,
  { intent, continues }: Plan,
  { earlier, textOf }: { readonly earlier: Earlier | null; readonly textOf: TextOf },
): Pick<Earlier, 'cited' | 'points'> {
  if (cited.length === 0) return { cited: earlier?.cited ?? [], points: earlier?.points ?? [] };
  const isOfPoint = Boolean(continues?.point);
  const shown = intent === 'list' || isOfPoint ? shownPoints(cited, points, textOf) : [];
  return { cited, points: isOfPoint ? listOf(shown, earlier) : shown };
}

/** After more of one point, "the last one" is still of the list that it stands in. */
function listOf(shown: Earlier['points'], earlier: Earlier | null): Earlier['points'] {
  return shown.length < 2 && earlier ? earlier.points : shown;
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
  if (!earlier || plan.aside) return plan;
  const ofShown = shownDocumentQuestion(question, earlier.cited);
  if (ofShown) return { ...plan, aside: ofShown, intent: asideIntent(ofShown) };
  const pointed = pointedAt(question, earlier.points);
  if (pointed) {
    const { scope } = planOf(pointed.around, facts);
    if (meantDocuments(scope).has(pointed.point.place.documentId))
      return atPoint(planOf(pointed.question, facts), pointed, earlier);
    // "Is the second one in the 2013 plan, too?" asks the other document, and its own first objective is none of those shown.
    return pointed.isBare ? { ...planOf(pointed.question, facts), scope } : plan;
  }
  const how = followsOn(plan);
  if (how === 'focus') return continued(planOf(withoutOpening(question), facts), earlier, how);
  if (how) return continued(plan, earlier, how);
  return plan.scope.kind === 'open' ? { ...plan, continues: beside(earlier) } : plan;
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
  const question = directQuestion(respelled(message));
  const { scope, cues } = scopeOf(question, facts.documents);
  const stated = topicOf(question, cues);
  const isWhatIsSaid = scope.kind === 'one' && asksWhatIsSaid(question);
  const asks = isWhatIsSaid ? null : askedKind(question);
  const aside = asideOf(question) ?? documentQuestion(question, facts.documents) ?? foreign(question, facts);
  const unscoped = blank(question, cues);
  const isAcronym = (term: string): boolean => looksLikeAcronym(term, facts);
  const intent = intentOf({ question, unscoped, topic: stated, scope, asks, isAcronym });
  const letters = intent === 'acronym' ? onlyAcronym(unscoped, isAcronym) : null;
  const said = isWhatIsSaid ? namedIn(stated, facts) : subjectOf(stated, intent, { unscoped, facts });
  const about = letters ?? said;
  const topic = withoutSlips(about, facts);
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
    // "What is a BCU?" asks for no place.
    asks: intent === 'acronym' ? 'meaning' : asks,
    asksWhatIsSaid: isWhatIsSaid && !documentIntents.has(intent),
    scope,
    intent: aside ? asideIntent(aside) : intent,
    aside,
    isPart: false,
    continues: null,
  };
}

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
