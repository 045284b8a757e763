// A server in a process of its own: the real service with folders of its own, or the baseline that does nothing but echo.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ChildServer {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its word that it is ready. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Those of `npm start`. */
const serviceOptions = '--max-semi-space-size=32 --interrupt-budget=528000'.split(' ');
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Serves the index of the settings without limits for each client; what is kept goes to a folder that is gone at the end.
 * @param settings beside those, by the names of their variables.
 */
export async function startService(settings: Readonly<Record<string, string>> = {}): Promise<ChildServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bluelamp-bench-'));
  const usual = { PORT: '0', BLUELAMP_ASKS_PER_MINUTE: '0', BLUELAMP_DATA_DIR: dataDir, BLUELAMP_LOG: 'warn' };
  const server = await startServer([...serviceOptions, 'bin/bluelamp.js', 'serve'], { ...usual, ...settings });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function startEcho(): Promise<ChildServer> {
  return startServer(['--import', 'tsx', 'bench/echo-server.ts'], {});
}

async function startServer(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<ChildServer> {
  const started = performance.now();
  // The settings of the shell, as for the index folder, hold for the server as well.
  const command = ['-u', 'PORT', ...Object.entries(settings).map(([name, value]) => `${name}=${value}`)];
  const child = spawn('env', [...command, process.execPath, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    startMs: performance.now() - started,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function portOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  for (;;) {
    const port = /ready on http:\/\/[^:\s]+:(\d+)/u.exec(said)?.[1];
    if (port !== undefined) return port;
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it was ready.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Resident MiB of each process of the tree, the root first. */
export function memoryOfTree(pid: number): number[] {
  const kilobytes = Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return [kilobytes / 1024, ...childrenOf(pid).flatMap(memoryOfTree)];
}

/** Linux counts time of processors in hundredths of a second. */
const tickMs = 10;

/** Milliseconds of processor that each process of the tree has used, the root first. Other work on the machine hardly changes it. */
export function processorTimeOfTree(pid: number): number[] {
  // The name in parentheses may hold spaces; user and system time are the 12th and 13th field after it.
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) * tickMs;
  return [own, ...childrenOf(pid).flatMap(processorTimeOfTree)];
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

export interface LoopDelay {
  /** Milliseconds beyond what a timer was set to. */
  readonly p99: number;
  readonly max: number;
}

/** The meter looks every 10 ms, and counts that time as well. */
const meterMs = 10;

/** Delay of the service's event loop since this was last read. */
export async function readLoopDelay({ url }: ChildServer): Promise<LoopDelay> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string): number =>
    Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'mu').exec(text)?.[1]) * 1000 - meterMs;
  return { p99: read('p99'), max: read('max') };
}
