// One question from plan to answer, and one search: every channel comes through here, and none shapes an answer itself.
import { answer } from '../answer/answer.ts';
import type { Answered } from '../answer/answer.ts';
import type { ComposedAnswer } from '../domain/answer.ts';
import type { PastTurn } from '../domain/conversation.ts';
import type { DocumentDescription } from '../domain/document.ts';
import { AppError } from '../domain/errors.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { Passage } from '../domain/passage.ts';
import type { Filters, Plan } from '../domain/plan.ts';
import type { Embedder, Log, PassageIndex } from '../ports.ts';
import { understand } from '../query/understand.ts';
import type { CorpusFacts } from '../query/understand.ts';
import { meanDirection } from '../text/vectors.ts';
import { createRetriever } from '../retrieve/retrieve.ts';
import type { Mode, Retrieved } from '../retrieve/retrieve.ts';

export interface Parts {
  /** The generation that serves at this moment; a turn asks once and keeps to it. */
  readonly index: () => PassageIndex;
  readonly embedder: Embedder;
  readonly log: Log;
}

export interface SearchRequest extends Filters {
  readonly question: string;
  readonly mode: Mode;
  readonly limit: number;
  readonly signal?: AbortSignal;
}

export interface SearchResult {
  readonly generation: string;
  readonly plan: Plan;
  readonly found: readonly Retrieved[];
  /** True when no vector could be had and only words were searched. */
  readonly lexicalOnly: boolean;
}

export interface TurnRequest extends Filters {
  readonly question: string;
  /** Earlier turns of the conversation, the latest last. */
  readonly history?: readonly PastTurn[];
  readonly signal?: AbortSignal;
}

/** What happens while a question is answered: `found` comes once, before the one `answer`, which is last. */
export type TurnEvent =
  | { readonly type: 'found'; readonly passages: readonly Passage[] }
  | { readonly type: 'answer'; readonly result: TurnResult };

export interface TurnResult {
  readonly generation: string;
  readonly composed: ComposedAnswer;
  /** What the decision to answer rested on. */
  readonly evidence: Answered['evidence'];
  readonly plan: Plan;
  readonly found: readonly Retrieved[];
  /** True when no vector could be had and only words were searched. */
  readonly lexicalOnly: boolean;
  readonly timings: {
    readonly understandMs: number;
    readonly retrieveMs: number;
    readonly answerMs: number;
    readonly totalMs: number;
  };
}

export interface Turns {
  /** The turn as it goes on. @throws AppError `invalid-request`; whatever aborted the signal. */
  stream(request: TurnRequest): AsyncGenerator<TurnEvent, TurnResult>;
  /** The turn's last event alone. */
  ask(request: TurnRequest): Promise<TurnResult>;
  search(request: SearchRequest): Promise<SearchResult>;
}

/** Passages that an answer is composed from. */
const answerPassages = 40;
/** Passages that a reader is shown before the answer. */
const passagesShown = 5;
/** Lists are looked for in the documents of so many of the first passages. */
const passagesWithSurroundings = 8;

export function createTurns(parts: Parts): Turns {
  const retrieve = createRetriever();
  const run = async (request: SearchRequest, index: PassageIndex) => {
    const documents = allowedDocuments(await index.documents(), request);
    const plan = understand(request.question, await factsOf(index, documents));
    const understood = performance.now();
    const vector = request.mode === 'lexical' ? null : await vectorOf(parts, plan, request.signal);
    const found = await retrieve(index, { plan, vector, mode: request.mode, limit: request.limit });
    return { plan, vector, found, documents, understood };
  };
  async function* stream(request: TurnRequest): AsyncGenerator<TurnEvent, TurnResult> {
    const started = performance.now();
    const index = parts.index();
    const { plan, vector, found, documents, understood } = await run(
      { ...request, mode: 'hybrid', limit: answerPassages },
      index,
    );
    yield { type: 'found', passages: found.slice(0, passagesShown).map(({ passage }) => passage) };
    const retrieved = performance.now();
    const surroundings = await surroundingsOf(index, found);
    const statistics = await index.statistics(plan.terms.map((term) => term.term));
    const acronyms = await index.acronyms();
    const { composed, evidence, refused } = answer({
      plan,
      vector,
      found,
      statistics,
      documents,
      acronyms,
      surroundings,
    });
    if (refused) parts.log('error', 'grounding-refused', { intent: plan.intent, generation: index.generation });
    const ended = performance.now();
    const timings = {
      understandMs: understood - started,
      retrieveMs: retrieved - understood,
      answerMs: ended - retrieved,
      totalMs: ended - started,
    };
    const lexicalOnly = vector === null && plan.aside === null;
    const result = { generation: index.generation, composed, evidence, plan, found, lexicalOnly, timings };
    yield { type: 'answer', result };
    return result;
  }
  return {
    async search(request) {
      const index = parts.index();
      const { plan, vector, found } = await run(request, index);
      return { generation: index.generation, plan, found, lexicalOnly: vector === null };
    },
    stream,
    async ask(request) {
      const events = stream(request);
      let step = await events.next();
      while (!step.done) step = await events.next();
      return step.value;
    },
  };
}

async function factsOf(index: PassageIndex, documents: readonly DocumentDescription[]): Promise<CorpusFacts> {
  const [lexicon, acronyms, frequency] = await Promise.all([index.lexicon(), index.acronyms(), index.vocabulary()]);
  return { documents, lexicon, acronyms, frequency };
}

/** Passages of the documents that the first ones found belong to, in reading order. */
async function surroundingsOf(index: PassageIndex, found: readonly Retrieved[]): Promise<Passage[]> {
  const documents = new Set(found.slice(0, passagesWithSurroundings).map((each) => each.documentId));
  const passages = await Promise.all([...documents].map((id) => index.passagesOf(id)));
  return passages.flat();
}

/** Documents within the client's filters, oldest first. */
function allowedDocuments(documents: readonly DocumentDescription[], filters: Filters): DocumentDescription[] {
  const known = new Set<DocumentId>(documents.map((document) => document.id));
  const unknown = filters.documents?.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new AppError('invalid-request', `There is no document "${unknown}". GET /api/documents lists them.`);
  const from = filters.from ?? -Infinity;
  const to = filters.to ?? Infinity;
  if (from > to) throw new AppError('invalid-request', '"from" must not be after "to".');
  const wanted = filters.documents && filters.documents.length > 0 ? new Set(filters.documents) : known;
  const isDated = filters.from !== undefined || filters.to !== undefined;
  return documents.filter(
    ({ id, years }) => wanted.has(id) && (!isDated || (years !== null && years.to >= from && years.from <= to)),
  );
}

/** The vector of what is asked; null when the embedder is away, and then words alone are searched. */
async function vectorOf(
  { embedder, log }: Parts,
  plan: Plan,
  signal: AbortSignal | undefined,
): Promise<Float32Array | null> {
  try {
    return meanDirection(await embedder.embed(plan.readings, signal ? { signal } : {}));
  } catch (error) {
    if (signal?.aborted) throw error;
    if (!(error instanceof AppError) || error.code !== 'embedder-unavailable') throw error;
    log('warn', 'answered-without-embedder', { cause: error.message });
    return null;
  }
}
