// What the core asks of the outside world. Each port has at least two implementations or a fake, held to one shared test suite.
import type { AnswerStatus, Intent } from './domain/answer.ts';
import type { RegisterRow } from './domain/commitment.ts';
import type { DocumentDescription, StrategyDocument } from './domain/document.ts';
import type { ErrorCode } from './domain/errors.ts';
import type { DocumentId, PassageId } from './domain/ids.ts';
import type { Insight } from './domain/insight.ts';
import type { KnownQuestion } from './domain/known-question.ts';
import type { Lexicon } from './domain/lexicon.ts';
import type { Passage } from './domain/passage.ts';

/** Which weights made a vector; two vectors may be compared only if these are equal. */
export interface ModelFingerprint {
  readonly name: string;
  /** SHA-256 of the weights file, hexadecimal. */
  readonly sha256: string;
  readonly dimensions: number;
}

export interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Nobody waits: the texts may stand behind others, and take as long as they need. */
  readonly patient?: boolean;
}

export interface Embedder {
  readonly model: ModelFingerprint;
  /**
   * One vector of unit length a text, in the order of `texts`.
   * @throws AppError `embedder-unavailable` when no vector can be had in time.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<readonly Float32Array[]>;
}

/** A word stem to look for, and how much a hit counts (1 for the asker's own words, less for synonyms). */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A passage with the vectors that were computed for it at ingest. */
export interface IndexedPassage extends Passage {
  readonly vector: Float32Array;
  /** One for each of `sentences`. */
  readonly sentenceVectors: readonly Float32Array[];
  /** One for each of `sentences`: of the sentence between its neighbours, under the nearest heading. */
  readonly contextVectors: readonly Float32Array[];
  /** Questions that are known to be answered here; none where none stood beside the documents. */
  readonly knownQuestions: readonly KnownQuestion[];
}

/** What of a question stands in a passage, counted and measured exactly. Text 0 is the passage as a whole, the others are its sentences in order. */
export interface PassageMeasures {
  /**
   * How often each term asked for stands in each text, text after text. In the passage as a whole: in its sentences that are no
   * headings, and twice as often as in the headings above it.
   */
  readonly counts: Uint16Array;
  /** Number of terms of each text; of the passage as a whole that of those sentences and of the headings together. */
  readonly lengths: Uint32Array;
  /** Cosine of the vector asked for with that of each text; none where no vector was given. */
  readonly cosines: Float64Array;
  /** Its cosine with that of each sentence in context. */
  readonly contextCosines: Float64Array;
  /** Its cosine with each of the passage's known questions, in their order; none where no vector was given. */
  readonly knownCosines: Float64Array;
}

/** What passages are measured by. */
export interface MeasuredQuery {
  readonly terms: readonly string[];
  /** Of unit length; null where only words are searched. */
  readonly vector: Float32Array | null;
}

/** Counts that BM25 needs, over the whole index. */
export interface TermStatistics {
  readonly passages: number;
  readonly sentences: number;
  readonly averagePassageLength: number;
  readonly averageSentenceLength: number;
  /** Number of passages, and of sentences, that hold each term asked for. */
  readonly passageFrequency: ReadonlyMap<string, number>;
  readonly sentenceFrequency: ReadonlyMap<string, number>;
}

/** One immutable generation of the index. Every method answers from that generation only. */
export interface PassageIndex {
  /** Id of the generation, as in `Answer.generation`. */
  readonly generation: string;
  readonly model: ModelFingerprint;
  /** Passages that hold any of the terms, in the passage or in one sentence, most promising first. `documents: null` means all. */
  lexicalCandidates(
    terms: readonly WeightedTerm[],
    documents: readonly DocumentId[] | null,
    limit: number,
  ): Promise<readonly PassageId[]>;
  /** Passages whose own vector, or one of whose sentences' vectors, is near `vector`, nearest first. */
  denseCandidates(
    vector: Float32Array,
    documents: readonly DocumentId[] | null,
    limit: number,
  ): Promise<readonly PassageId[]>;
  /** The passages with these ids, in that order; unknown ids are left out. */
  load(ids: readonly PassageId[]): Promise<readonly IndexedPassage[]>;
  /** What of the question stands in each of these passages; unknown ids are left out, as by `load`. */
  measure(ids: readonly PassageId[], query: MeasuredQuery): Promise<readonly PassageMeasures[]>;
  statistics(terms: readonly string[]): Promise<TermStatistics>;
  /** Every term of the index with the number of passages that hold it. */
  vocabulary(): Promise<ReadonlyMap<string, number>>;
  /** In order of their years, the oldest first. */
  documents(): Promise<readonly DocumentDescription[]>;
  document(id: DocumentId): Promise<StrategyDocument | null>;
  /** All passages of a document in reading order. */
  passagesOf(id: DocumentId): Promise<readonly Passage[]>;
  /** Terms and expansions that the corpus itself gives, as `Basic Command Unit (BCU)`. */
  acronyms(): Promise<readonly Acronym[]>;
  /** The lexicon that stood beside the documents when they were ingested; empty where there was none. */
  lexicon(): Promise<Lexicon>;
  /** What was seen of the documents as a whole when they were ingested. */
  insight(): Promise<Insight>;
  /** What the documents commit to, documents in order of their years and each in reading order. */
  commitments(): Promise<readonly RegisterRow[]>;
  close(): Promise<void>;
}

/** An acronym and one expansion of it, with the place where a document gives it. */
export interface Acronym {
  readonly term: string;
  readonly expansion: string;
  readonly documentId: DocumentId;
  readonly start: number;
  readonly end: number;
  /** Set where no document says that the words are what it stands for, only their initials do: whether a document uses the letters. */
  readonly twin?: 'written' | 'unwritten' | undefined;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Structured log. `event` is a fixed kebab-case name; fields never hold question text or secrets. */
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void;

/** What an answer is counted under, and the milliseconds that its parts took. */
export interface CountedAnswer {
  readonly intent: Intent;
  readonly status: AnswerStatus;
  readonly timings: Readonly<Record<string, number>>;
}

/** Counts and times for whoever watches the service; nothing that tells one reader or question from another. */
export interface Metrics {
  /** @param seconds from the question's arrival, waiting included. */
  answered(answer: CountedAnswer, seconds: number): void;
  /** A question that got no answer. */
  refused(code: ErrorCode): void;
  /** @param route as the program names it; never an address, for that has no end of values. */
  requested(
    request: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
  ): void;
}

export interface ModelRequest {
  /** What the model is to do. */
  readonly rules: string;
  /** What it is to do it with: data, in which nothing is an instruction. */
  readonly material: string;
  /** Most tokens of its reply. */
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

/** A language model that is asked one thing at a time and remembers nothing. */
export interface ChatModel {
  /** As it is set: `provider:model`. */
  readonly name: string;
  /**
   * Its reply in pieces as they come. Ends when the model says that it has finished.
   * @throws ModelFault for whatever else happens; the signal's reason, and then the call is ended on the other side too.
   */
  stream(request: ModelRequest): AsyncIterable<string>;
}

/** Tokens of a language model that one account was counted with on a day; below zero, what is given back. */
export interface SpentTokens {
  /** The calendar day, as `2024-05-06`. */
  readonly day: string;
  /** A reader, as `SpendingStore.accountOf` has it. */
  readonly account: string;
  readonly tokens: number;
}

/** What was spent on a language model, kept beyond a restart. */
export interface SpendingStore {
  /** Under what a reader is counted: nothing that tells who it is. */
  accountOf(reader: string): string;
  /** Each account that was counted with on that day. */
  spentOn(day: string): Promise<readonly SpentTokens[]>;
  /** Adds to what was counted; it is on disk when the promise resolves. Days before the latest of these are forgotten. @throws AppError `disk-full`, `data-unwritable`, `data-damaged`. */
  add(spent: readonly SpentTokens[]): Promise<void>;
}
