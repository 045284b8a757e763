// The service as a process: ready, asked, in the way of another, stopped.
import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { answerSchema } from '../../../src/contract/answer.ts';
import { corpusFolder, run, start, temporaryFolder, typedProgram } from './real-command.ts';
import type { Running } from './real-command.ts';

const environment = { BLUELAMP_INDEX_DIR: join(temporaryFolder(), 'index'), PORT: '0' };
const question = 'How many new harbour constables will be recruited?';

beforeAll(async () => {
  await run(['ingest', corpusFolder()], environment);
});

async function serve(): Promise<{ service: Running; url: string; port: number }> {
  const service = start(['serve'], environment);
  onTestFinished(() => void service.process.kill('SIGKILL'));
  const [, url = '', port = ''] = await service.until(/^Bluelamp is ready on (http:\/\/localhost:(\d+))$/mu);
  return { service, url, port: Number(port) };
}

it('answers on a port that it picked and prints, and stops with 0 on SIGTERM', async () => {
  const { service, url, port } = await serve();
  expect(port).toBeGreaterThan(0);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'ready', notes: [] });
  const [typed, taken] = await Promise.all([
    run(['ask', question, '--json'], environment),
    run(['serve'], { ...environment, PORT: String(port) }),
  ]);
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  });
  const plain = (answer: unknown): object => ({
    ...answerSchema.parse(answer),
    conversationId: '',
    messageId: '',
    timings: {},
  });
  expect(plain(JSON.parse(typed.stdout))).toEqual(plain(await response.json()));
  expect(taken.code).not.toBe(0);
  expect(taken.stderr).toMatch(/^[^\n]*PORT[^\n]*\n$/u);

  service.process.kill('SIGTERM');
  const { code, stdout, stderr } = await service.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const events = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('Bluelamp is ready'));
  const named = ['index-opened', 'request', 'stopping', 'stopped'].map((event) => expect.objectContaining({ event }));
  expect(events.map((line): unknown => JSON.parse(line))).toEqual(expect.arrayContaining(named));
  expect(stdout).not.toContain('constables');
});

it('D7: will not share its data folder, and names the process that has it before it opens anything else', async () => {
  const shared = { ...environment, BLUELAMP_DATA_DIR: join(temporaryFolder(), 'data') };
  const first = start(['serve'], shared);
  onTestFinished(() => void first.process.kill('SIGKILL'));
  await first.until(/^Bluelamp is ready/mu);
  const second = await run(['serve'], shared);
  expect({ code: second.code, stdout: second.stdout }).toEqual({ code: 1, stdout: '' });
  expect(second.stderr).toMatch(
    new RegExp(`^[^\\n]*\\(pid ${first.process.pid}\\)[^\\n]*BLUELAMP_DATA_DIR[^\\n]*\\n$`, 'u'),
  );
  const { stdout } = await run(['doctor'], shared);
  expect(stdout).toMatch(new RegExp(`^ok {4}A service has the data folder open \\(pid ${first.process.pid}\\)`, 'mu'));
  expect(stdout).toMatch(/^ok {4}The data file is whole: format \d+, 0 conversations/mu);
  first.process.kill('SIGTERM');
  const { code, stdout: log } = await first.ended;
  expect(code).toBe(0);
  expect(log).toContain('"event":"purged","conversations":0');
  expect(readdirSync(shared.BLUELAMP_DATA_DIR)).not.toContain('.lock');
});

it('waits for who is still talking, but not when told twice', async () => {
  const { service, port } = await serve();
  const talker = connect(port, '127.0.0.1');
  talker.on('error', () => undefined);
  await new Promise((resolve) => talker.write('GET /healthz HTTP/1.1\r\n', resolve));
  // A request answered after it shows that the half one has been received.
  await fetch(`http://127.0.0.1:${port}/healthz`);
  service.process.kill('SIGINT');
  await service.until(/"stopping"/u);
  const started = performance.now();
  service.process.kill('SIGINT');
  const { code } = await service.ended;
  talker.destroy();
  expect(code).toBe(1);
  expect(performance.now() - started).toBeLessThan(2000);
});

it('H7 will not open itself to a network without tokens unless told so', async () => {
  const { code, stderr } = await run(['serve'], { ...environment, HOST: '0.0.0.0' });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^[^\n]*HOST[^\n]*BLUELAMP_OPEN=true[^\n]*\n$/u);
});

it('D2: will not start on a data folder that it cannot have, and says what to do', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, 'no folder');
  const { code, stderr, stdout } = await run(['serve'], { ...environment, BLUELAMP_DATA_DIR: file });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^\S+file cannot be written [^\n]*BLUELAMP_DATA_DIR[^\n]*\n$/u);
});

it('begins to build an index when there is none, and can be stopped meanwhile', async () => {
  const none = { ...environment, BLUELAMP_INDEX_DIR: join(temporaryFolder(), 'index') };
  const service = start(['serve'], none, typedProgram);
  await service.until(/Building one/u);
  await service.until(/Reading documents/u);
  service.process.kill('SIGTERM');
  expect((await service.ended).code).toBe(0);
});
