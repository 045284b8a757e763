// What of a question stands in some passages: counts from the postings and cosines from the vectors, text by text.
import type { MeasuredQuery, PassageMeasures } from '../src/ports.ts';
import type { Cosines } from './cosines.ts';
import { vectorRowsOf, type PassageTable } from './passage-table.ts';
import type { RowRange } from './row-ranges.ts';
import type { StoredQuestions } from './stored-questions.ts';
import type { TermCounter } from './term-counts.ts';

interface Sources {
  readonly table: PassageTable;
  readonly terms: TermCounter;
  readonly cosines: Cosines;
  readonly knownQuestions: StoredQuestions;
}

/** The measures of these rows of passages, each given once, in their order. */
export function measurePassages(rows: readonly number[], query: MeasuredQuery, sources: Sources): PassageMeasures[] {
  const countsOf = sources.terms.count(rows, query.terms);
  const cosines = query.vector ? cosinesOf(rows, query.vector, sources) : [];
  const known = query.vector ? sources.knownQuestions.cosines(rows, query.vector) : [];
  return rows.map((_, place) => {
    const { counts, lengths } = countsOf(place);
    const { cosines: own, contextCosines } = cosines[place] ?? noCosines;
    return { counts, lengths, cosines: own, contextCosines, knownCosines: known[place] ?? noCosines.cosines };
  });
}

type PassageCosines = Pick<PassageMeasures, 'cosines' | 'contextCosines'>;

const noCosines: PassageCosines = { cosines: new Float64Array(0), contextCosines: new Float64Array(0) };

function cosinesOf(rows: readonly number[], vector: Float32Array, { table, cosines }: Sources): PassageCosines[] {
  const ranges: RowRange[] = [];
  for (const row of rows) {
    const { own, sentences, contexts } = vectorRowsOf(table, row);
    ranges.push(own, sentences, contexts);
  }
  // One array for all: hundreds of small ones would cost more than the sums.
  const all = cosines.of(vector, ranges);
  let next = 0;
  return rows.map((row) => {
    const first = next;
    const size = (table.firstSentence[row + 1] ?? 0) - (table.firstSentence[row] ?? 0);
    next += 1 + 2 * size;
    return { cosines: all.subarray(first, first + 1 + size), contextCosines: all.subarray(first + 1 + size, next) };
  });
}
