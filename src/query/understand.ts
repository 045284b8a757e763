// From a question to a plan: which documents it means, what it is about, and the terms to look for.
import type { DocumentDescription } from '../domain/document.ts';
import type { Plan } from '../domain/plan.ts';
import { expandTerms } from './expand.ts';
import type { Vocabulary } from './expand.ts';
import { scopeOf } from './scope.ts';
import { topicOf } from './topic.ts';

/** What understanding needs to know of the corpus. */
export interface CorpusFacts extends Vocabulary {
  /** Documents that may be searched, oldest first. */
  readonly documents: readonly DocumentDescription[];
}

/** Pure and deterministic: the same question over the same corpus gives the same plan. */
export function understand(question: string, facts: CorpusFacts): Plan {
  const { scope, cues } = scopeOf(question, facts.documents);
  const topic = topicOf(question, cues);
  return { question, topic, terms: expandTerms(topic, facts), scope };
}
