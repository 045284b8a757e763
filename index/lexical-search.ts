// BM25 over passages and over sentences with SQLite's FTS5. Terms are encoded, so a query holds nothing but words we made.
import type Database from 'libsql';
import { z } from 'zod';
import type { TermStatistics, WeightedTerm } from '../src/ports.ts';
import { anyOfTerms } from './encode-term.ts';

/** A term in a heading counts twice: headings name the topic (the weight that the index was specified with). */
const headingWeight = 2;
/** Weights are told apart to one decimal: terms of one weight are matched together. */
const weightSteps = 10;

export interface LexicalRequest {
  readonly terms: readonly WeightedTerm[];
  /** Rows of the documents to search, or null for all. */
  readonly documents: readonly number[] | null;
  readonly limit: number;
}

export interface LexicalSearch {
  /** Rows of the passages that hold a term in their text or heading, best first. */
  passages(request: LexicalRequest): readonly number[];
  /** Rows of the passages of which a sentence holds a term, the one with the best sentence first. */
  passagesBySentence(request: LexicalRequest): readonly number[];
  statistics(terms: readonly string[]): TermStatistics;
  /** All terms, with the number of passages that hold each. */
  vocabulary(): ReadonlyMap<string, number>;
}

export function createLexicalSearch(database: Database.Database): LexicalSearch {
  const prepare = cachedPreparation(database);
  const totals = z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .parse(database.prepare('select * from totals').raw().get());
  const find = (toQuery: ToQuery, request: LexicalRequest): number[] => {
    const groups = groupByWeight(request.terms);
    if (groups.length === 0 || request.documents?.length === 0) return [];
    const statement = prepare(toQuery(groups.length, request.documents !== null));
    const rows = statement.all(...groups.flat(), ...filterOf(request), Math.max(0, Math.floor(request.limit)));
    return z
      .array(rowNumber)
      .parse(rows)
      .map(([row]) => row);
  };
  return {
    passages: (request) => find(passageQuery, request),
    passagesBySentence: (request) => find(sentenceQuery, request),
    vocabulary: () => new Map(z.array(vocabularyRow).parse(prepare(vocabularyQuery).all())),
    statistics: (terms) => ({
      passages: totals[0],
      sentences: totals[1],
      averagePassageLength: totals[2],
      averageSentenceLength: totals[3],
      ...frequenciesOf(terms, prepare(frequencyQuery).all(JSON.stringify(terms))),
    }),
  };
}

/** Makes the query for so many groups of terms, with or without a document filter. */
type ToQuery = (groups: number, filtered: boolean) => string;

const rowNumber = z.tuple([z.number()]).rest(z.unknown());
const frequencyRows = z.array(z.tuple([z.string(), z.number(), z.number()]));
const vocabularyRow = z.tuple([z.string(), z.number()]);
const vocabularyQuery = 'select term, passages from term_frequencies order by term';
const frequencyQuery =
  'select term, passages, sentences from term_frequencies where term in (select value from json_each(?))';

function filterOf({ documents }: LexicalRequest): string[] {
  return documents === null ? [] : [JSON.stringify(documents)];
}

// BM25 is a sum over terms, so the weighted sum over groups of equal weight is BM25 with a weight for each term.
// FTS5 gives better matches smaller, negative scores. `materialized`, because bm25() refuses to run inside an aggregate.
function withScores(table: string, bm25: string, groups: number): string {
  const group = `select rowid as row, ? * ${bm25} as part from ${table} where ${table} match ?`;
  return `with parts as materialized (${Array.from({ length: groups }, () => group).join(' union all ')}),
    scores as (select row, sum(part) as score from parts group by row)`;
}

function passageQuery(groups: number, filtered: boolean): string {
  return `${withScores('passage_terms', `bm25(passage_terms, ${headingWeight}, 1)`, groups)}
    select ordinal from scores join passages on ordinal = row ${filterClause(filtered)} order by score, id limit ?`;
}

function sentenceQuery(groups: number, filtered: boolean): string {
  return `${withScores('sentence_terms', 'bm25(sentence_terms)', groups)}
    select passage, min(score) as best from scores
    join sentences on sentences.ordinal = row join passages on passages.ordinal = passage
    ${filterClause(filtered)} group by passage order by best, id limit ?`;
}

function filterClause(filtered: boolean): string {
  return filtered ? 'where document in (select value from json_each(?))' : '';
}

/** Pairs of a weight and the query for all terms of that weight, the heaviest first. */
function groupByWeight(terms: readonly WeightedTerm[]): [weight: number, query: string][] {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) {
    const step = Math.max(1, Math.round(weight * weightSteps)) / weightSteps;
    if (weight > 0 && Number.isFinite(weight)) weights.set(term, Math.max(step, weights.get(term) ?? 0));
  }
  return [...new Set(weights.values())]
    .toSorted((a, b) => b - a)
    .map((weight) => [weight, anyOfTerms([...weights.keys()].filter((term) => weights.get(term) === weight))]);
}

/** A term that occurs nowhere has the frequency 0. */
function frequenciesOf(
  terms: readonly string[],
  rows: unknown,
): Pick<TermStatistics, 'passageFrequency' | 'sentenceFrequency'> {
  const found = new Map(frequencyRows.parse(rows).map(([term, ...frequencies]) => [term, frequencies]));
  return {
    passageFrequency: new Map(terms.map((term) => [term, found.get(term)?.[0] ?? 0])),
    sentenceFrequency: new Map(terms.map((term) => [term, found.get(term)?.[1] ?? 0])),
  };
}

/** Statements are few (by number of groups, with a filter or without) and costly to prepare, so each is kept. */
function cachedPreparation(database: Database.Database): (query: string) => Database.Statement {
  const statements = new Map<string, Database.Statement>();
  return (query) => {
    const statement = statements.get(query) ?? database.prepare(query).raw();
    statements.set(query, statement);
    return statement;
  };
}
