// The ranking by postings against the formula applied to every text in turn.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsOfCorpus } from '../../index/corpus-terms.ts';
import type { PassageTerms } from '../../index/corpus-terms.ts';
import { createLexicalSearch } from '../../index/lexical-search.ts';
import { StoredQuestions } from '../../index/stored-questions.ts';
import { createPassageTable } from '../../index/passage-table.ts';
import { makePostings } from '../../index/postings.ts';
import { emptyInsight } from '../../src/domain/insight.ts';
import { emptyLexicon } from '../../src/domain/lexicon.ts';
import type { WeightedTerm } from '../../src/ports.ts';
import { makeUpInput } from './made-up-corpus.ts';

const input = makeUpInput({ documents: 3, passages: 14, seed: 4 });
const corpus = termsOfCorpus(input);
const passages = input.documents.flatMap((each, document) =>
  each.passages.map((passage) => ({ passage, document, firstSentence: 0 })),
);
let next = 0;
const stored = passages.map((each) => {
  const firstSentence = next;
  next += each.passage.sentences.length;
  return { ...each, firstSentence };
});
const table = createPassageTable({
  documents: input.documents.map(({ document }) => document),
  passages: stored,
  passageOfSentence: Int32Array.from(stored.flatMap(({ passage }, row) => passage.sentences.map(() => row))),
  knownQuestions: new StoredQuestions([]),
  acronyms: [],
  commitments: [],
  lexicon: emptyLexicon,
  insight: emptyInsight,
});
const search = createLexicalSearch(makePostings(corpus), table);

/** The terms of a text; in a passage those of the headings twice. */
interface Text {
  readonly terms: readonly string[];
  readonly length: number;
}

function bm25(query: readonly WeightedTerm[], text: Text, all: readonly Text[]): number {
  const average = all.reduce((sum, { length }) => sum + length, 0) / all.length;
  return query.reduce((sum, { term, weight }) => {
    const holding = all.filter(({ terms }) => terms.includes(term)).length;
    const rarity = Math.max(1e-6, Math.log((all.length - holding + 0.5) / (holding + 0.5)));
    const count = text.terms.filter((each) => each === term).length;
    return sum + (weight * rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * text.length) / average));
  }, 0);
}

const whole = corpus.map(({ heading, body }): Text => ({
  terms: [...heading, ...heading, ...body],
  length: heading.length + body.length,
}));
const sentences = corpus.flatMap((each) => each.sentences.map((terms): Text => ({ terms, length: terms.length })));

function bestSentence(query: readonly WeightedTerm[], { passage }: PassageTerms): number {
  const first = table.firstSentence[table.rowOf.get(passage.id) ?? -1] ?? 0;
  return Math.max(
    ...passage.sentences.map((_, at) => bm25(query, sentences[first + at] ?? { terms: [], length: 0 }, sentences)),
  );
}

const vocabulary = [...new Set(corpus.flatMap(({ body, heading }) => [...heading, ...body]))];
const query = fc.uniqueArray(
  fc.record({
    term: fc.constantFrom(...vocabulary, 'nowhere'),
    weight: fc.constantFrom(1, 0.6, 0.4),
  }),
  { maxLength: 6, selector: ({ term }) => term },
);

/** Rows with a score, best first; equal ones by id. */
function ranked(scores: readonly number[], rows: readonly number[]): number[] {
  const rounded = scores.map((score) => Number(score.toPrecision(12)));
  return rows
    .filter((row) => (scores[row] ?? 0) > 0)
    .toSorted((a, b) => (rounded[b] ?? 0) - (rounded[a] ?? 0) || (table.placeById[a] ?? 0) - (table.placeById[b] ?? 0));
}

describe('the lexical ranking', () => {
  it('is BM25 of each passage, and of its best sentence, within the documents asked for', () => {
    fc.assert(
      fc.property(query, fc.subarray([0, 1, 2]), fc.integer({ min: 0, max: 50 }), (terms, documents, limit) => {
        const within = table.rangesOf(documents.flatMap((each) => input.documents[each]?.document.id ?? []));
        const rows = within.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at));
        const byPassage = whole.map((text) => bm25(terms, text, whole));
        expect(search.passages({ terms, within, limit })).toEqual(ranked(byPassage, rows).slice(0, limit));
        const bySentence = corpus.map((passage) => bestSentence(terms, passage));
        expect(search.passagesBySentence({ terms, within, limit })).toEqual(ranked(bySentence, rows).slice(0, limit));
      }),
      { numRuns: 150 },
    );
  });

  it('leaves nothing behind for the next question', () => {
    const within = table.rangesOf(null);
    const ask = (term: string): readonly number[] =>
      search.passages({ terms: [{ term, weight: 1 }], within, limit: 99 });
    const before = ask('knife');
    for (const term of vocabulary) ask(term);
    expect(ask('knife')).toEqual(before);
    expect(ask('nowhere')).toEqual([]);
  });
});
