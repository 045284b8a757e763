// The same retrieval over more passages than the project has.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGeneration } from '../index/build.ts';
import { openIndex } from '../index/open.ts';
import { publishGeneration } from '../index/publish.ts';
import { createTurns } from '../src/chat/turn.ts';
import { readQuestions } from '../src/eval/questions.ts';
import type { PassageIndex } from '../src/ports.ts';
import { inMilliseconds, latenciesOf } from './latencies.ts';
import type { Latencies } from './latencies.ts';
import { openCorpus } from './opened-corpus.ts';
import type { OpenedCorpus } from './opened-corpus.ts';
import { latencyColumns, latencyRow, printTable } from './report.ts';
import { resample } from './resampled-corpus.ts';

const log = (): void => undefined;
/** A search of 100,000 passages without a graph takes long enough that some hundred tell. */
const asked = 100;

/** @param sizes in passages. Without a graph they are scanned exactly, which is what serves where hnswlib is missing. */
export async function measureScale({ sizes, graph }: { sizes: readonly number[]; graph: boolean }): Promise<void> {
  const corpus = await openCorpus();
  const own = await measureSearches(corpus, corpus.index, "the project's own");
  const measured = [own];
  for (const size of sizes) measured.push(await measureSize(corpus, size, graph));
  printTable(
    'Search over more passages, one after another',
    latencyColumns,
    measured.flatMap(({ rows }) => rows),
  );
  printTable(
    'What that takes',
    ['', 'processor time of the build', 'of a search by words', 'and by meaning', 'memory of this process'],
    measured.map(({ costs }) => costs),
  );
  await corpus.close();
}

interface Measured {
  /** Times by the clock, as of a reader who waits. */
  readonly rows: string[][];
  /** Processor time, which other work on the machine does not change, and memory. */
  readonly costs: string[];
}

/** Milliseconds of processor time that this process has used. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measureSize(corpus: OpenedCorpus, size: number, graph: boolean): Promise<Measured> {
  const indexDir = mkdtempSync(join(tmpdir(), 'bluelamp-bench-'));
  const engine = graph ? {} : { hnsw: null };
  try {
    const from = processorTime();
    const input = await resample(corpus.index, corpus.embedder.model, size);
    await publishGeneration(await buildGeneration(input, { indexDir, now: new Date(), log, ...engine }), {
      log,
      ...engine,
    });
    const built = (processorTime() - from) / 1000;
    const opened = await openIndex(indexDir, { log, ...engine });
    const name = `${size} passages (${opened.engine})`;
    const measured = await measureSearches(corpus, opened.index, name, `${built.toFixed(0)} s`);
    await opened.index.close();
    return measured;
  } finally {
    rmSync(indexDir, { recursive: true, force: true });
  }
}

async function measureSearches(
  { embedder }: OpenedCorpus,
  index: PassageIndex,
  name: string,
  built = '',
): Promise<Measured> {
  const turns = createTurns({ index: () => index, embedder, log });
  const file = new URL('../test/quality/questions/tuning.jsonl', import.meta.url);
  const questions = readQuestions(readFileSync(file, 'utf8')).slice(0, asked);
  const measure = async (mode: 'lexical' | 'hybrid'): Promise<{ latencies: Latencies; each: number }> => {
    const times: number[] = [];
    const before = processorTime();
    for (const { turns: said } of questions) {
      const from = performance.now();
      await turns.search({ question: said.at(-1) ?? '', mode, limit: 10 });
      times.push(performance.now() - from);
    }
    return { latencies: latenciesOf(times), each: (processorTime() - before) / times.length };
  };
  await measure('hybrid');
  const words = await measure('lexical');
  const both = await measure('hybrid');
  const memory = process.memoryUsage().rss / 2 ** 20;
  return {
    rows: [
      latencyRow(`${name}: words alone`, words.latencies),
      latencyRow(`${name}: words and meaning`, both.latencies, words.latencies),
    ],
    costs: [name, built, inMilliseconds(words.each), inMilliseconds(both.each), `${memory.toFixed(0)} MiB`],
  };
}
