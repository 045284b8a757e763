// M2, M3, M10 and M11: a model that is down while many ask, one that is busy, one that asks for tools, and reports to a service outside.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { clearTracing } from '../../src/config.ts';
import { ModelFault } from '../../src/domain/model-fault.ts';
import { createGuardedModel } from '../../src/generate/guarded-model.ts';
import { beginStream, frame, honestText, saying } from '../generate/stand-in-model.ts';
import type { Behaviour } from '../generate/stand-in-model.ts';
import { guardLimits, wordedTurns } from '../generate/worded-harbour.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';

const down: Behaviour = async (_call, response) => void response.writeHead(500).end();

it('M2: is asked five times and once in ten seconds in a minute of twenty questions a second, which are answered as without it', async () => {
  let clock = 0;
  const { worded, quoting, standIn } = await wordedTurns(down, {}, { now: () => clock });
  const plain = (await quoting.ask({ question })).composed;
  const answers = new Set<string>();
  for (let ask = 0; ask < 20 * 60; ask += 1) {
    clock = ask * 50;
    const { composed } = await worded.ask({ question });
    answers.add(composed.answer);
    expect(composed.notices.at(-1)?.type).toBe('model');
  }
  expect([...answers]).toEqual([plain.answer]);
  expect(standIn.calls.length).toBeGreaterThanOrEqual(5);
  // The last seconds of the minute may hold a sixth.
  expect(standIn.calls.length).toBeLessThanOrEqual(5 + 6);
});

it('M2: costs an answer at most a fifth more of the processor while it rests', async () => {
  const { worded, quoting } = await wordedTurns(down, {}, { now: () => 0 });
  for (let ask = 0; ask < 40; ask += 1) for (const turns of [worded, quoting]) await turns.ask({ question });
  // The least of many rounds, one beside the other: whatever else the machine and the process do only adds.
  const used = { worded: Infinity, quoting: Infinity };
  for (let round = 0; round < 40; round += 1)
    for (const [name, turns] of [
      ['worded', worded],
      ['quoting', quoting],
    ] as const) {
      const before = process.cpuUsage();
      for (let ask = 0; ask < 5; ask += 1) await turns.ask({ question });
      const { user, system } = process.cpuUsage(before);
      used[name] = Math.min(used[name], user + system);
    }
  expect(used.worded / used.quoting).toBeLessThanOrEqual(1.2);
});

it('M3: is asked at most three times for a question in a minute of "too many", at moments that differ', async () => {
  vi.useFakeTimers();
  const pauses: number[] = [];
  for (const random of [0, 0.5, 0.999]) {
    const asked: number[] = [];
    const model = {
      name: 'made:up',
      async *stream(): AsyncGenerator<string> {
        asked.push(Date.now());
        yield* [];
        throw new ModelFault('busy', { retryAfter: null });
      },
    };
    const clocks = { now: () => 0, today: () => 'today', random: () => random };
    const guarded = createGuardedModel({ model, limits: guardLimits, ...clocks });
    const asking = guarded.stream({ rules: 'r', material: 'm', maxTokens: 9, reader: 'ann' }).next().catch(String);
    await vi.advanceTimersByTimeAsync(60_000);
    await asking;
    expect(asked).toHaveLength(3);
    pauses.push(...asked.slice(1).map((time, at) => time - (asked[at] ?? 0)));
  }
  // The first pause is from 100 to 200 ms and the second twice that, each by chance.
  expect(pauses).toEqual([100, 200, 150, 300, 199, 399]);
});

afterEach(() => void vi.useRealTimers());

it('M10: a model that asks for tools has none, gets nothing, and that is logged', async () => {
  const call = { index: 0, id: 't', type: 'function', function: { name: 'read_file', arguments: '{"path":"/etc"}' } };
  const { worded, quoting, standIn, logged } = await wordedTurns(async (_call, response) => {
    beginStream(response);
    response.end(frame({ role: 'assistant', tool_calls: [call] }) + frame({}, 'tool_calls'));
  });
  const { composed } = await worded.ask({ question });
  expect(composed.answer).toBe((await quoting.ask({ question })).composed.answer);
  expect(standIn.calls).toHaveLength(1);
  for (const name of ['tools', 'tool_choice', 'functions']) expect(standIn.calls[0]?.body).not.toHaveProperty(name);
  expect(logged).toMatchObject([{ level: 'warn', event: 'answer-worded', fields: { fault: 'tool-call' } }]);
});

it('M11: with every variable of its tracing set, LangChain reports nothing to anybody', async () => {
  let reports = 0;
  const service = createServer((_request, response) => {
    reports += 1;
    response.end('{}');
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  onTestFinished(() => void service.close());
  const address = service.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const tracing = {
    LANGSMITH_TRACING: 'true',
    LANGSMITH_ENDPOINT: url,
    LANGSMITH_API_KEY: 'k',
    LANGCHAIN_TRACING_V2: 'true',
    LANGCHAIN_ENDPOINT: url,
    LANGCHAIN_API_KEY: 'k',
    LANGCHAIN_CALLBACKS_BACKGROUND: 'false',
  };
  Object.assign(process.env, tracing);
  expect(clearTracing(process.env).toSorted()).toEqual(Object.keys(tracing).toSorted());
  const { worded } = await wordedTurns(saying(honestText));
  expect((await worded.ask({ question })).composed.wordedBy).toBe('openai:llama');
  expect(reports).toBe(0);
});
