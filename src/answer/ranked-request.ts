// An answer request with its sentences ranked, over all documents meant and, when asked, within each.
import type { DocumentId } from '../domain/ids.ts';
import { meantDocuments } from '../domain/plan.ts';
import { createRanking } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import type { AnswerRequest, ComposeRequest } from './request.ts';

/** Passages that sentences are ranked from, over all documents and within one. */
const passagesRanked = { overall: 15, within: 30 };

export function rankedRequest(request: AnswerRequest): ComposeRequest {
  const meant = meantDocuments(request.plan.scope);
  const ranking = createRanking(request);
  const rank = (document: DocumentId | null): readonly RankedSentence[] => {
    const eligible = request.found.filter(({ passage }) =>
      document === null ? meant.has(passage.documentId) : passage.documentId === document,
    );
    const passages = document === null ? passagesRanked.overall : passagesRanked.within;
    return ranking(eligible.slice(0, passages));
  };
  const within = new Map<DocumentId, readonly RankedSentence[]>();
  const rankedIn = (document: DocumentId): readonly RankedSentence[] => {
    const known = within.get(document) ?? rank(document);
    within.set(document, known);
    return known;
  };
  return { ...request, ranked: rank(null), rankedIn };
}
