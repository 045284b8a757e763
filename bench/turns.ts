// One question after another within this process: what a search and an answer take when nobody else asks.
import { readFileSync } from 'node:fs';
import { composeApp } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { readQuestions } from '../src/eval/questions.ts';
import { latenciesOf } from './latencies.ts';
import { latencyColumns, latencyRow, printTable } from './report.ts';

const rounds = 3;

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
  await app.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
