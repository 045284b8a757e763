// Ranks passages by their words: BM25 of the whole passage, and BM25 of its best sentence. Both only propose; retrieval scores again.
import type { TermStatistics, WeightedTerm } from '../src/ports.ts';
import { bestRows } from './best-rows.ts';
import { sentencesOf, type PassageTable } from './passage-table.ts';
import type { Postings } from './postings.ts';
import type { RowRange } from './row-ranges.ts';
import { BestSentenceScores, frequencyOf, TextScores, type QueryTerm, type Scores } from './text-scores.ts';

/** Weights are told apart to one decimal. */
const weightSteps = 10;

export interface LexicalRequest {
  readonly terms: readonly WeightedTerm[];
  /** Rows of the passages to search, in order and without overlap. */
  readonly within: readonly RowRange[];
  readonly limit: number;
}

export interface LexicalSearch {
  /** Rows of the passages that hold a term in their text or heading, best first. */
  passages(request: LexicalRequest): readonly number[];
  /** Rows of the passages of which a sentence holds a term, the one with the best sentence first. */
  passagesBySentence(request: LexicalRequest): readonly number[];
  statistics(terms: readonly string[]): TermStatistics;
  /** Number of passages that hold each term. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

export function createLexicalSearch(postings: Postings, table: PassageTable): LexicalSearch {
  const passages = new TextScores(postings.passages, wholeLengths(postings));
  const sentences = new TextScores(postings.sentences, postings.sentenceLengths);
  const bySentence = new BestSentenceScores(table.passageOfSentence, table.count);
  const inOrder = ({ found, scores }: Scores, limit: number): number[] =>
    bestRows(found, limit, { scores, ties: table.placeById });
  return {
    passages: ({ terms, within, limit }) => inOrder(passages.of(toQuery(terms, postings), within), limit),
    passagesBySentence: ({ terms, within, limit }) => {
      const rows = within.map((range) => sentencesOf(table, range));
      return inOrder(bySentence.of(sentences.of(toQuery(terms, postings), rows)), limit);
    },
    statistics: statisticsOf(postings),
    vocabulary: new Map(
      [...postings.rowOfTerm].map(([term, row]) => [term, frequencyOf(postings.passages, row)] as const),
    ),
  };
}

function wholeLengths({ bodyLengths, headingLengths }: Postings): Uint32Array {
  return bodyLengths.map((length, row) => length + (headingLengths[row] ?? 0));
}

/** Terms that occur, each once with its highest weight, the heaviest first. */
function toQuery(terms: readonly WeightedTerm[], { rowOfTerm }: Postings): QueryTerm[] {
  const weights = new Map<number, number>();
  for (const { term, weight } of terms) {
    const row = rowOfTerm.get(term);
    if (row === undefined || !(weight > 0) || !Number.isFinite(weight)) continue;
    const step = Math.max(1, Math.round(weight * weightSteps)) / weightSteps;
    weights.set(row, Math.max(step, weights.get(row) ?? 0));
  }
  return [...weights].map(([row, weight]) => ({ row, weight })).toSorted((a, b) => b.weight - a.weight);
}

function statisticsOf(postings: Postings): LexicalSearch['statistics'] {
  const { rowOfTerm, bodyLengths, sentenceLengths } = postings;
  const totals = {
    passages: bodyLengths.length,
    sentences: sentenceLengths.length,
    averagePassageLength: average(bodyLengths),
    averageSentenceLength: average(sentenceLengths),
  };
  const frequencies = (list: Postings['passages'], terms: readonly string[]): Map<string, number> =>
    new Map(
      terms.map((term) => {
        const row = rowOfTerm.get(term);
        return [term, row === undefined ? 0 : frequencyOf(list, row)];
      }),
    );
  return (terms) => ({
    ...totals,
    passageFrequency: frequencies(postings.passages, terms),
    sentenceFrequency: frequencies(postings.sentences, terms),
  });
}

function average(lengths: Uint32Array): number {
  return lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}
