// Runs the command line in a process of its own, with an environment of its own.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { program } from '../../program.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  /** What was written so far. */
  readonly written: () => { readonly stdout: string; readonly stderr: string };
  readonly ended: Promise<Outcome>;
  /** Waits until either output matches, and gives the match. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

export type Environment = Readonly<Record<string, string>>;

const started = new Set<ChildProcess>();

// A test that fails while a service starts would leave it running.
afterAll(() => started.forEach((child) => child.kill('SIGKILL')));

/** What people type: it runs the sources, and takes longer to start. */
export const typedProgram = join(root, 'bin/bluelamp.js');

/** @param file what is run. */
export function start(args: readonly string[], environment: Environment = {}, file = program): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    // A data folder is for one service at a time.
    env: { PATH, HOME, BLUELAMP_DATA_DIR: temporaryFolder(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  child.once('exit', () => started.delete(child));
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = once(child, 'close').then(([code]): Outcome => ({
    code: typeof code === 'number' ? code : null,
    ...output,
  }));
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(output.stdout) ?? pattern.exec(output.stderr);
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`it ended without ${pattern}: ${output.stdout}${output.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { process: child, written: () => ({ ...output }), ended, until };
}

export function run(args: readonly string[], environment: Environment = {}): Promise<Outcome> {
  return start(args, environment).ended;
}

const folders: string[] = [];

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Gone when the tests of the file have run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bluelamp-cli-'));
  folders.push(folder);
  return folder;
}

export const made = {
  'harbour-strategy-2019-2022.txt': `Harbour Watch Strategy 2019-2022

Our promise

We will recruit 140 new harbour constables by March 2021. Each constable will spend three days a week on the quay.

Theft from boats

Theft from boats fell by 12% in 2018, and we will cut it by another 20% by 2022. The quartermaster keeps a register of marked engines.
`,
  'lantern-plan-2023-2025.md': `# Lantern Plan 2023-2025

## Lights on every pier

We will put a lantern on each of the 45 piers by December 2024. Volunteers will trim the wicks every evening.

## Complaints

Residents told us that 38% of complaints were never answered. We will answer every complaint within ten days.
`,
} as const;

/** A folder with these documents; by default both made-up strategies, without a catalogue. */
export function corpusFolder(files: Readonly<Record<string, string | Buffer>> = made): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
