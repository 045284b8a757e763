import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { termsOfCorpus } from '../../index/corpus-terms.ts';
import { makePostings } from '../../index/postings.ts';
import { postingsSchema, readPostings, writePostings } from '../../index/stored-postings.ts';
import { makeUpInput } from './made-up-corpus.ts';

describe('postings', () => {
  it('come back from the database as they were written, whatever a term holds', () => {
    const input = makeUpInput({ documents: 2, passages: 9 });
    const [first, ...others] = termsOfCorpus(input);
    if (!first) throw new Error('A made-up corpus has passages.');
    const odd = { ...first, body: [...first.body, '\u0000', '\ud83d', '𝒳', "'; drop table terms", ''] };
    const postings = makePostings([odd, ...others]);
    const database = new Database(':memory:');
    database.exec(postingsSchema);
    writePostings(database, postings);
    expect(readPostings(database)).toEqual(postings);
    database.close();
  });

  it('count a term that only a sentence holds, for it was cut within a word, for its passage too', () => {
    const [first] = termsOfCorpus(makeUpInput({ documents: 1, passages: 1 }));
    if (!first) throw new Error('A made-up corpus has passages.');
    const cut = { ...first, sentences: [['halfword'], ...first.sentences.slice(1)] };
    const { rowOfTerm, passages, quoted, sentences } = makePostings([cut]);
    const row = rowOfTerm.get('halfword') ?? -1;
    const at = passages.starts[row] ?? -1;
    expect([passages.rows[at], passages.counts[at], quoted[at]]).toEqual([0, 1, 1]);
    expect(sentences.rows[sentences.starts[row] ?? -1]).toBe(0);
  });
});
