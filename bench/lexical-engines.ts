// MiniSearch, SQLite FTS5 and our own postings side by side, at the size of the corpus and at 100,000 passages: which should carry the
// lexical index?
// Prints one table. Ranking is measured on the development questions with nothing but the engine's own score.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { documentIdOf } from '../ingest/catalogue.ts';
import { packPassages } from '../ingest/passages.ts';
import { readStructure } from '../ingest/structure.ts';
import { bestRows } from '../index/best-rows.ts';
import { makePostings } from '../index/postings.ts';
import { TextScores } from '../index/text-scores.ts';
import { percentile } from './percentile.ts';
import { normalise } from '../src/eval/normalise.ts';
import { readQuestions } from '../src/eval/questions.ts';
import type { Question } from '../src/eval/questions.ts';
import { terms } from '../src/text/tokens.ts';

interface Entry {
  readonly id: number;
  readonly document: string;
  readonly heading: string;
  readonly body: string;
}

interface Engine {
  readonly name: string;
  /** Ids of the best ten, best first. */
  search(query: readonly string[]): number[];
  /** Bytes as saved. */
  readonly bytes: number;
  close(): void;
}

const corpus = new URL('../corpus/', import.meta.url).pathname;
const questionsFile = new URL('../test/quality/questions/dev.jsonl', import.meta.url).pathname;

/** The corpus's own passages; beyond them, passages resampled from its sentences. */
function entriesOf(size: number): Entry[] {
  const own = readdirSync(corpus)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => {
      const text = readFileSync(join(corpus, file), 'utf8');
      return packPassages(documentIdOf(file), text, readStructure(text));
    })
    .map(({ documentId, section, text }, id) => ({ id, document: documentId, heading: section.join(' '), body: text }));
  const sentences = own.flatMap(({ body }) => body.split(/(?<=[.!?])\s+/u));
  const more = Array.from({ length: Math.max(0, size - own.length) }, (_, index) => {
    // A fixed stride through the sentences makes every run the same.
    const body = Array.from(
      { length: 4 },
      (__, part) => sentences[(index * 7919 + part * 104_729) % sentences.length] ?? '',
    ).join(' ');
    return { id: own.length + index, document: 'resampled', heading: '', body };
  });
  return [...own, ...more].slice(0, Math.max(size, own.length));
}

function openMiniSearch(entries: readonly Entry[]): Engine {
  const engine = new MiniSearch<Entry>({
    fields: ['heading', 'body'],
    tokenize: (text) => terms(text),
    processTerm: (term) => term,
    searchOptions: { boost: { heading: 2 }, tokenize: (text) => text.split(' ') },
  });
  engine.addAll(entries);
  const bytes = entries.length > 20_000 ? Number.NaN : JSON.stringify(engine).length;
  return {
    name: 'minisearch',
    search: (query) =>
      engine
        .search(query.join(' '))
        .slice(0, 10)
        .map((hit) => z.number().parse(hit.id)),
    bytes,
    close: () => undefined,
  };
}

function openFts5(entries: readonly Entry[]): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'bluelamp-bench-'));
  const file = join(folder, 'terms.sqlite');
  const database = new Database(file);
  database.exec(
    "pragma journal_mode = off; create virtual table t using fts5 (heading, body, content = '', tokenize = 'unicode61'); begin",
  );
  const insert = database.prepare('insert into t (rowid, heading, body) values (?, ?, ?)');
  for (const entry of entries) insert.run(entry.id, encodeTerms(terms(entry.heading)), encodeTerms(terms(entry.body)));
  database.exec("commit; insert into t (t) values ('optimize')");
  const query = database.prepare('select rowid from t where t match ? order by bm25(t, 2, 1) limit 10').raw();
  return {
    name: 'fts5 (libsql)',
    search: (found) =>
      z
        .array(z.tuple([z.number()]))
        .parse(query.all([...new Set(found)].map(encodeTerm).join(' OR ')))
        .map(([id]) => id),
    bytes: statSync(file).size,
    close: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A term as one word of plain letters and digits, so that none is a word of FTS5's query language. */
function encodeTerm(term: string): string {
  return /^[a-z0-9]+$/u.test(term) ? `t${term}` : `x${Buffer.from(term).toString('hex')}`;
}

function encodeTerms(found: readonly string[]): string {
  return found.map(encodeTerm).join(' ');
}

function openPostings(entries: readonly Entry[]): Engine {
  const postings = makePostings(
    entries.map(({ heading, body }) => ({
      heading: terms(heading),
      body: terms(body),
      sentences: [],
      passage: { sentences: [] },
    })),
  );
  const { passages, rowOfTerm, bodyLengths, headingLengths } = postings;
  const scores = new TextScores(
    passages,
    bodyLengths.map((length, row) => length + (headingLengths[row] ?? 0)),
  );
  const within = [{ from: 0, to: entries.length }];
  const ties = bodyLengths.map((_, row) => row);
  const arrays = [passages.starts, passages.rows, passages.counts, bodyLengths, headingLengths];
  return {
    name: 'postings',
    search: (query) => {
      const rows = [...new Set(query)].flatMap((term) => rowOfTerm.get(term) ?? []);
      const { found, scores: byRow } = scores.of(
        rows.map((row) => ({ row, weight: 1 })),
        within,
      );
      return bestRows(found, 10, { scores: byRow, ties });
    },
    bytes: arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) + JSON.stringify([...rowOfTerm.keys()]).length,
    close: () => undefined,
  };
}

/** Share of the evidence groups met within the first five passages. */
function recallAt5(engine: Engine, entries: readonly Entry[], questions: readonly Question[]): number {
  const groups = questions.flatMap(({ turns, evidence }) =>
    evidence.map((group) => ({ question: turns.at(-1) ?? '', group })),
  );
  const met = groups.filter(({ question, group }) => {
    const found = engine
      .search(terms(question))
      .slice(0, 5)
      .map((id) => entries[id]);
    const wanted = group.any.map(normalise);
    return found.some(
      (entry) =>
        entry?.document.startsWith(group.doc) === true && wanted.some((words) => normalise(entry.body).includes(words)),
    );
  });
  return met.length / groups.length;
}

function measure(
  open: (entries: readonly Entry[]) => Engine,
  entries: readonly Entry[],
  questions: readonly Question[],
): string {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const engine = open(entries);
  const buildSeconds = (performance.now() - started) / 1000;
  const queries = questions.map(({ turns }) => terms(turns.at(-1) ?? ''));
  for (const query of queries) engine.search(query);
  const times = queries.map((query) => {
    const from = performance.now();
    engine.search(query);
    return performance.now() - from;
  });
  // What is left of building it is not the engine's.
  globalThis.gc?.();
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  const recall = recallAt5(engine, entries, questions);
  const row = [
    String(entries.length).padStart(7),
    engine.name.padEnd(14),
    `${buildSeconds.toFixed(2)} s`.padStart(9),
    `${percentile(times, 0.5).toFixed(2)} ms`.padStart(10),
    `${percentile(times, 0.95).toFixed(2)} ms`.padStart(10),
    `${memory.toFixed(0)} MB`.padStart(8),
    `${(engine.bytes / 2 ** 20).toFixed(1)} MB`.padStart(9),
    `${(recall * 100).toFixed(1)} %`.padStart(9),
  ].join('  ');
  engine.close();
  return row;
}

const engines = { minisearch: openMiniSearch, fts5: openFts5, postings: openPostings } as const;
const sizes = [432, 100_000];
const [name, size] = process.argv.slice(2);

if (name === undefined) {
  console.log('passages  engine            build     query p50        p95    memory     saved  recall@5');
  // Each in a process of its own, or the memory of one would be counted with the other's.
  for (const count of sizes) {
    for (const engine of Object.keys(engines)) {
      const own = spawnSync(process.execPath, [
        ...process.execArgv,
        fileURLToPath(import.meta.url),
        engine,
        String(count),
      ]);
      process.stdout.write(own.stdout);
    }
  }
} else {
  const open = Object.entries(engines).find(([engine]) => engine === name)?.[1] ?? openPostings;
  const questions = readQuestions(readFileSync(questionsFile, 'utf8')).filter(({ evidence }) => evidence.length > 0);
  console.log(measure(open, entriesOf(Number(size)), questions));
}
