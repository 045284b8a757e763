// What speaks for a passage: each signal is one number, larger is better; fusing them is another file's work.
import type { Passage } from '../domain/passage.ts';
import type { Plan } from '../domain/plan.ts';
import type { PassageMeasures, TermStatistics } from '../ports.ts';
import { kindTest, sentencesThat } from '../text/sentence-tests.ts';
import { createBm25 } from './bm25.ts';

export const signalNames = [
  'passageLexical', // BM25+ of the whole passage, heading counted twice
  'sentenceLexical', // best BM25+ of one sentence: finds the line that answers
  'passageDense', // cosine with the passage under its headings: finds the topic
  'sentenceDense', // best cosine with one sentence
  'contextDense', // best cosine with a sentence between its neighbours: for "This will cost £5m"
  'knownDense', // best cosine with a question that is known to be answered there
  'askedDense', // best cosine with a sentence that holds a thing of the kind asked for
] as const;
export type SignalName = (typeof signalNames)[number];
export type Signals = Readonly<Record<SignalName, number>>;

// From retrieval trials on this corpus: b .7 for passages and .5 for sentences, k1 1.2, delta .5.
const passageOptions = { k1: 1.2, b: 0.7, delta: 0.5 };
const sentenceOptions = { k1: 1.2, b: 0.5, delta: 0.5 };

/** Gives the signals of passages for one plan. Without a vector the dense ones are 0. */
export function createSignals(
  plan: Plan,
  statistics: TermStatistics,
): (passage: Passage, measures: PassageMeasures) => Signals {
  const lexical = createLexicalSignals(plan, statistics);
  return (passage, measures) => {
    const { passageLexical, sentenceLexical } = lexical(measures);
    const { cosines, contextCosines, knownCosines } = measures;
    return {
      passageLexical,
      sentenceLexical,
      passageDense: cosines[0] ?? 0,
      sentenceDense: largestFrom(1, cosines),
      contextDense: largestFrom(0, contextCosines),
      knownDense: largestFrom(0, knownCosines),
      askedDense: cosines.length === 0 ? 0 : askedDense(passage, cosines, plan),
    };
  };
}

function createLexicalSignals({ terms }: Plan, statistics: TermStatistics) {
  const ofPassage = createBm25(
    terms,
    {
      size: statistics.passages,
      averageLength: statistics.averagePassageLength,
      frequency: statistics.passageFrequency,
    },
    passageOptions,
  );
  const ofSentence = createBm25(
    terms,
    {
      size: statistics.sentences,
      averageLength: statistics.averageSentenceLength,
      frequency: statistics.sentenceFrequency,
    },
    sentenceOptions,
  );
  return ({ counts, lengths }: PassageMeasures) => {
    let sentenceLexical = 0;
    for (let text = 1; text < lengths.length; text += 1)
      sentenceLexical = Math.max(sentenceLexical, ofSentence(counts, text * terms.length, lengths[text] ?? 0));
    return { passageLexical: ofPassage(counts, 0, lengths[0] ?? 0), sentenceLexical };
  };
}

function askedDense(passage: Passage, cosines: Float64Array, { asks }: Plan): number {
  if (asks === null) return largestFrom(1, cosines);
  const holding = sentencesThat(passage, kindTest(asks));
  let largest = 0;
  for (let at = 0; at < holding.length; at += 1) {
    if (holding[at] === 1) largest = Math.max(largest, cosines[at + 1] ?? 0);
  }
  return largest;
}

/** The largest value from a place on; 0 where none is above it. */
function largestFrom(first: number, values: Float64Array): number {
  let largest = 0;
  for (let at = first; at < values.length; at += 1) largest = Math.max(largest, values[at] ?? 0);
  return largest;
}
