// Which row is which passage, document and sentence. Rows stand in reading order, document after document.
import type { DocumentId, PassageId } from '../src/domain/ids.ts';
import type { Corpus } from './read-corpus.ts';
import { tidyRanges, type RowRange } from './row-ranges.ts';

export interface PassageTable {
  /** Number of passages. */
  readonly count: number;
  readonly rowOf: ReadonlyMap<PassageId, number>;
  readonly passageOfSentence: Int32Array;
  /** Row of each passage's first sentence; one entry more says where the last passage ends. */
  readonly firstSentence: Uint32Array;
  /** Place of each passage among all, sorted by id: what decides between equals. */
  readonly placeById: Uint32Array;
  /** Rows of the passages of a document; none of one that is not here. */
  rangeOf(document: DocumentId): RowRange;
  /** Rows of the passages of these documents; null stands for all. */
  rangesOf(documents: readonly DocumentId[] | null): readonly RowRange[];
}

export function createPassageTable({ documents, passages, passageOfSentence }: Corpus): PassageTable {
  const ranges = new Map<DocumentId, RowRange>();
  for (const [row, { document }] of passages.entries()) {
    const id = documents[document]?.id;
    if (id !== undefined) ranges.set(id, { from: ranges.get(id)?.from ?? row, to: row + 1 });
  }
  const rangeOf = (document: DocumentId): RowRange => ranges.get(document) ?? { from: 0, to: 0 };
  return {
    count: passages.length,
    rowOf: new Map(passages.map(({ passage }, row) => [passage.id, row])),
    passageOfSentence,
    firstSentence: Uint32Array.from([...passages.map(({ firstSentence }) => firstSentence), passageOfSentence.length]),
    placeById: placesById(passages.map(({ passage }) => passage.id)),
    rangeOf,
    rangesOf: (wanted) =>
      tidyRanges(wanted ? wanted.map(rangeOf) : [{ from: 0, to: passages.length }], passages.length),
  };
}

/** Rows of the vector table that belong to a passage: it counts all passages first, then all sentences, then all in context. */
export interface VectorRanges {
  readonly own: RowRange;
  readonly sentences: RowRange;
  readonly contexts: RowRange;
}

export function vectorRowsOf(table: PassageTable, row: number): VectorRanges {
  const own = { from: row, to: row + 1 };
  const { from, to } = sentencesOf(table, own);
  const sentences = table.count;
  const contexts = sentences + table.passageOfSentence.length;
  return {
    own,
    sentences: { from: sentences + from, to: sentences + to },
    contexts: { from: contexts + from, to: contexts + to },
  };
}

/** Rows of the sentences of these passages. */
export function sentencesOf({ firstSentence }: PassageTable, { from, to }: RowRange): RowRange {
  return { from: firstSentence[from] ?? 0, to: firstSentence[to] ?? 0 };
}

function placesById(ids: readonly PassageId[]): Uint32Array {
  const sorted = ids.map((id, row) => ({ id, row })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const places = new Uint32Array(ids.length);
  for (const [place, { row }] of sorted.entries()) places[row] = place;
  return places;
}
