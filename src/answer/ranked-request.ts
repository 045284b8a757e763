// An answer request with its sentences ranked, over all documents meant and, when asked, within each.
import type { DocumentId } from '../domain/ids.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Plan } from '../domain/plan.ts';
import { speaksOfSame } from './later-documents.ts';
import { holdsKind } from '../text/kinds.ts';
import { tokens } from '../text/tokens.ts';
import { createRanking } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import { toldFirst } from './told-first.ts';
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
    const ranked = toldFirst(ofAskedYearFirst(ranking(eligible.slice(0, passages)), request.plan), request.plan);
    return document === null && request.plan.scope.kind === 'open' ? latestFirst(ranked, request) : ranked;
  };
  const within = new Map<DocumentId, readonly RankedSentence[]>();
  const rankedIn = (document: DocumentId): readonly RankedSentence[] => {
    const known = within.get(document) ?? rank(document);
    within.set(document, known);
    return known;
  };
  return { ...request, ranked: rank(null), rankedIn };
}

/**
 * An undated question is about now: where a later document answers about as well, its sentences come first. Scores that differ by so much
 * are about as good: of the tuning questions without a date more have the right document first than with none, and with wider margins fewer.
 * What was promised is asked of the promises that hold.
 */
const aboutAsWell = { promises: 2, others: 1 };

function latestFirst(ranked: readonly RankedSentence[], { plan, documents }: AnswerRequest): readonly RankedSentence[] {
  const margin = plan.intent === 'commitment' ? aboutAsWell.promises : aboutAsWell.others;
  const best = ranked[0]?.score ?? 0;
  const near = new Set(
    ranked.filter((each) => best - each.score <= margin && speaksOfSame(each)).map(({ passage }) => passage.documentId),
  );
  const latest = documents.findLast(({ id, years }) => years !== null && near.has(id))?.id;
  if (latest === undefined) return ranked;
  return [
    ...ranked.filter(({ passage }) => passage.documentId === latest),
    ...ranked.filter(({ passage }) => passage.documentId !== latest),
  ];
}

/** Sentences of the year asked for come first where they answer about as well as the best; by hand on the tuning questions. */
const sameYear = 2.5;

function ofAskedYearFirst(
  ranked: readonly RankedSentence[],
  { question, intent, scope, asks }: Plan,
): readonly RankedSentence[] {
  const years = tokens(question).flatMap(({ term }) => (/^(?:19|20)\d\d(?:\/\d\d)?$/u.test(term) ? [term] : []));
  // In "the 2013 plan", and where documents are compared, a year only says where to look.
  if (years.length === 0 || scope.kind === 'one' || intent === 'compare' || intent === 'timeline') return ranked;
  const best = ranked[0]?.score ?? 0;
  const isOfYear = ({ terms, score, quote }: RankedSentence): boolean =>
    best - score <= sameYear && years.some((year) => terms.has(year)) && (asks === null || holdsKind(quote, asks));
  return [...ranked.filter(isOfYear), ...ranked.filter((each) => !isOfYear(each))];
}
