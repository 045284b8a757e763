// The figures of a machine: start, memory, what a question costs the main thread by stage, times one after another and under load.
// Usage: npm run bench   (needs a built index)
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { createTurns } from '../src/chat/turn.ts';
import { composeApp } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { lastTurn, readQuestions } from '../src/eval/questions.ts';
import type { Embedder } from '../src/ports.ts';
import { askTogether } from './ask-together.ts';
import { percentile } from './percentile.ts';

const rounds = 3;
const askers = [1, 32];
/** Questions under load, for each number of askers. */
const asks = 600;

const started = performance.now();
const app = await composeApp(readConfig(), () => undefined);
const opened = performance.now() - started;
const file = new URL('../test/quality/questions/dev.jsonl', import.meta.url);
const questions = readQuestions(readFileSync(file, 'utf8')).map(lastTurn);
for (const question of questions) await app.turns.ask({ question });

console.log(`commit ${commit()}, Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`);
console.log(
  `start to ready ${opened.toFixed(0)} ms · main process ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB · vector engine ${app.engine}`,
);
await printStages();
await printTimes();
for (const count of askers) {
  const ask = (question: string): Promise<unknown> => app.turns.ask({ question });
  print(`${count} asking at once`, await askTogether({ questions, askers: count, asks, ask }));
}
const embed = (text: string): Promise<unknown> => app.embedder.embed([text]);
print('32 texts embedded at once', await askTogether({ questions, askers: 32, asks, ask: embed }));
await app.close();

/** Where the main thread's time goes: stages run on it from end to end, but for the wait for the embedder. */
async function printStages(): Promise<void> {
  let waited = 0;
  const embedder: Embedder = {
    model: app.embedder.model,
    embed: async (texts, options) => {
      const from = performance.now();
      const vectors = await app.embedder.embed(texts, options);
      waited += performance.now() - from;
      return vectors;
    },
  };
  const turns = createTurns({ index: app.index, embedder, log: () => undefined });
  const sums = { understand: 0, retrieve: 0, answer: 0 };
  const busy = performance.eventLoopUtilization();
  const used = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      const { timings } = await turns.ask({ question });
      sums.understand += timings.understandMs;
      sums.retrieve += timings.retrieveMs;
      sums.answer += timings.answerMs;
    }
  }
  const each = (sum: number): string => `${(sum / (rounds * questions.length)).toFixed(2)} ms`;
  const { user, system } = process.cpuUsage(used);
  console.log(
    `main thread per question: understand ${each(sums.understand)} · retrieve ${each(sums.retrieve - waited)} · answer ${each(sums.answer)}` +
      ` · busy in all ${each(performance.eventLoopUtilization(busy).active)} (process CPU ${each((user + system) / 1000)}) · waits ${each(waited)} for the embedder`,
  );
}

async function printTimes(): Promise<void> {
  const works: Readonly<Record<string, (question: string) => Promise<unknown>>> = {
    search: (question) => app.turns.search({ question, mode: 'hybrid', limit: 10 }),
    'words only': (question) => app.turns.search({ question, mode: 'lexical', limit: 10 }),
    answer: (question) => app.turns.ask({ question }),
  };
  for (const [name, work] of Object.entries(works)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const question of questions) times.push(await timed(() => work(question)));
    }
    const at = (share: number): string => percentile(times, share).toFixed(1);
    console.log(
      `${name.padEnd(10)} p50 ${at(0.5)} ms · p95 ${at(0.95)} ms · max ${at(1)} ms (${times.length} questions)`,
    );
  }
}

function print(name: string, load: Awaited<ReturnType<typeof askTogether>>): void {
  console.log(
    `${name}: ${load.perSecond.toFixed(0)}/s · p50 ${load.p50.toFixed(0)} ms · p95 ${load.p95.toFixed(0)} ms` +
      ` · main thread busy ${load.busyEach.toFixed(2)} ms each · event loop delay p99 ${load.delayP99.toFixed(1)} ms`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
