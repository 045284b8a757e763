// How often terms stand in some passages and in each of their sentences, read off the postings.
import { sentencesOf, type PassageTable } from './passage-table.ts';
import type { PostingList, Postings } from './postings.ts';

/** Text 0 is the passage as a whole; the others are its sentences in order. */
export interface TermCounts {
  /** One count for each term, text after text. */
  readonly counts: Uint16Array;
  /** Number of terms of each text. */
  readonly lengths: Uint32Array;
}

export interface TermCounter {
  /** Counts of `terms` for each of these rows of passages, which must be distinct, by its place among them. */
  count(rows: readonly number[], terms: readonly string[]): (place: number) => TermCounts;
}

export function createTermCounter(postings: Postings, table: PassageTable): TermCounter {
  /** Place of each row among those asked for; -1 for all others, and for all between two calls. */
  const places = new Int32Array(table.count).fill(-1);
  return {
    count(rows, terms) {
      const sheet = makeSheet(rows, terms.length, { postings, table });
      for (const [place, row] of rows.entries()) places[row] = place;
      for (const [column, term] of terms.entries()) {
        const termRow = postings.rowOfTerm.get(term);
        if (termRow !== undefined) fill(sheet, { postings, table, places, termRow, column });
      }
      for (const row of rows) places[row] = -1;
      return (place) => countsOf(sheet, place);
    },
  };
}

/** The counts of all passages asked for in one array, and where each passage's texts begin. */
interface Sheet {
  readonly width: number;
  readonly counts: Uint16Array;
  readonly lengths: Uint32Array;
  readonly firstText: Uint32Array;
}

interface Source {
  readonly postings: Postings;
  readonly table: PassageTable;
}

function makeSheet(rows: readonly number[], width: number, { postings, table }: Source): Sheet {
  const firstText = new Uint32Array(rows.length + 1);
  for (const [place, row] of rows.entries()) {
    const { from, to } = sentencesOf(table, { from: row, to: row + 1 });
    firstText[place + 1] = (firstText[place] ?? 0) + 1 + to - from;
  }
  const texts = firstText.at(-1) ?? 0;
  const lengths = new Uint32Array(texts);
  for (const [place, row] of rows.entries()) {
    const { from, to } = sentencesOf(table, { from: row, to: row + 1 });
    const text = firstText[place] ?? 0;
    lengths[text] = (postings.quotedLengths[row] ?? 0) + (postings.headingLengths[row] ?? 0);
    for (let sentence = from; sentence < to; sentence += 1)
      lengths[text + 1 + sentence - from] = postings.sentenceLengths[sentence] ?? 0;
  }
  return { width, counts: new Uint16Array(texts * width), lengths, firstText };
}

interface Column extends Source {
  readonly places: Int32Array;
  readonly termRow: number;
  readonly column: number;
}

function fill(sheet: Sheet, column: Column): void {
  fillPassages(sheet, column);
  fillSentences(sheet, column);
}

function fillPassages({ counts, firstText, width }: Sheet, { postings, places, termRow, column }: Column): void {
  const { starts, rows } = postings.passages;
  const end = starts[termRow + 1] ?? 0;
  for (let at = starts[termRow] ?? 0; at < end; at += 1) {
    const place = places[rows[at] ?? 0] ?? -1;
    if (place >= 0) counts[(firstText[place] ?? 0) * width + column] = postings.quoted[at] ?? 0;
  }
}

function fillSentences({ counts, firstText, width }: Sheet, { postings, table, places, ...term }: Column): void {
  const { starts, rows, counts: found }: PostingList = postings.sentences;
  const { passageOfSentence, firstSentence } = table;
  const end = starts[term.termRow + 1] ?? 0;
  for (let at = starts[term.termRow] ?? 0; at < end; at += 1) {
    const sentence = rows[at] ?? 0;
    const passage = passageOfSentence[sentence] ?? 0;
    const place = places[passage] ?? -1;
    if (place < 0) continue;
    const text = (firstText[place] ?? 0) + 1 + sentence - (firstSentence[passage] ?? 0);
    counts[text * width + term.column] = found[at] ?? 0;
  }
}

function countsOf({ width, counts, lengths, firstText }: Sheet, place: number): TermCounts {
  const from = firstText[place] ?? 0;
  const to = firstText[place + 1] ?? 0;
  return { counts: counts.subarray(from * width, to * width), lengths: lengths.subarray(from, to) };
}
