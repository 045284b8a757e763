// One question after another within this process: what a search and an answer take when nobody else asks.
import { readFileSync } from 'node:fs';
import { composeApp } from '../src/compose.ts';
import type { App } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { readQuestions } from '../src/eval/questions.ts';
import { processorTimeOfTree } from './child-server.ts';
import { inMilliseconds, latenciesOf } from './latencies.ts';
import { differentQuestions } from './questions.ts';
import { latencyColumns, latencyRow, printTable } from './report.ts';

const rounds = 3;
/** Questions for the processor time of an answer; those before them compile the code, read the passages and are not counted. */
const counted = { before: 300, after: 600 };

export async function measureTurns(): Promise<void> {
  const app = await composeApp(readConfig(), () => undefined);
  const file = new URL('../test/quality/questions/dev.jsonl', import.meta.url);
  const questions = readQuestions(readFileSync(file, 'utf8')).map(({ turns }) => turns.at(-1) ?? '');
  const times: Record<'words' | 'search' | 'answer', number[]> = { words: [], search: [], answer: [] };
  for (const question of questions) await app.turns.ask({ question });
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      times.words.push(await timed(() => app.turns.search({ question, mode: 'lexical', limit: 10 })));
      times.search.push(await timed(() => app.turns.search({ question, mode: 'hybrid', limit: 10 })));
      times.answer.push(await timed(() => app.turns.ask({ question })));
    }
  }
  const baseline = latenciesOf(times.words);
  printTable(`One after another, vector engine ${app.engine}`, latencyColumns, [
    latencyRow('search by words alone', baseline),
    latencyRow('search by words and meaning', latenciesOf(times.search), baseline),
    latencyRow('answer', latenciesOf(times.answer), baseline),
  ]);
  console.log(`\n${await describeProcessorTime(app)}`);
  await app.close();
}

/**
 * Over different questions, each asked once. Unlike the times above it hardly changes with other work on the machine, but for the share
 * of the caches that is left.
 */
async function describeProcessorTime({ turns }: App): Promise<string> {
  const questions = differentQuestions();
  const ask = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) await turns.ask({ question: questions.next().value });
  };
  await ask(counted.before);
  const before = processorTimeOfTree(process.pid);
  await ask(counted.after);
  const used = processorTimeOfTree(process.pid).map((time, at) => (time - (before[at] ?? 0)) / counted.after);
  return `Processor time of an answer, over ${counted.after} different questions: this process and the embedder ${used.map(inMilliseconds).join(' + ')}`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
