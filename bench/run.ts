// The figures of a machine: time of a search and of an answer, one after another, with the embedding included; memory; start.
// Usage: npm run bench   (needs a built index)
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { composeApp } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { readQuestions } from '../src/eval/questions.ts';

const rounds = 3;
const started = performance.now();
const app = await composeApp(readConfig(), () => undefined);
const opened = performance.now() - started;
const file = new URL('../test/quality/questions/dev.jsonl', import.meta.url);
const questions = readQuestions(readFileSync(file, 'utf8')).map(({ turns }) => turns.at(-1) ?? '');

const times: Record<'search' | 'words only' | 'answer', number[]> = { search: [], 'words only': [], answer: [] };
for (const question of questions) await app.turns.ask({ question });
for (let round = 0; round < rounds; round += 1) {
  for (const question of questions) {
    times.search.push(await timed(() => app.turns.search({ question, mode: 'hybrid', limit: 10 })));
    times['words only'].push(await timed(() => app.turns.search({ question, mode: 'lexical', limit: 10 })));
    times.answer.push(await timed(() => app.turns.ask({ question })));
  }
}

console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), vector engine ${app.engine}`,
);
console.log(
  `start to ready ${opened.toFixed(0)} ms · main process ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
);
for (const [name, values] of Object.entries(times)) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
  console.log(
    `${name.padEnd(10)} p50 ${at(0.5)} ms · p95 ${at(0.95)} ms · max ${(sorted.at(-1) ?? Number.NaN).toFixed(1)} ms (${values.length} questions)`,
  );
}
await app.close();

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
