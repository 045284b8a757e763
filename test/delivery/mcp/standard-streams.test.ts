// `bluelamp mcp` as another program starts it: the protocol over its standard input and output, and nothing else there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { answerSchema } from '../../../src/contract/answer.ts';
import { program } from '../../program.ts';
import { corpusFolder, run, temporaryFolder, typedProgram } from '../cli/real-command.ts';
import { generations, newClient, textOf } from './connected-client.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'bluelamp-mcp-test-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const { PATH = '', HOME = '' } = process.env;
const environment = {
  PATH,
  HOME,
  TMPDIR: temporary,
  BLUELAMP_INDEX_DIR: join(temporaryFolder(), 'index'),
  BLUELAMP_LOG: 'info',
};
const command = { command: process.execPath, args: [program, 'mcp'], cwd: root };
const question = 'How many new harbour constables will be recruited?';

beforeAll(async () => {
  await run(['ingest', corpusFolder()], { BLUELAMP_INDEX_DIR: environment.BLUELAMP_INDEX_DIR });
});

/** Folders of conversations that are there at this moment. */
function keptFolders(): string[] {
  return readdirSync(temporary).filter((name) => name.startsWith('bluelamp-mcp-'));
}

describe.each(generations)('a client of the protocol as %s', (generation) => {
  it('asks, goes on with the conversation, and leaves nothing behind when it closes', async () => {
    const client = newClient(generation);
    await client.connect(new StdioClientTransport({ ...command, env: environment, stderr: 'ignore' }));
    onTestFinished(() => client.close());
    const first = await client.callTool({ name: 'ask_strategies', arguments: { question } });
    const answer = answerSchema.parse(first.structuredContent);
    expect(answer.citations.map(({ quote }) => quote)).toContain(
      'We will recruit 140 new harbour constables by March 2021.',
    );
    expect(textOf(first)).toMatch(
      /http:\/\/localhost:8787\/documents\/harbour-strategy-2019-2022\?start=\d+&end=\d+#quote/u,
    );
    const { conversationId } = answer;
    const second = await client.callTool({ name: 'ask_strategies', arguments: { question, conversationId } });
    expect(answerSchema.parse(second.structuredContent).conversationId).toBe(conversationId);
    const { resources } = await client.listResources();
    expect(resources.map(({ name }) => name)).toEqual(['harbour-strategy-2019-2022', 'lantern-plan-2023-2025']);
    expect(keptFolders()).not.toEqual([]);
    await client.close();
    expect(keptFolders()).toEqual([]);
  });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes the lines, waits for the answers, and closes standard input. */
async function exchange(
  messages: readonly string[],
  answers: number,
  over: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(command.command, command.args, { cwd: root, env: { ...environment, ...over } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { stdout: '', stderr: '' };
  const enough = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written.stdout += text;
      if (written.stdout.split('\n').length > answers) resolve();
    });
    child.once('close', () => resolve());
  });
  const closed = once(child, 'close');
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  child.stdin.on('error', () => undefined).write(messages.map((message) => `${message}\n`).join(''));
  if (answers > 0) await enough;
  child.stdin.end();
  const [code] = await closed;
  return { code: typeof code === 'number' ? code : null, ...written };
}

const hello = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
});

it('ends in order when it is told to, with the connection still open', async () => {
  const child = spawn(process.execPath, [typedProgram, 'mcp'], {
    cwd: root,
    env: environment,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.write(`${hello}\n`);
  await once(child.stdout, 'data');
  expect(keptFolders()).toHaveLength(1);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(keptFolders()).toEqual([]);
});

describe('standard output', () => {
  it('holds one message of the protocol a line, whatever comes in and whatever is logged', async () => {
    const call = { name: 'search_strategies', arguments: { q: 'lantern' } };
    const messages = [
      hello,
      JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
      'no message at all',
      JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: call }),
    ];
    const { code, stdout } = await exchange(messages, 2, { BLUELAMP_LOG: 'debug' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { jsonrpc: '2.0', id: 1, result: { serverInfo: { name: 'bluelamp' } } },
      { jsonrpc: '2.0', id: 2, result: { structuredContent: { passages: expect.any(Array) } } },
    ]);
  });

  it('holds the answers to all that was asked before standard input ended, as through a pipe', async () => {
    const call = { name: 'ask_strategies', arguments: { question } };
    const messages = [hello, JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: call })];
    const { code, stdout } = await exchange(messages, 0);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stdout).toContain('We will recruit 140 new harbour constables by March 2021.');
  });

  it('is empty when the other program goes away at once', async () => {
    expect(await exchange([], 0)).toMatchObject({ code: 0, stdout: '' });
  });

  it('is empty when there is no index, and standard error says what to run', async () => {
    const ended = await exchange([hello], 1, { BLUELAMP_INDEX_DIR: join(temporaryFolder(), 'none') });
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/bluelamp ingest/u);
  });
});
