// From a question to a plan: which documents it means, what it is about, and the terms to look for.
import type { DocumentDescription } from '../domain/document.ts';
import type { Intent } from '../domain/answer.ts';
import type { Aside, Plan } from '../domain/plan.ts';
import { asideOf } from './aside.ts';
import { askedKind } from './asked.ts';
import { alternativesOf, expandTerms } from './expand.ts';
import type { Vocabulary } from './expand.ts';
import { intentOf } from './intent.ts';
import { rephrase } from './rephrase.ts';
import { scopeOf } from './scope.ts';
import { isStopWord } from '../text/tokens.ts';
import { topicOf, withoutMentioning, withoutSummarising } from './topic.ts';

/** What understanding needs to know of the corpus. */
export interface CorpusFacts extends Vocabulary {
  /** Documents that may be searched, oldest first. */
  readonly documents: readonly DocumentDescription[];
}

/** Pure and deterministic: the same question over the same corpus gives the same plan. */
export function understand(question: string, facts: CorpusFacts): Plan {
  const { scope, cues } = scopeOf(question, facts.documents);
  const stated = topicOf(question, cues);
  const asks = askedKind(question);
  const aside = asideOf(question);
  const intent = intentOf({
    question,
    topic: stated,
    scope,
    asks,
    isAcronym: (term) => looksLikeAcronym(term, facts),
  });
  const topic = subjectOf(stated, intent, facts);
  const rephrased = rephrase(topic, facts.lexicon);
  return {
    question,
    topic,
    readings: rephrased === null ? [topic] : [topic, rephrased],
    terms: expandTerms(topic, facts),
    alternatives: alternativesOf(topic, facts),
    asks,
    scope,
    intent: aside ? asideIntent(aside) : intent,
    aside,
  };
}

/** What a summary is about when the question names nothing but a document. */
const wholeDocument = 'mission, vision, aims and priorities';

/** The topic in the light of the intent: a question of presence is about the thing alone, a summary may be about a whole document. */
function subjectOf(topic: string, intent: Intent, { lexicon }: CorpusFacts): string {
  if (intent === 'presence') return withoutMentioning(topic);
  if (intent !== 'summary') return topic;
  const generic = new Set(lexicon.generic);
  const words =
    withoutSummarising(topic)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => generic.has(word) || isStopWord(word)) ? wholeDocument : topic;
}

function asideIntent(aside: Aside): Intent {
  return aside.kind === 'chat' ? 'chat' : 'other';
}

/** An acronym that the corpus explains, in any case; or capitals within a word that are not its first letter alone. */
function looksLikeAcronym(term: string, { acronyms }: CorpusFacts): boolean {
  const known = acronyms.some((acronym) => acronym.term.toLowerCase() === term.toLowerCase());
  return known || /^[A-Z][A-Z0-9&]+s?$|[a-z][A-Z]|^[A-Z].*[A-Z]/u.test(term);
}
