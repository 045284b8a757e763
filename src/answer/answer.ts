// From the passages found to a composed answer: the best sentences as exact quotations, or not found.
import type { Citation, ComposedAnswer, Notice, RelatedPassage } from '../domain/answer.ts';
import type { DocumentDescription } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';
import type { IndexedPassage } from '../ports.ts';
import { displayQuote } from './display-quote.ts';
import { verifyGrounding } from './verify-grounding.ts';
import { scoreSentences } from './sentences.ts';
import type { ScoredSentence } from './sentences.ts';

export interface AnswerRequest {
  readonly plan: Plan;
  readonly vector: Float32Array | null;
  /** Best first. */
  readonly passages: readonly IndexedPassage[];
  readonly documents: ReadonlyMap<DocumentId, DocumentDescription>;
}

/** Passages that sentences are taken from, and the most sentences quoted. */
const limits = { passages: 10, sentences: 3, related: 3 };
/**
 * Below these, the best sentence is about something else. Set on the tuning questions of test/quality, where 9 in 10 answerable
 * questions lie above; a decision with reasons replaces them as the answer engine grows.
 */
const evidence = { similarity: 0.4, coverage: 0.5, similarityAlone: 0.55 };
/** A further sentence is quoted if its score is within this of the best. */
const margin = 0.2;

/** Composes the answer; whatever it holds has passed the grounding check. */
export function answer(request: AnswerRequest): ComposedAnswer {
  const scored = scoreSentences(request.passages.slice(0, limits.passages), request.plan, request.vector);
  const best = scored[0];
  if (!best || !isEvidence(best, request.vector !== null)) return notFound(request);
  const chosen = choose(scored, best);
  const citations = chosen.map((entry, index) => cite(entry, index + 1, request.documents));
  const composed: ComposedAnswer = {
    status: 'answered',
    intent: 'other',
    answer: citations.map((citation) => `“${displayQuote(citation.quote)}” [${citation.n}]`).join('\n\n'),
    citations,
    notices: noticesFor(citations),
    suggestions: [],
    related: [],
  };
  return verifyGrounding(composed, request.passages) ? composed : notFound(request);
}

function isEvidence(best: ScoredSentence, hasVector: boolean): boolean {
  if (!hasVector) return best.coverage >= evidence.coverage;
  if (best.similarity >= evidence.similarityAlone) return true;
  return best.similarity >= evidence.similarity && best.coverage >= evidence.coverage;
}

function choose(scored: readonly ScoredSentence[], best: ScoredSentence): ScoredSentence[] {
  const near = scored.filter((entry) => best.score - entry.score <= margin);
  const distinct = near.filter((entry, index) => near.findIndex((other) => displayQuote(other.quote) === displayQuote(entry.quote)) === index);
  return distinct.slice(0, limits.sentences);
}

function cite(entry: ScoredSentence, n: number, documents: ReadonlyMap<DocumentId, DocumentDescription>): Citation {
  const { passage, sentence, quote } = entry;
  const document = documents.get(passage.documentId);
  return {
    n,
    passageId: passage.id,
    documentId: passage.documentId,
    document: {
      title: document?.title ?? passage.documentId,
      years: document?.years ?? null,
      status: document?.status ?? 'unknown',
    },
    section: passage.section,
    page: passage.page,
    quote,
    start: sentence.start,
    end: sentence.end,
    passage: passage.text,
  };
}

function noticesFor(citations: readonly Citation[]): Notice[] {
  const of = (status: string): Citation[] => citations.filter((citation) => citation.document.status === status);
  const notice = (type: Notice['type'], found: readonly Citation[], text: (title: string) => string): Notice[] => {
    const first = found[0];
    return first ? [{ type, text: text(first.document.title), citations: found.map((citation) => citation.n) }] : [];
  };
  return [
    ...notice('draft', of('draft'), (title) => `${title} is a draft.`),
    ...notice('consultation', of('for consultation'), (title) => `${title} was published for consultation and may still change.`),
  ];
}

function notFound({ plan, passages, documents }: AnswerRequest): ComposedAnswer {
  const searched = plan.scope.documents.map(({ id }) => documents.get(id)?.shortTitle ?? id);
  const words = plan.terms.filter((term) => term.source === 'question').length > 0 ? ` They were searched for *${displayQuote(plan.topic).slice(0, 120)}*.` : '';
  const where = searched.length === 1 ? `${searched[0]} does not answer this.` : 'The documents do not answer this.';
  return {
    status: 'not_found',
    intent: 'other',
    answer: `${where}${words}`,
    citations: [],
    notices: [],
    suggestions: [],
    related: passages.slice(0, limits.related).map(toRelated),
  };
}

function toRelated(passage: IndexedPassage): RelatedPassage {
  const { id, documentId, section, start, end, text } = passage;
  return { passageId: id, documentId, section, start, end, text };
}
