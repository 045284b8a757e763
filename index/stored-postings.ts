// The inverted index as it lies in corpus.sqlite: one blob for each of its arrays, little-endian as in memory.
import type Database from 'libsql';
import { z } from 'zod';
import type { PostingList, Postings } from './postings.ts';

export const postingsSchema = `
  create table terms (ordinal integer primary key, term text not null);
  create table postings (name text primary key, content blob not null);
`;

export function writePostings(database: Database.Database, postings: Postings): void {
  const insertTerm = database.prepare('insert into terms values (?, ?)');
  for (const [term, ordinal] of postings.rowOfTerm) insertTerm.run(ordinal, JSON.stringify(term));
  const insert = database.prepare('insert into postings values (?, ?)');
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(arraysOf(postings)))
    insert.run(name, Buffer.from(buffer, byteOffset, byteLength));
}

export function readPostings(database: Database.Database): Postings {
  const terms = z
    .array(z.tuple([z.string()]))
    .parse(database.prepare('select term from terms order by ordinal').raw().all());
  const rows = z
    .array(z.tuple([z.string(), z.instanceof(Uint8Array)]))
    .parse(database.prepare('select name, content from postings').raw().all());
  const blobs = new Map(rows);
  const bytes = (name: keyof Arrays): ArrayBuffer => {
    const blob = blobs.get(name);
    if (!blob) throw new Error(`The index has no ${name}.`);
    // A copy of its own, for a blob may begin anywhere in memory and numbers may not.
    return Uint8Array.from(blob).buffer;
  };
  const list = (kind: 'passage' | 'sentence'): PostingList => ({
    starts: new Uint32Array(bytes(`${kind}Starts`)),
    rows: new Uint32Array(bytes(`${kind}Rows`)),
    counts: new Uint16Array(bytes(`${kind}Counts`)),
  });
  return {
    rowOfTerm: new Map(terms.map(([term], row) => [z.string().parse(JSON.parse(term)), row])),
    passages: list('passage'),
    quoted: new Uint16Array(bytes('quotedCounts')),
    sentences: list('sentence'),
    bodyLengths: new Uint32Array(bytes('bodyLengths')),
    headingLengths: new Uint32Array(bytes('headingLengths')),
    quotedLengths: new Uint32Array(bytes('quotedLengths')),
    sentenceLengths: new Uint32Array(bytes('sentenceLengths')),
  };
}

type Arrays = ReturnType<typeof arraysOf>;

function arraysOf({ passages, sentences, quoted, ...lengths }: Postings) {
  return {
    passageStarts: passages.starts,
    passageRows: passages.rows,
    passageCounts: passages.counts,
    quotedCounts: quoted,
    sentenceStarts: sentences.starts,
    sentenceRows: sentences.rows,
    sentenceCounts: sentences.counts,
    bodyLengths: lengths.bodyLengths,
    headingLengths: lengths.headingLengths,
    quotedLengths: lengths.quotedLengths,
    sentenceLengths: lengths.sentenceLengths,
  };
}
