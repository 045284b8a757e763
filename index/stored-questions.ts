// Known questions as they are stored: their vectors stand beside them and not among those that are searched.
import type Database from 'libsql';
import { z } from 'zod';
import type { KnownQuestion } from '../src/domain/known-question.ts';
import type { PassageTerms } from './corpus-terms.ts';
import { bytesOf } from './vector-rows.ts';

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

/** The known questions of each passage, by its row. */
export function readKnownQuestions(database: Database.Database): ReadonlyMap<number, readonly KnownQuestion[]> {
  const rows = database.prepare('select passage, sentences, vector from known_questions order by position').raw().all();
  const questions = new Map<number, KnownQuestion[]>();
  for (const [passage, sentences, vector] of z.array(questionRow).parse(rows)) {
    const own = questions.get(passage) ?? [];
    own.push({ sentences: sentencesSchema.parse(JSON.parse(sentences)), vector });
    questions.set(passage, own);
  }
  return questions;
}

/** Their vectors by the hash of the text that they were made from. */
export function readQuestionVectors(database: Database.Database): ReadonlyMap<string, Float32Array> {
  return new Map(z.array(keyRow).parse(database.prepare('select embed_key, vector from known_questions').raw().all()));
}

/** A copy: what the database gives need not begin where a number may. */
function toVector(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}
