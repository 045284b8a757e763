// The real service in a process of its own, on a port of its own, over the real documents.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from '../program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RealService {
  readonly url: string;
  /** As when the machine fails: nothing is seen out. */
  kill(): Promise<void>;
  /** It goes on existing and does nothing, until it is resumed or killed. */
  pause(): void;
  resume(): void;
  /** On the same port, with the same data. */
  restart(): Promise<void>;
  /** Ends it and removes what it kept. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly indexDir: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Resolves when it is ready. */
export async function startService({ indexDir, settings = {} }: ServiceOptions): Promise<RealService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bluelamp-web-'));
  const port = await freePort();
  const environment = {
    PATH: process.env['PATH'] ?? '',
    PORT: String(port),
    BLUELAMP_INDEX_DIR: indexDir,
    BLUELAMP_DATA_DIR: dataDir,
    BLUELAMP_LOG: 'error',
    BLUELAMP_ASKS_PER_MINUTE: '0',
    ...settings,
  };
  let child = await launch(environment);
  // A run that breaks off leaves nothing behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    kill,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    restart: async () => {
      await kill();
      child = await launch(environment);
    },
    stop: async () => {
      await kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program, 'serve'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) {
    said += String(text);
    if (/ready on http/u.test(said)) break;
  }
  if (!/ready on http/u.test(said)) throw new Error(`The service ended before it was ready: ${said}`);
  return child;
}

/** Picked ahead, because a service that is restarted must come back under the same address. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new TypeError('A server without an address.');
  return address.port;
}
