// From a plan to ranked passages: candidates from the index, rescored exactly, fused, and shared out among the documents meant.
import type { DocumentId, PassageId } from '../domain/ids.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Plan } from '../domain/plan.ts';
import type { IndexedPassage, PassageIndex, PassageMeasures } from '../ports.ts';
import { continuityBonus } from './continuity.ts';
import { createFusion } from './fuse.ts';
import type { Mode, ScorePart, SignalWeights } from './fuse.ts';
import { interleave } from './interleave.ts';
import { createSignals } from './signals.ts';
import type { Signals } from './signals.ts';
import { latestBonus, signalWeights } from './signal-weights.ts';

/** A passage found, with the reasons for its place. */
export interface Retrieved {
  readonly passage: IndexedPassage;
  readonly documentId: DocumentId;
  readonly score: number;
  /** Their contributions add up to `score`. */
  readonly parts: readonly ScorePart[];
  /** By the plan's terms and the vector that was searched for; null where it was found by other terms and another vector. */
  readonly measures: PassageMeasures | null;
}

export interface RetrievalRequest {
  readonly plan: Plan;
  /** Vector of the plan's readings, or null to search by words alone. */
  readonly vector: Float32Array | null;
  readonly mode: Mode;
  readonly limit: number;
}

export type Retriever = (index: PassageIndex, request: RetrievalRequest) => Promise<Retrieved[]>;

/** Candidates asked for from each list, over all documents and again for each document that is meant. */
const candidates = { overall: 120, each: 60 };

/** What the parts of a score weigh; the shipped weights, unless a trial sets others. */
export interface RetrieverWeights {
  readonly signals: SignalWeights;
  readonly latest: number;
}

const shipped: RetrieverWeights = { signals: signalWeights, latest: latestBonus };

export function createRetriever(weights: RetrieverWeights = shipped): Retriever {
  return async (index, { plan, vector, mode, limit }) => {
    const found = await candidatesOf(index, plan, mode === 'lexical' ? null : vector, mode);
    const fusion = createFusion(
      found.map((candidate) => candidate.signals),
      weights.signals,
      mode,
    );
    const bonuses = await bonusesFor(index, { plan, weights, passages: found.map(({ passage }) => passage) });
    const scored = found.map(({ passage, measures, signals }): Scored => {
      let score = fusion.scoreOf(signals);
      for (const { of } of bonuses) score += of(passage);
      return { passage, measures, signals, documentId: passage.documentId, score };
    });
    // Reasons are told of what is given alone: they would cost more than the scores of all.
    const reasons = ({ passage, signals }: Scored): ScorePart[] => [
      ...fusion.partsOf(signals),
      ...bonuses.flatMap(({ name, of }) => bonusPart(name, of(passage))),
    ];
    const best = interleave(scored.toSorted(byScore), plan.scope).slice(0, limit);
    return best.map((each) => ({
      passage: each.passage,
      documentId: each.documentId,
      score: each.score,
      parts: reasons(each),
      measures: each.measures,
    }));
  };
}

interface Candidate {
  readonly passage: IndexedPassage;
  readonly measures: PassageMeasures;
  readonly signals: Signals;
}

interface Scored extends Candidate {
  readonly documentId: DocumentId;
  readonly score: number;
}

/** The passages that may answer, with all that speaks for each. */
async function candidatesOf(
  index: PassageIndex,
  plan: Plan,
  vector: Float32Array | null,
  mode: Mode,
): Promise<Candidate[]> {
  const ids = await candidateIds(index, plan, vector, mode);
  const terms = plan.terms.map(({ term }) => term);
  const [passages, measures, statistics] = await Promise.all([
    index.load(ids),
    index.measure(ids, { terms, vector }),
    index.statistics(terms),
  ]);
  const signalsOf = createSignals(plan, statistics);
  return passages.flatMap((passage, at) => {
    const measured = measures[at];
    return measured ? [{ passage, measures: measured, signals: signalsOf(passage, measured) }] : [];
  });
}

interface BonusContext {
  readonly plan: Plan;
  readonly weights: RetrieverWeights;
  readonly passages: readonly IndexedPassage[];
}

/** What is added to the fused signals of a passage; mostly 0. */
interface Bonus {
  readonly name: string;
  readonly of: (passage: IndexedPassage) => number;
}

async function bonusesFor(index: PassageIndex, { plan, weights, passages }: BonusContext): Promise<Bonus[]> {
  const goesOn = continuityBonus(plan, passages);
  // Where the conversation has a document in view, the latest is no better than any other.
  const prefersLatest = plan.scope.kind === 'open' && !passages.some((passage) => goesOn(passage) > 0);
  const latest = prefersLatest ? await latestOf(index, plan) : null;
  return [
    { name: 'latestDocument', of: ({ documentId }) => (documentId === latest ? weights.latest : 0) },
    { name: 'conversation', of: goesOn },
  ];
}

function bonusPart(name: string, contribution: number): ScorePart[] {
  return contribution === 0 ? [] : [{ name, value: 1, contribution }];
}

/** The latest document that may be searched and has a date: one without is not known to be new. */
async function latestOf(index: PassageIndex, { scope }: Plan): Promise<DocumentId | null> {
  const allowed = new Set(scope.documents.map(({ id }) => id));
  const dated = (await index.documents()).filter(({ id, years }) => allowed.has(id) && years !== null);
  return dated.at(-1)?.id ?? null;
}

function byScore(one: Scored, other: Scored): number {
  // Whole numbers: a fraction given back to the sort is put on the heap each time.
  if (one.score !== other.score) return one.score > other.score ? -1 : 1;
  return one.passage.id < other.passage.id ? -1 : 1;
}

const none: Promise<readonly PassageId[]> = Promise.resolve([]);

async function candidateIds(
  index: PassageIndex,
  plan: Plan,
  vector: Float32Array | null,
  mode: Mode,
): Promise<PassageId[]> {
  const allowed = plan.scope.documents.map((document) => document.id);
  const meant = plan.scope.kind === 'open' ? [] : [...meantDocuments(plan.scope)];
  const scopes = [
    { documents: allowed, limit: candidates.overall },
    ...meant.map((id) => ({ documents: [id], limit: candidates.each })),
  ];
  const lists = scopes.flatMap(({ documents, limit }) => [
    mode === 'dense' ? none : index.lexicalCandidates(plan.terms, documents, limit),
    vector ? index.denseCandidates(vector, documents, limit) : none,
  ]);
  const allowedIds = new Set(allowed);
  const cited = (plan.continues?.cited ?? []).filter(({ documentId }) => allowedIds.has(documentId));
  const ids = new Set<PassageId>();
  for (const list of await Promise.all(lists)) for (const id of list) ids.add(id);
  for (const { passageId } of cited) ids.add(passageId);
  return [...ids];
}

export type { Mode };
