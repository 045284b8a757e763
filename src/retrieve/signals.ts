// What speaks for a passage: each signal is one number, larger is better; fusing them is another file's work.
import type { Plan } from '../domain/plan.ts';
import type { IndexedPassage, TermStatistics } from '../ports.ts';
import type { BagReader } from './bags.ts';
import { holdsKind } from '../text/kinds.ts';
import { dot } from '../text/vectors.ts';
import { bm25 } from './bm25.ts';
import type { Collection } from './bm25.ts';

export const signalNames = [
  'passageLexical', // BM25+ of the whole passage, heading counted twice
  'sentenceLexical', // best BM25+ of one sentence: finds the line that answers
  'passageDense', // cosine with the passage under its headings: finds the topic
  'sentenceDense', // best cosine with one sentence
  'contextDense', // best cosine with a sentence between its neighbours: for "This will cost £5m"
  'askedDense', // best cosine with a sentence that holds a thing of the kind asked for
] as const;
export type SignalName = (typeof signalNames)[number];
export type Signals = Readonly<Record<SignalName, number>>;

// From retrieval trials on this corpus: b .7 for passages and .5 for sentences, k1 1.2, delta .5.
const passageOptions = { k1: 1.2, b: 0.7, delta: 0.5 };
const sentenceOptions = { k1: 1.2, b: 0.5, delta: 0.5 };

export interface SignalContext {
  readonly plan: Plan;
  /** Vector of the plan's topic; null where none could be had, and then dense signals are 0. */
  readonly vector: Float32Array | null;
  readonly statistics: TermStatistics;
  readonly readBags: BagReader;
}

export function signalsOf(passage: IndexedPassage, context: SignalContext): Signals {
  return { ...lexicalSignals(passage, context), ...denseSignals(passage, context) };
}

function lexicalSignals(passage: IndexedPassage, { plan, statistics, readBags }: SignalContext) {
  const bags = readBags(passage);
  const passages: Collection = {
    size: statistics.passages,
    averageLength: statistics.averagePassageLength,
    frequency: statistics.passageFrequency,
  };
  const sentences: Collection = {
    size: statistics.sentences,
    averageLength: statistics.averageSentenceLength,
    frequency: statistics.sentenceFrequency,
  };
  return {
    passageLexical: bm25(plan.terms, bags.passage, passages, passageOptions),
    sentenceLexical: Math.max(0, ...bags.sentences.map((bag) => bm25(plan.terms, bag, sentences, sentenceOptions))),
  };
}

function denseSignals(passage: IndexedPassage, { plan, vector }: SignalContext) {
  if (!vector) return { passageDense: 0, sentenceDense: 0, contextDense: 0, askedDense: 0 };
  const similarities = passage.sentenceVectors.map((sentence) => dot(vector, sentence));
  const { asks } = plan;
  const holding = similarities.filter((_, at) => asks === null || holdsKind(sentenceOf(passage, at), asks));
  return {
    passageDense: dot(vector, passage.vector),
    sentenceDense: Math.max(0, ...similarities),
    contextDense: Math.max(0, ...passage.contextVectors.map((sentence) => dot(vector, sentence))),
    askedDense: Math.max(0, ...holding),
  };
}

function sentenceOf(passage: IndexedPassage, at: number): string {
  const sentence = passage.sentences[at];
  return sentence ? passage.text.slice(sentence.start - passage.start, sentence.end - passage.start) : '';
}
