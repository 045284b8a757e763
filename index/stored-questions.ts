// Known questions as they are stored: their vectors stand beside them, in a table of their own that no search goes through.
import type Database from 'libsql';
import { z } from 'zod';
import type { KnownQuestion } from '../src/domain/known-question.ts';
import type { PassageTerms } from './corpus-terms.ts';
import type { RowRange } from './row-ranges.ts';
import { bytesOf, makeRows, type VectorRows } from './vector-rows.ts';

/** One row for each question and each passage that answers it. */
export const knownQuestionsSchema = `
  create table known_questions (position integer primary key, passage integer not null, sentences text not null,
    embed_key text not null, vector blob not null);
`;

const vectorSchema = z.instanceof(Uint8Array).transform(toVector);
const questionRow = z.tuple([z.number(), z.string(), vectorSchema]);
const keyRow = z.tuple([z.string(), vectorSchema]);
const sentencesSchema = z.array(z.number());

/** `corpus` must be in the order of the passages' rows. */
export function writeKnownQuestions(database: Database.Database, corpus: readonly PassageTerms[]): void {
  const insert = database.prepare('insert into known_questions values (?, ?, ?, ?, ?)');
  let position = 0;
  for (const [ordinal, { passage }] of corpus.entries()) {
    for (const { sentences, embedKey, vector } of passage.knownQuestions) {
      insert.run(position, ordinal, JSON.stringify(sentences), embedKey, Buffer.from(bytesOf(vector)));
      position += 1;
    }
  }
}

/** Known questions in memory. */
export class StoredQuestions {
  readonly #byPassage = new Map<number, { readonly questions: KnownQuestion[]; readonly rows: RowRange }>();
  readonly #vectors: VectorRows;

  /** @param stored in the order of the passages' rows. */
  constructor(stored: readonly z.infer<typeof questionRow>[]) {
    const dimensions = stored[0]?.[2].length ?? 1;
    const { values, rows } = makeRows(stored.length, dimensions);
    this.#vectors = rows;
    for (const [row, [passage, sentences, vector]] of stored.entries()) {
      values.set(vector, row * dimensions);
      const { questions, rows: own } = this.#byPassage.get(passage) ?? { questions: [], rows: { from: row, to: row } };
      questions.push({ sentences: sentencesSchema.parse(JSON.parse(sentences)), vector: rows.read(row, row + 1) });
      this.#byPassage.set(passage, { questions, rows: { from: own.from, to: row + 1 } });
    }
  }

  /** Those that are answered by the passage in this row. */
  of(passage: number): readonly KnownQuestion[] {
    return this.#byPassage.get(passage)?.questions ?? [];
  }

  /** For each of these rows of passages the cosines with the questions that it answers, in their order. */
  cosines(passages: readonly number[], vector: Float32Array): Float64Array[] {
    const ranges = passages.map((passage) => this.#byPassage.get(passage)?.rows ?? noRows);
    const all = this.#vectors.dots(vector, ranges);
    let next = 0;
    return ranges.map(({ from, to }) => {
      const first = next;
      next += to - from;
      return all.subarray(first, next);
    });
  }
}

const noRows: RowRange = { from: 0, to: 0 };

/** The known questions of the passages, by their rows. */
export function readKnownQuestions(database: Database.Database): StoredQuestions {
  const rows = database.prepare('select passage, sentences, vector from known_questions order by position').raw().all();
  return new StoredQuestions(z.array(questionRow).parse(rows));
}

/** Their vectors by the hash of the text that they were made from. */
export function readQuestionVectors(database: Database.Database): ReadonlyMap<string, Float32Array> {
  return new Map(z.array(keyRow).parse(database.prepare('select embed_key, vector from known_questions').raw().all()));
}

/** A copy: what the database gives need not begin where a number may. */
function toVector(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
