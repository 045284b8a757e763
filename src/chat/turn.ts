// One question from plan to answer, and one search: every channel comes through here, and none shapes an answer itself.
import { answerPart, assemble, documentsAsWholes, placesOf } from '../answer/answer.ts';
import type { AnsweredPart, AnswerRequest, DocumentSizes } from '../answer/answer.ts';
import type { Citation, ComposedAnswer } from '../domain/answer.ts';
import { pointsIn } from '../domain/conversation.ts';
import type { PastTurn } from '../domain/conversation.ts';
import type { DocumentDescription } from '../domain/document.ts';
import { AppError } from '../domain/errors.ts';
import { documentsWithin } from '../domain/filters.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { Passage } from '../domain/passage.ts';
import { meantDocuments } from '../domain/plan.ts';
import type { Filters, Plan } from '../domain/plan.ts';
import type { Acronym, Embedder, Log, PassageIndex } from '../ports.ts';
import type { Adviser } from '../generate/advise.ts';
import { questionsOf, understand } from '../query/understand.ts';
import type { CorpusFacts, TextOf } from '../query/understand.ts';
import { meanDirection } from '../text/vectors.ts';
import { fuseFound, wantsAdvice, withWordsOf } from './advised-search.ts';
import { resultOf } from './result-of.ts';
import { createRetriever } from '../retrieve/retrieve.ts';
import type { Mode, Retrieved } from '../retrieve/retrieve.ts';

export interface Parts {
  /** The generation that serves at this moment; a turn asks once and keeps to it. */
  readonly index: () => PassageIndex;
  readonly embedder: Embedder;
  readonly log: Log;
  /** A language model's advice on what to search for; where there is none, the question's own words do. */
  readonly advise?: Adviser;
}

export interface SearchRequest extends Filters {
  readonly question: string;
  /** Earlier turns of the conversation, the latest last. */
  readonly history?: readonly PastTurn[];
  readonly mode: Mode;
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/** A search whose size may be left to what the question turns out to ask. */
type FindRequest = Omit<SearchRequest, 'limit'> & {
  readonly limit: number | null;
  /** Whom a language model's advice is for; null where none is to be asked for. */
  readonly adviseFor: Pick<TurnRequest, 'reader'> | null;
};

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
  /** Under whom the cost of a language model is counted. */
  readonly reader?: string;
  readonly signal?: AbortSignal;
}

/**
 * What happens while a question is answered: `found` comes once, before the one `answer`, which is last. Between them, where a language model
 * words the answer, `wording` when the engine's own work is done, and pieces of the answer, each checked.
 */
export type TurnEvent =
  | { readonly type: 'found'; readonly passages: readonly Passage[] }
  | { readonly type: 'wording' }
  | { readonly type: 'delta'; readonly text: string; readonly citations: readonly Citation[] }
  | { readonly type: 'answer'; readonly result: TurnResult };

/** One question of a message: how it was understood, what was found, and what the decision to answer rested on. */
export interface TurnPart {
  readonly plan: Plan;
  readonly found: readonly Retrieved[];
  readonly evidence: AnsweredPart['evidence'];
}

export interface TurnResult {
  readonly generation: string;
  readonly composed: ComposedAnswer;
  readonly parts: readonly TurnPart[];
  /** True when no vector could be had and only words were searched. */
  readonly lexicalOnly: boolean;
  readonly timings: {
    readonly understandMs: number;
    readonly retrieveMs: number;
    readonly answerMs: number;
    readonly totalMs: number;
    /** Of a language model, where one was asked: until its first checked words, and in all. */
    readonly firstWordsMs?: number;
    readonly wordingMs?: number;
  };
}

export interface Turns {
  /** The turn as it goes on. @throws AppError `invalid-request`; whatever aborted the signal. */
  stream(request: TurnRequest): AsyncGenerator<TurnEvent, TurnResult>;
  /** The turn's last event alone. */
  ask(request: TurnRequest): Promise<TurnResult>;
  search(request: SearchRequest): Promise<SearchResult>;
}

/** What the next question of the conversation needs to know of this one. */
export function pastTurn(question: string, { status, citations, answer, suggestions }: ComposedAnswer): PastTurn {
  const cited = citations.map(({ documentId, passageId, start, end }) => ({ documentId, passageId, start, end }));
  return { question, status, cited, points: pointsIn(answer), suggested: suggestions };
}

/** Passages that an answer is composed from: in all, and for each document where several are meant. */
const answerPassages = { overall: 40, each: 30 };
/** Passages that a reader is shown before the answer. */
const passagesShown = 5;
/** Lists are looked for in the documents of so many of the first passages. */
const passagesWithSurroundings = 8;

/** A generation, and what is told of the documents in it that may be searched: the same facts for a whole turn, for plans hang on them. */
interface Searchable {
  readonly index: PassageIndex;
  readonly facts: CorpusFacts;
}

interface Searched {
  readonly plan: Plan;
  readonly vector: Float32Array | null;
  readonly found: readonly Retrieved[];
  readonly documents: readonly DocumentDescription[];
  readonly times: { readonly understandMs: number; readonly retrieveMs: number };
}

type Search = (request: FindRequest, searchable: Searchable, part?: number) => Promise<Searched>;

/** Understands a question and finds passages for it. `part` is its place among the questions of a message that has several. */
function createSearch(parts: Parts): Search {
  const retrieve = createRetriever();
  return async (request, { index, facts }, part) => {
    const started = performance.now();
    const { documents } = facts;
    const history = request.history ?? [];
    const plan = understand(request.question, facts, {
      history,
      textOf: await quotedIn(index, history),
      ...(part !== undefined && { part }),
    });
    const understood = performance.now();
    // Small talk and what is declined need nothing from the documents; what one says of itself is found in it.
    const asked = plan.aside === null || plan.aside.kind === 'documents';
    const vector = asked && request.mode !== 'lexical' ? await vectorOf(parts, plan, request.signal) : null;
    const limit = request.limit ?? passagesFor(plan);
    const own = asked ? await retrieve(index, { plan, vector, mode: request.mode, limit }) : [];
    const queries = asked ? await adviceOn(plan, facts, parts, request) : [];
    const advised = queries.map(async (query) => {
      const reworded = withWordsOf(plan, understand(query, facts));
      const near = request.mode === 'lexical' ? null : await vectorOf(parts, reworded, request.signal);
      return retrieve(index, { plan: reworded, vector: near, mode: request.mode, limit });
    });
    const found = advised.length === 0 ? own : fuseFound(own, await Promise.all(advised));
    const times = { understandMs: understood - started, retrieveMs: performance.now() - understood };
    return { plan, vector, found, documents, times };
  };
}

/** The words of the places that a conversation quoted. */
async function quotedIn(index: PassageIndex, history: readonly PastTurn[]): Promise<TextOf> {
  const ids = new Set(history.flatMap(({ cited }) => cited.map(({ passageId }) => passageId)));
  const passages = new Map((await index.load([...ids])).map((passage) => [passage.id, passage]));
  return ({ passageId, start, end }) => {
    const passage = passages.get(passageId);
    return passage?.text.slice(start - passage.start, end - passage.start) ?? '';
  };
}

async function adviceOn(
  plan: Plan,
  facts: CorpusFacts,
  { advise }: Parts,
  { question, history = [], adviseFor, signal }: FindRequest,
): Promise<readonly string[]> {
  if (!advise || !adviseFor || !wantsAdvice(plan, facts)) return [];
  const earlier = history.map((turn) => turn.question);
  return advise({ question, earlier, reader: adviseFor.reader, signal });
}

export function createTurns(parts: Parts): Turns {
  const search = createSearch(parts);
  async function* stream(request: TurnRequest): AsyncGenerator<TurnEvent, TurnResult> {
    const started = performance.now();
    const index = parts.index();
    const history = [...(request.history ?? [])];
    const answered: AnsweredPart[] = [];
    const searched: Searched[] = [];
    const searchable = await searchableFor(request, index);
    const questions = questionsOf(request.question, searchable.facts);
    for (const [at, question] of questions.entries()) {
      const each = { ...request, question, history, mode: 'hybrid', limit: null, adviseFor: request } as const;
      const found = await search(each, searchable, questions.length > 1 ? at : undefined);
      searched.push(found);
      answered.push(answerPart(await toAnswerRequest(index, found)));
      // The next question of the message may point at what this one was about: "what is it, and who runs it?"
      history.push({ question, status: 'answered', cited: placesOf(answered.at(-1)) });
    }
    yield { type: 'found', passages: shownOf(searched) };
    const [first, ...others] = answered;
    if (!first) throw new Error('A message holds at least one question.');
    const composed = assemble([first, ...others], offeredBefore(request));
    if (answered.some(({ refused }) => refused))
      parts.log('error', 'grounding-refused', { intent: composed.intent, generation: index.generation });
    const result: TurnResult = {
      generation: index.generation,
      composed,
      parts: searched.map(({ plan, found }, at) => ({ plan, found, evidence: answered[at]?.evidence ?? null })),
      lexicalOnly: searched.some(({ vector, plan }) => vector === null && plan.aside === null),
      timings: timingsOf(searched, performance.now() - started),
    };
    yield { type: 'answer', result };
    return result;
  }

  return {
    async search(request) {
      const index = parts.index();
      const { plan, vector, found } = await search(
        { ...request, adviseFor: null },
        await searchableFor(request, index),
      );
      return { generation: index.generation, plan, found, lexicalOnly: vector === null };
    },
    stream,
    ask: (request) => resultOf(stream(request)),
  };
}

/** What a conversation has asked and been offered. */
function offeredBefore({ question, history = [] }: TurnRequest): string[] {
  return [question, ...history.flatMap((turn) => [turn.question, ...(turn.suggested ?? [])])];
}

/** Passages of the questions of a message in turn, the best of each first, each once. */
function shownOf(searched: readonly Searched[]): Passage[] {
  const best = searched.flatMap(({ found }) => found.slice(0, passagesShown).map(({ passage }) => passage));
  return [...new Map(best.map((passage) => [passage.id, passage])).values()];
}

function timingsOf(searched: readonly Searched[], totalMs: number): TurnResult['timings'] {
  const sum = (name: keyof Searched['times']): number => searched.reduce((total, { times }) => total + times[name], 0);
  const [understandMs, retrieveMs] = [sum('understandMs'), sum('retrieveMs')];
  return { understandMs, retrieveMs, answerMs: totalMs - understandMs - retrieveMs, totalMs };
}

async function toAnswerRequest(index: PassageIndex, searched: Searched): Promise<AnswerRequest> {
  const { plan, vector, found } = searched;
  const all = await index.documents();
  const documents = comparesDocuments(plan) ? all : searched.documents;
  const cited = plan.continues?.cited ?? [];
  const within = new Set(searched.documents.map(({ id }) => id));
  const isLimited = within.size < all.length;
  const [sizes, known] = await Promise.all([sizesOf(index, plan), index.acronyms()]);
  // What a document explains that the reader shut out is not told from there.
  const acronyms = known.filter(({ documentId }) => within.has(documentId));
  const asked = isLimited ? [...within] : documentsAskedIn(plan, acronyms);
  const [shown, surroundings, statistics, commitments, insight] = await Promise.all([
    index.load([...new Set(cited.map(({ passageId }) => passageId))]),
    surroundingsOf(index, searched, asked),
    index.statistics(plan.terms.map((term) => term.term)),
    index.commitments(),
    index.insight(),
  ]);
  return {
    plan,
    vector,
    vectorModel: index.model.sha256,
    found,
    statistics,
    documents,
    isLimited,
    latest: all.findLast(({ years }) => years !== null),
    acronyms,
    commitments,
    insight,
    surroundings,
    shown,
    sizes,
  };
}

/** Which document is the latest, or whether one is, hangs on those as well that are not searched. */
function comparesDocuments({ aside }: Plan): boolean {
  return aside?.kind === 'documents' && (aside.asks === 'current' || aside.asks === 'status');
}

/** Where a point that is asked about stands, or the words for an acronym. */
function documentsAskedIn({ aside, intent, question, continues }: Plan, acronyms: readonly Acronym[]): DocumentId[] {
  if (aside) return aside.kind === 'documents' ? [...aside.of] : [];
  const points = (continues?.points ?? []).map(({ place }) => place.documentId);
  const letters = question.toLowerCase();
  const explained = intent === 'acronym' ? acronyms.filter(({ term }) => letters.includes(term.toLowerCase())) : [];
  return [...points, ...explained.map(({ documentId }) => documentId)];
}

/** How long the documents are that are asked about as such. */
async function sizesOf(index: PassageIndex, { aside }: Plan): Promise<DocumentSizes> {
  const asked = aside?.kind === 'documents' && aside.asks === 'size' ? aside.of : [];
  const sizes = asked.map(async (id) => {
    const [document, passages] = await Promise.all([index.document(id), index.passagesOf(id)]);
    const words = document?.text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    const last = Math.max(0, ...passages.map(({ page }) => page ?? 0));
    return [id, { words, pages: last > 0 ? last : null }] as const;
  });
  return new Map(await Promise.all(sizes));
}

async function searchableFor(filters: Filters, index: PassageIndex): Promise<Searchable> {
  const documents = documentsWithin(await index.documents(), filters);
  return { index, facts: await factsOf(index, documents) };
}

/** Documents have their places in turn, so each needs its share. */
function passagesFor({ scope }: Plan): number {
  const meant = scope.kind === 'several' ? meantDocuments(scope).size : 0;
  return Math.max(answerPassages.overall, answerPassages.each * meant);
}

async function factsOf(index: PassageIndex, documents: readonly DocumentDescription[]): Promise<CorpusFacts> {
  const [lexicon, acronyms, frequency] = await Promise.all([index.lexicon(), index.acronyms(), index.vocabulary()]);
  return { documents, lexicon, acronyms, frequency };
}

/** The documents that the first passages found belong to, those asked in, and those asked for as a whole, each with its passages in reading order. */
async function surroundingsOf(
  index: PassageIndex,
  { plan, found, documents: searched }: Searched,
  asked: readonly DocumentId[],
): Promise<Map<DocumentId, readonly Passage[]>> {
  const near = found.slice(0, passagesWithSurroundings).map((each) => each.documentId);
  const documents = new Set([...asked, ...near, ...documentsAsWholes(plan, searched)]);
  return new Map(await Promise.all([...documents].map(async (id) => [id, await index.passagesOf(id)] as const)));
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
