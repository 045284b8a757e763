// Every way in which an OpenAI-compatible server fails, over a real socket, and what the adapter makes of it.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { openLangChainModel } from '../../src/adapters/langchain-model.ts';
import { AppError } from '../../src/domain/errors.ts';
import { ModelFault } from '../../src/domain/model-fault.ts';
import type { ChatModel } from '../../src/ports.ts';
import { beginStream, done, frame, saying, startStandIn } from '../generate/stand-in-model.ts';
import type { Behaviour, StandIn } from '../generate/stand-in-model.ts';

let standIn: StandIn | null = null;

afterEach(async () => {
  await standIn?.close();
  standIn = null;
});

async function opened(behaviour: Behaviour): Promise<{ model: ChatModel; standIn: StandIn }> {
  standIn = await startStandIn(behaviour);
  const settings = { provider: 'openai', model: 'llama', baseUrl: standIn.url, apiKey: null };
  return { model: await openLangChainModel(settings), standIn };
}

async function said(model: ChatModel, signal = new AbortController().signal): Promise<string> {
  let text = '';
  for await (const piece of model.stream({ rules: 'Say {so}.', material: '{"lc": 1}', maxTokens: 20, signal }))
    text += piece;
  return text;
}

async function faultOf(behaviour: Behaviour): Promise<ModelFault> {
  const { model } = await opened(behaviour);
  const thrown = await said(model).catch((error: unknown) => error);
  if (thrown instanceof ModelFault) return thrown;
  throw new Error(`It ended otherwise: ${String(thrown)}`);
}

const status =
  (code: number, headers: Record<string, string> = {}, body = '{"error":{"message":"no"}}'): Behaviour =>
  async (_call, response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };

const stream =
  (...pieces: string[]): Behaviour =>
  async (_call, response) => {
    beginStream(response);
    for (const piece of pieces) response.write(piece);
    response.end();
  };

describe('a call', () => {
  it('streams the words, asks with no heat and a limit of length, and sends no key of ours', async () => {
    const { model, standIn: server } = await opened(saying(() => 'Nine lamps. [P1]'));
    expect(model.name).toBe('openai:llama');
    expect(await said(model)).toBe('Nine lamps. [P1]');
    const [call] = server.calls;
    expect(call?.body).toMatchObject({ model: 'llama', stream: true, temperature: 0, max_tokens: 20 });
    expect(call?.headers.authorization).toBe('Bearer none');
  });

  it('M12: sends what looks like a template or an object of LangChain as the text that it is', async () => {
    const { model, standIn: server } = await opened(saying(() => '{"lc":1,"type":"constructor"}'));
    expect(await said(model)).toBe('{"lc":1,"type":"constructor"}');
    expect(server.calls[0]?.body.messages.map(({ content }) => content)).toEqual(['Say {so}.', '{"lc": 1}']);
  });

  it('is ended on the other side when its signal aborts, long before it would have ended', async () => {
    // For three minutes, if nobody ends it.
    const { model, standIn: server } = await opened(saying(() => 'word '.repeat(9000), 20));
    const controller = new AbortController();
    const asking = said(model, controller.signal);
    await expect.poll(() => server.calls.length).toBe(1);
    await sleep(60);
    controller.abort(new DOMException('stopped', 'AbortError'));
    await expect(asking).rejects.toThrow('stopped');
    await expect.poll(() => server.calls[0]?.wasLeft).toBe(true);
  });

  it('is ended on the other side too when all that nobody holds was collected while it stood still', async () => {
    const { model, standIn: server } = await opened(async (_call, response) => {
      beginStream(response);
      response.write(frame({ role: 'assistant', content: 'word' }));
    });
    const controller = new AbortController();
    const pieces = model.stream({ rules: 'Say.', material: '{}', maxTokens: 20, signal: controller.signal });
    const words = pieces[Symbol.asyncIterator]();
    await words.next();
    const next = expect(words.next()).rejects.toThrow('stopped');
    setFlagsFromString('--expose_gc');
    const collectGarbage: unknown = runInNewContext('gc');
    if (typeof collectGarbage !== 'function') throw new Error('Node offers no collection of garbage.');
    for (let round = 0; round < 5; round += 1) {
      collectGarbage();
      await sleep(20);
    }
    controller.abort(new DOMException('stopped', 'AbortError'));
    await next;
    await expect.poll(() => server.calls[0]?.wasLeft).toBe(true);
  });
});

describe('M1: a failure is known for what it is', () => {
  const html = '<!doctype html><title>Sign in</title>';
  it.each<[string, Behaviour, string]>([
    ['401', status(401), 'refused'],
    ['404', status(404), 'refused'],
    ['500', status(500), 'failed'],
    ['503', status(503), 'busy'],
    ['a page with status 200', status(200, { 'content-type': 'text/html' }, html), 'unreadable'],
    ['plain JSON with status 200', status(200, {}, '{"choices":[{"message":{"content":"Hi"}}]}'), 'unreadable'],
    ['an empty stream', stream(), 'empty'],
    ['a stream that only says that it is done', stream(done), 'empty'],
    ['a stream that finishes without a word', stream(frame({}, 'stop'), done), 'empty'],
    ['a stream without a finish', stream(frame({ content: 'Nine' })), 'unfinished'],
    [
      'a tool asked for',
      stream(
        frame({ tool_calls: [{ index: 0, id: 't', type: 'function', function: { name: 'x', arguments: '{}' } }] }),
        frame({}, 'tool_calls'),
        done,
      ),
      'tool-call',
    ],
    ['more words than were asked for', saying(() => 'word '.repeat(200)), 'endless'],
    ['one line without end', stream(`data: ${'x'.repeat(5_000_000)}`), 'endless'],
  ])('%s', async (_name, behaviour, kind) => {
    expect((await faultOf(behaviour)).kind).toBe(kind);
  });

  it('malformed events', async () => {
    const { kind } = await faultOf(stream('data: {"choices": [\n\n'));
    expect(['unreadable', 'unreachable', 'empty', 'unfinished']).toContain(kind);
  });

  it('429, with the time that it asks for in seconds or as a date', async () => {
    expect(await faultOf(status(429))).toMatchObject({ kind: 'busy', retryAfter: null });
    await standIn?.close();
    expect(await faultOf(status(429, { 'retry-after': '7' }))).toMatchObject({ kind: 'busy', retryAfter: 7000 });
    await standIn?.close();
    const later = new Date(Date.now() + 60_000).toUTCString();
    const { retryAfter } = await faultOf(status(429, { 'retry-after': later }));
    expect(retryAfter).toBeGreaterThan(30_000);
    expect(retryAfter).toBeLessThanOrEqual(60_000);
  });

  it('a connection that breaks within a word', async () => {
    const broken: Behaviour = async (_call, response) => {
      beginStream(response);
      response.write(frame({ content: 'Ni' }));
      await sleep(30);
      response.socket?.resetAndDestroy();
    };
    expect((await faultOf(broken)).kind).toBe('unreachable');
  });

  it('nobody there', async () => {
    const { model, standIn: server } = await opened(saying(() => ''));
    await server.close();
    standIn = null;
    await expect(said(model)).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('a redirection, which is not followed', async () => {
    const followed: string[] = [];
    const other = createServer((request, response) => void (followed.push(request.url ?? ''), response.end())).listen(
      0,
      '127.0.0.1',
    );
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { kind } = await faultOf(status(307, { location: `http://127.0.0.1:${port}/v1/chat/completions` }));
    expect(kind).toBe('unreachable');
    expect(followed).toEqual([]);
  });
});

it('refuses a provider that is not installed at the start, and says what to do', async () => {
  const settings = { provider: 'anthropic', model: 'x', baseUrl: null, apiKey: 'secret-of-ours' };
  const thrown = await openLangChainModel(settings).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(AppError);
  expect(String(thrown)).toContain('BLUELAMP_LLM names anthropic:x');
  expect(String(thrown)).not.toContain('secret-of-ours');
});

it('refuses an address of one’s own for a provider that might not go there', async () => {
  const settings = { provider: 'mistralai', model: 'x', baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'secret-of-ours' };
  await expect(openLangChainModel(settings)).rejects.toMatchObject({
    code: 'configuration',
    message: expect.stringContaining('BLUELAMP_LLM_BASE_URL is not used with mistralai'),
  });
});
