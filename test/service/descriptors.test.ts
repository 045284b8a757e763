// D6: more clients than the system lets the process have connections.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../delivery/cli/real-command.ts';
import { program } from '../program.ts';
import { builtIndex } from './running-service.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let BLUELAMP_INDEX_DIR = '';
beforeAll(async () => {
  BLUELAMP_INDEX_DIR = await builtIndex();
});

it('D6 five hundred clients at 256 descriptors: some are turned away, the service lives, and all is well when they are gone', async () => {
  const environment = {
    BLUELAMP_INDEX_DIR,
    BLUELAMP_DATA_DIR: temporaryFolder(),
    PORT: '0',
    PATH: process.env['PATH'],
  };
  const limited = `ulimit -n 256 && exec "${process.execPath}" "${program}" serve`;
  const service = spawn('sh', ['-c', limited], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void service.kill('SIGKILL'));
  let stdout = '';
  service.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  await expect.poll(() => stdout, { timeout: 15_000 }).toMatch(/ready on http:\/\/localhost:\d+/u);
  const port = Number(/localhost:(\d+)/u.exec(stdout)?.[1]);
  const health = async (): Promise<number> =>
    fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) }).then(
      ({ status }) => status,
      () => 0,
    );
  const outcomes = Array.from({ length: 500 }, () => outcomeOf(connect(port, '127.0.0.1')));
  const settled = await Promise.all(outcomes.map(({ first }) => first));
  expect(settled.filter((what) => what === 'open').length).toBeGreaterThan(100);
  for (const { socket } of outcomes) socket.destroy();
  await expect.poll(health, { timeout: 5000 }).toBe(200);
  expect(service.exitCode).toBeNull();
  service.kill('SIGTERM');
  const [code] = await once(service, 'exit');
  expect(code).toBe(0);
});

/** Whether the client was let in: whoever is neither answered nor turned away within a moment waits outside. */
function outcomeOf(socket: Socket): {
  readonly socket: Socket;
  readonly first: Promise<'open' | 'turned away' | 'waits'>;
} {
  const first = new Promise<'open' | 'turned away' | 'waits'>((resolve) => {
    socket.once('connect', () => socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n'));
    socket.once('data', () => resolve('open'));
    socket.once('error', () => resolve('turned away'));
    socket.once('close', () => resolve('turned away'));
    setTimeout(resolve, 4000, 'waits');
  });
  return { socket, first };
}
