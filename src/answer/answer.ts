// From what was found to a composed answer, or to the word that the documents do not answer. Door of this folder.
import type { ComposedAnswer, Intent } from '../domain/answer.ts';
import type { DocumentId } from '../domain/ids.ts';
import { meantDocuments } from '../domain/plan.ts';
import { composeAside } from './aside.ts';
import { composeAcronym, composeDefinition } from './compose-definition.ts';
import { composeByDocument } from './compose-documents.ts';
import { composeFact } from './compose-fact.ts';
import { composeList } from './compose-list.ts';
import { composePresence } from './compose-presence.ts';
import { composeSummary } from './compose-summary.ts';
import { evidenceOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { notFound } from './not-found.ts';
import { noticesFor } from './notices.ts';
import { rankSentences } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import { quote } from './quotation.ts';
import { render } from './render.ts';
import type { AnswerRequest, Composed, ComposeRequest } from './request.ts';
import { toQuotation } from './select.ts';
import { verifyGrounding } from './verify-grounding.ts';

export interface Answered {
  readonly composed: ComposedAnswer;
  /** Null where no decision was needed: small talk, and what is declined. */
  readonly evidence: Evidence | null;
  /** Whether an answer was composed that did not pass the grounding check: a fault of ours, to be looked into. */
  readonly refused: boolean;
}

/** Passages that sentences are ranked from, over all documents and within one. */
const passagesRanked = 15;

/** Composes the answer; whatever it holds has passed the grounding check. */
export function answer(request: AnswerRequest): Answered {
  const { aside } = request.plan;
  if (aside)
    return { composed: composeAside(aside, request.documents, request.acronyms), evidence: null, refused: false };
  const compose = toComposeRequest(request);
  const evidence = evidenceOf(compose);
  const composed = evidence.reasons.length === 0 ? composers[request.plan.intent](compose) : null;
  const grounded = composed && toGrounded(composed, compose);
  const plain = composed && !grounded ? quotationsOnly(compose) : null;
  return {
    composed: grounded ?? plain ?? notFound(request),
    evidence,
    refused: composed !== null && grounded === null,
  };
}

const composers: Readonly<Record<Intent, (request: ComposeRequest) => Composed | null>> = {
  fact: composeFact,
  commitment: composeFact,
  other: composeFact,
  chat: composeFact,
  definition: composeDefinition,
  acronym: composeAcronym,
  list: composeList,
  compare: (request) => composeByDocument(request) ?? composeFact(request),
  timeline: (request) => composeByDocument(request) ?? composeFact(request),
  presence: composePresence,
  summary: composeSummary,
};

function toComposeRequest(request: AnswerRequest): ComposeRequest {
  const meant = meantDocuments(request.plan.scope);
  const rank = (document: DocumentId | null): readonly RankedSentence[] => {
    const eligible = request.found.filter(({ passage }) =>
      document === null ? meant.has(passage.documentId) : passage.documentId === document,
    );
    return rankSentences(eligible.slice(0, passagesRanked), request);
  };
  const within = new Map<DocumentId, readonly RankedSentence[]>();
  const rankedIn = (document: DocumentId): readonly RankedSentence[] => {
    const known = within.get(document) ?? rank(document);
    within.set(document, known);
    return known;
  };
  return { ...request, ranked: rank(null), rankedIn };
}

/** The best sentence and nothing else: what is left when an answer did not pass. */
function quotationsOnly(request: ComposeRequest): ComposedAnswer | null {
  const [best] = request.ranked;
  return best ? toGrounded({ paragraphs: [[quote(toQuotation(best))]] }, request) : null;
}

function toGrounded(composed: Composed, request: ComposeRequest): ComposedAnswer | null {
  const { answer: text, citations } = render(
    composed.paragraphs,
    new Map(request.documents.map((document) => [document.id, document])),
  );
  const result: ComposedAnswer = {
    status: 'answered',
    intent: request.plan.intent,
    answer: text,
    citations,
    notices: noticesFor(citations, request.documents),
    suggestions: [],
    related: [],
  };
  const passages = [...request.found.map((each) => each.passage), ...request.surroundings];
  return citations.length > 0 && verifyGrounding(result, passages, request.documents) ? result : null;
}
