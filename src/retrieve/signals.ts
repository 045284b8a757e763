// What speaks for a passage: each signal is one number, larger is better; fusing them is another file's work.
import type { Plan } from '../domain/plan.ts';
import type { IndexedPassage, TermStatistics } from '../ports.ts';
import type { BagReader } from './bags.ts';
import { bm25, coverage } from './bm25.ts';
import type { Collection } from './bm25.ts';

export const signalNames = [
  'passageLexical', // BM25+ of the whole passage, heading counted twice
  'sentenceLexical', // best BM25+ of one sentence: finds the line that answers
  'coverage', // share of the asker's words that stand in it
  'passageDense', // cosine with the passage under its headings: finds the topic
  'sentenceDense', // best cosine with one sentence
  'secondSentenceDense', // next best: a passage that speaks of it more than once
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
  return { ...lexicalSignals(passage, context), ...denseSignals(passage, context.vector) };
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
    coverage: coverage(plan.terms, bags.passage, passages),
  };
}

function denseSignals(passage: IndexedPassage, vector: Float32Array | null) {
  if (!vector) return { passageDense: 0, sentenceDense: 0, secondSentenceDense: 0 };
  let best = 0;
  let second = 0;
  for (const sentence of passage.sentenceVectors) {
    const similarity = dot(vector, sentence);
    if (similarity > best) [best, second] = [similarity, best];
    else if (similarity > second) second = similarity;
  }
  return { passageDense: dot(vector, passage.vector), sentenceDense: best, secondSentenceDense: second };
}

/** Cosine of two unit vectors. */
export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
