// Writes corpus.sqlite: documents, passages, sentences and the inverted index of their terms.
import Database from 'libsql';
import type { PassageTerms } from './corpus-terms.ts';
import type { GenerationInput, IndexedDocument, KeyedPassage } from './generation-input.ts';
import { makePostings } from './postings.ts';
import { postingsSchema, writePostings } from './stored-postings.ts';
import { knownQuestionsSchema, writeKnownQuestions } from './stored-questions.ts';

// Texts are JSON strings: libsql cuts a string at its first NUL and replaces lone surrogates, and an offset must hold to the character.
// No journal: the file is written once, in a staging folder that is thrown away when anything fails, and synced as a whole.
const schema = `
  pragma journal_mode = off;
  pragma synchronous = off;
  create table documents (ordinal integer primary key, description text not null, text text not null);
  create table sections (document integer not null, position integer not null, section text not null,
    primary key (document, position)) without rowid;
  create table passages (ordinal integer primary key, id text not null unique, document integer not null,
    section_id text, path text not null, page integer, start_at integer not null, end_at integer not null, embed_key text not null);
  create table sentences (ordinal integer primary key, passage integer not null, kind text not null,
    start_at integer not null, end_at integer not null, embed_key text not null, context_key text not null);
  create table acronyms (position integer primary key, acronym text not null);
  create table commitments (position integer primary key, row text not null);
  create table lexicon (lexicon text not null);
  create table insight (insight text not null);
`;

/** `corpus` must be the terms of the passages of `input`, in the same order. */
export function writeCorpus(path: string, input: GenerationInput, corpus: readonly PassageTerms[]): void {
  const database = new Database(path);
  try {
    database.exec(schema);
    database.exec(postingsSchema);
    database.exec(knownQuestionsSchema);
    database.exec('begin');
    writeDocuments(database, input.documents);
    writePassages(database, input.documents);
    writeSentences(database, corpus);
    writeKnownQuestions(database, corpus);
    writePostings(database, makePostings(corpus));
    writeAcronyms(database, input);
    writeCommitments(database, input);
    database.prepare('insert into lexicon values (?)').run(JSON.stringify(input.lexicon));
    database.prepare('insert into insight values (?)').run(JSON.stringify(input.insight));
    database.exec('commit');
  } finally {
    database.close();
  }
}

function writeDocuments(database: Database.Database, documents: readonly IndexedDocument[]): void {
  const insertDocument = database.prepare('insert into documents values (?, ?, ?)');
  const insertSection = database.prepare('insert into sections values (?, ?, ?)');
  for (const [ordinal, { document }] of documents.entries()) {
    const { text, sections, ...description } = document;
    insertDocument.run(ordinal, JSON.stringify(description), JSON.stringify(text));
    for (const [position, section] of sections.entries()) {
      insertSection.run(ordinal, position, JSON.stringify(section));
    }
  }
}

function writePassages(database: Database.Database, documents: readonly IndexedDocument[]): void {
  const insert = database.prepare('insert into passages values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  let ordinal = 0;
  for (const [document, { passages }] of documents.entries()) {
    for (const passage of passages) {
      insert.run(ordinal, passage.id, document, ...placeOf(passage), passage.embedKey);
      ordinal += 1;
    }
  }
}

function placeOf(passage: KeyedPassage): unknown[] {
  return [passage.sectionId, JSON.stringify(passage.section), passage.page, passage.start, passage.end];
}

function writeSentences(database: Database.Database, corpus: readonly PassageTerms[]): void {
  const insert = database.prepare('insert into sentences values (?, ?, ?, ?, ?, ?, ?)');
  let ordinal = 0;
  for (const [owner, { passage }] of corpus.entries()) {
    for (const [position, { kind, start, end }] of passage.sentences.entries()) {
      const keys = [passage.sentenceEmbedKeys[position], passage.contextEmbedKeys[position]];
      insert.run(ordinal, owner, kind, start, end, ...keys);
      ordinal += 1;
    }
  }
}

function writeAcronyms(database: Database.Database, { acronyms }: GenerationInput): void {
  const insert = database.prepare('insert into acronyms values (?, ?)');
  for (const [position, acronym] of acronyms.entries()) insert.run(position, JSON.stringify(acronym));
}

function writeCommitments(database: Database.Database, { commitments }: GenerationInput): void {
  const insert = database.prepare('insert into commitments values (?, ?)');
  for (const [position, row] of commitments.entries()) insert.run(position, JSON.stringify(row));
}
