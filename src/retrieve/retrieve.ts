// From a plan to ranked passages: candidates from the index, rescored exactly, fused, and shared out among the documents meant.
import type { DocumentId, PassageId } from '../domain/ids.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Plan } from '../domain/plan.ts';
import type { IndexedPassage, PassageIndex } from '../ports.ts';
import { createBagReader } from './bags.ts';
import { continuityBonus } from './continuity.ts';
import { fuse } from './fuse.ts';
import type { Fused, Mode, ScorePart, SignalWeights } from './fuse.ts';
import { interleave } from './interleave.ts';
import { signalsOf } from './signals.ts';
import { latestBonus, signalWeights } from './signal-weights.ts';

/** A passage found, with the reasons for its place. */
export interface Retrieved {
  readonly passage: IndexedPassage;
  readonly documentId: DocumentId;
  readonly score: number;
  /** Their contributions add up to `score`. */
  readonly parts: readonly ScorePart[];
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

/** A retriever with its own memory of lately used passages. */
export function createRetriever(weights: RetrieverWeights = shipped): Retriever {
  const readBags = createBagReader();
  return async (index, { plan, vector, mode, limit }) => {
    const usedVector = mode === 'lexical' ? null : vector;
    const ids = await candidateIds(index, plan, usedVector, mode);
    const passages = await index.load(ids);
    const statistics = await index.statistics(plan.terms.map((term) => term.term));
    const context = { plan, vector: usedVector, statistics, readBags };
    const fused = fuse(
      passages.map((passage) => signalsOf(passage, context)),
      weights.signals,
      mode,
    );
    const goesOn = continuityBonus(plan, passages);
    // Where the conversation has a document in view, the latest is no better than any other.
    const prefersLatest = plan.scope.kind === 'open' && !passages.some((passage) => goesOn(passage) > 0);
    const latest = prefersLatest ? await latestOf(index, plan) : null;
    const scored = passages.map((passage, at) =>
      toRetrieved(passage, fused[at] ?? { score: 0, parts: [] }, {
        latestDocument: passage.documentId === latest ? weights.latest : 0,
        conversation: goesOn(passage),
      }),
    );
    return interleave(scored.toSorted(byScore), plan.scope).slice(0, limit);
  };
}

/** The latest document that may be searched and has a date: one without is not known to be new. */
async function latestOf(index: PassageIndex, { scope }: Plan): Promise<DocumentId | null> {
  const allowed = new Set(scope.documents.map(({ id }) => id));
  const dated = (await index.documents()).filter(({ id, years }) => allowed.has(id) && years !== null);
  return dated.at(-1)?.id ?? null;
}

function toRetrieved(passage: IndexedPassage, fused: Fused, bonuses: Readonly<Record<string, number>>): Retrieved {
  const added = Object.entries(bonuses)
    .filter(([, bonus]) => bonus !== 0)
    .map(([name, bonus]): ScorePart => ({ name, value: 1, contribution: bonus }));
  const score = added.reduce((sum, { contribution }) => sum + contribution, fused.score);
  return { passage, documentId: passage.documentId, score, parts: [...fused.parts, ...added] };
}

function byScore(one: Retrieved, other: Retrieved): number {
  return other.score - one.score || (one.passage.id < other.passage.id ? -1 : 1);
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
  return [...new Set([...(await Promise.all(lists)).flat(), ...cited.map(({ passageId }) => passageId)])];
}

export type { Mode };
