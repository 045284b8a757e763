// The real service in a process of its own, over a small index, with its children in sight.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { answerSchema } from '../../src/contract/answer.ts';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { corpusFolder, run, start, temporaryFolder } from '../delivery/cli/real-command.ts';
import type { Environment, Running } from '../delivery/cli/real-command.ts';

export const question = 'How many new harbour constables will be recruited?';

export interface RunningService {
  readonly running: Running;
  readonly url: string;
  readonly pid: number;
}

/** A folder with an index of the made-up harbour, which tests may share or publish to. */
export async function builtIndex(): Promise<string> {
  const indexDir = join(temporaryFolder(), 'index');
  await publishTo(indexDir);
  return indexDir;
}

/** @param more documents beside the usual ones, which make it another generation. */
export async function publishTo(indexDir: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { code, stderr } = await run(['ingest', corpusFolder({ ...usual, ...more })], { BLUELAMP_INDEX_DIR: indexDir });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
}

const usual = {
  'harbour-strategy-2019-2022.txt': `Harbour Watch Strategy 2019-2022

Our promise

We will recruit 140 new harbour constables by March 2021. Each constable will spend three days a week on the quay.
`,
  'lantern-plan-2023-2025.txt': `Lantern Plan 2023-2025

Lights on every pier

We will put a lantern on each of the 45 piers by December 2024. Volunteers will trim the wicks every evening.
`,
};

/** Ends with the test at the latest. */
export async function startService(environment: Environment): Promise<RunningService> {
  const running = start(['serve'], { PORT: '0', BLUELAMP_ASKS_PER_MINUTE: '0', ...environment });
  onTestFinished(() => void running.process.kill('SIGKILL'));
  const [, url = ''] = await running.until(/^Bluelamp is ready on (http:\/\/localhost:\d+)$/mu);
  return { running, url: url.replace('localhost', '127.0.0.1'), pid: running.process.pid ?? 0 };
}

/** Process ids of the embedders that live now. */
export function childrenOf(pid: number): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed
    .split(' ')
    .filter((part) => part.trim() !== '')
    .map(Number);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // What has ended and was not waited for is dead all the same.
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export async function ask({ url }: RunningService, text = question): Promise<AnswerWire> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/ask`, { method: 'POST', headers, body: JSON.stringify({ question: text }) });
  expect(response.status).toBe(200);
  return answerSchema.parse(await response.json());
}

/** Whether the answer says that words alone were searched. */
export function isOnWords({ notices }: AnswerWire): boolean {
  return notices.some(({ type, text }) => type === 'partial' && text.includes('Only the words'));
}

export async function metric({ url }: RunningService, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'mu').exec(text)?.[1] ?? Number.NaN);
}

/** The log so far, an event a line. */
export function logged({ running }: RunningService): { readonly event: string; readonly level: string }[] {
  return running
    .written()
    .stdout.split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): { event: string; level: string } => JSON.parse(line));
}
