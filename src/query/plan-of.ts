// The plan of a message by itself: which documents it means, what it is about, what kind of answer it wants, and the terms to look for.
import type { DocumentDescription } from '../domain/document.ts';
import type { Intent } from '../domain/answer.ts';
import { wholeDocument } from '../domain/plan.ts';
import type { Aside, Plan } from '../domain/plan.ts';
import { rememberObjects } from '../text/remember-objects.ts';
import { rememberTexts } from '../text/remember-texts.ts';
import { asideOf } from './aside.ts';
import { askedLength } from './asked-length.ts';
import { askedKind } from './asked.ts';
import { askedNoun } from './asked-noun.ts';
import { conceptsOf } from './concepts.ts';
import { withoutContrary } from './contrary.ts';
import { directQuestion } from './direct-question.ts';
import { documentQuestion } from './document-questions.ts';
import { expandTerms, sensesOf } from './expand.ts';
import type { Vocabulary } from './expand.ts';
import { asksWhatIsSaid } from './what-is-said.ts';
import { presenceSubject, summarySubject, withoutFraming } from './framing.ts';
import { asksIfCameAbout } from './came-about.ts';
import { intentOf, onlyAcronym } from './intent.ts';
import { putRight, respelled, withoutSlips } from './respelled.ts';
import { otherLanguage } from './other-language.ts';
import { withoutPossessor } from './possessor.ts';
import { idiomsPutPlainly, wordsOfPhrases } from './lexicon-rows.ts';
import { remarkOf } from './remarks.ts';
import { rephrase } from './rephrase.ts';
import { scopeOf } from './scope.ts';
import { terms } from '../text/tokens.ts';
import { blank, topicOf } from './topic.ts';

/** What understanding needs to know of the corpus. */
export interface CorpusFacts extends Vocabulary {
  /** Documents that may be searched, oldest first. */
  readonly documents: readonly DocumentDescription[];
}

/** Kinds of question with forms of their own for what documents say. */
const documentIntents: ReadonlySet<Intent> = new Set<Intent>(['compare', 'timeline', 'presence', 'summary', 'list']);

/**
 * The plan of a message by itself, worked out once for the same facts: a message of several questions is understood as a whole before it is
 * taken apart, and what came before a question is understood again with it.
 */
export function planOf(message: string, facts: CorpusFacts): Plan {
  return planner(facts)(message);
}

const planner = rememberObjects((facts: CorpusFacts) => rememberTexts((message) => workOutPlan(message, facts)));

function workOutPlan(message: string, facts: CorpusFacts): Plan {
  const { rest, most } = askedLength(respelled(message));
  const question = withoutContrary(directQuestion(rest));
  const { scope, cues } = scopeOf(question, facts.documents);
  const stated = topicOf(question, cues);
  const isWhatIsSaid = scope.kind === 'one' && asksWhatIsSaid(question);
  const asks = isWhatIsSaid ? null : askedKind(question);
  const aside = asideIn(question, message, facts);
  const unscoped = blank(question, cues);
  const isAcronym = (term: string): boolean => looksLikeAcronym(term, facts);
  const intent = intentOf({ question, unscoped, topic: stated, scope, asks, isAcronym });
  const letters = intent === 'acronym' ? onlyAcronym(unscoped, isAcronym) : null;
  const said =
    isWhatIsSaid && intent !== 'summary' ? namedIn(stated, facts) : subjectOf(stated, intent, { unscoped, facts });
  const about = letters ?? said;
  const topic = tidied(about, facts);
  const rephrased = rephrase(topic, facts.lexicon) ?? [];
  // Of a comparison the words that ask are taken out of the topic, and what is left may be too bare to mean anything by itself.
  const asStated = intent === 'compare' || intent === 'timeline' ? stated : withoutSectionWords(about);
  return {
    question: message,
    asked: message,
    topic,
    sought: namedIn(topic, facts),
    readings: [...new Set([putRight(asStated, facts), putRight(withoutSectionWords(about), facts)].concat(rephrased))],
    terms: expandTerms(topic, facts),
    senses: sensesOf(topic, facts),
    askedNoun: askedNoun(question),
    concepts: conceptsOf(thingSpokenOf({ topic, stated, intent }, facts), facts),
    asks: askedAs(intent, asks, question),
    most,
    asksWhatIsSaid: isWhatIsSaid && !documentIntents.has(intent),
    asksIfCameAbout: asksIfCameAbout(question),
    scope,
    intent: aside ? asideIntent(aside) : intent,
    aside,
    isPart: false,
    continues: null,
  };
}

/** A topic without what says where it stands, and without slips of spelling. */
function tidied(topic: string, facts: CorpusFacts): string {
  return withoutSlips(withoutSectionWords(topic), facts);
}

/** Whether documents speak of "officers' pay" is asked of pay: the officers only help to rank what is found. */
function thingSpokenOf(
  { topic, stated, intent }: { readonly topic: string; readonly stated: string; readonly intent: Intent },
  facts: CorpusFacts,
): string {
  const thing = withoutPossessor(stated);
  return intent !== 'presence' || thing === stated ? topic : tidied(presenceSubject(thing), facts);
}

/** "What is a BCU?" asks for no place, and "the seven priorities, names pls" for no one name. */
function askedAs(intent: Intent, asks: Plan['asks'], question: string): Plan['asks'] {
  if (intent === 'acronym') return 'meaning';
  return intent === 'list' && asks === 'name' && /\bnames?\b/i.test(question) ? null : asks;
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
  // An idiom is known by the little words that are taken out with the framing.
  if (intent === 'compare' || intent === 'timeline') return namedIn(idiomsPutPlainly(topic, facts.lexicon), facts);
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
export function namedIn(topic: string, facts: CorpusFacts): string {
  return naming(facts)(topic);
}

const naming = rememberObjects(({ lexicon }: CorpusFacts) =>
  rememberTexts((topic) => withoutFraming(topic, wordsOfPhrases(topic, lexicon))),
);

function foreign(question: string, { frequency }: CorpusFacts): Aside | null {
  const language = otherLanguage(question, frequency);
  return language === null ? null : { kind: 'declined', reason: 'language', language };
}

export function asideIntent(aside: Aside): Intent {
  return aside.kind === 'chat' ? 'chat' : 'other';
}

/** An acronym that the corpus explains, in any case; or capitals within a word that are not its first letter alone. */
export function looksLikeAcronym(term: string, { acronyms }: CorpusFacts): boolean {
  const known = acronyms.some((acronym) => acronym.term.toLowerCase() === term.toLowerCase());
  return known || /^[A-Z][A-Z0-9&]+s?$|[a-z][A-Z]|^[A-Z].*[A-Z]/u.test(term);
}
