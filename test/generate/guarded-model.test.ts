// Limits around calls of a model: time, number, cost, and rest after failures.
import { describe, expect, it } from 'vitest';
import { ModelFault } from '../../src/domain/model-fault.ts';
import type { ModelFaultKind } from '../../src/domain/model-fault.ts';
import { createGuardedModel } from '../../src/generate/guarded-model.ts';
import type { GuardLimits, GuardedModel, GuardedRequest } from '../../src/generate/guarded-model.ts';
import type { ChatModel, ModelRequest } from '../../src/ports.ts';

const limits: GuardLimits = { deadline: 5000, firstPiece: 5000, idle: 5000, calls: 8, perDay: 0, perReaderAndDay: 0 };

interface Scripted {
  readonly guarded: GuardedModel;
  readonly asked: readonly ModelRequest[];
  clock: number;
  day: string;
}

type Script = (request: ModelRequest, call: number) => AsyncIterable<string>;

function scripted(script: Script, given: Partial<GuardLimits> = {}): Scripted {
  const asked: ModelRequest[] = [];
  const model: ChatModel = {
    name: 'made:up',
    stream: (request) => script(request, asked.push(request)),
  };
  const state = { clock: 0, day: 'monday' };
  const parts = { model, limits: { ...limits, ...given }, random: () => 0 };
  const guarded = createGuardedModel({ ...parts, now: () => state.clock, today: () => state.day });
  return Object.assign(state, { guarded, asked });
}

const request = { rules: 'Answer.', material: 'x'.repeat(300), maxTokens: 100, reader: 'ann' };

async function said({ guarded }: Scripted, more: Partial<GuardedRequest> = {}): Promise<string> {
  let text = '';
  for await (const piece of guarded.stream({ ...request, ...more })) text += piece;
  return text;
}

async function faultOf(asking: Promise<unknown>): Promise<ModelFaultKind | null> {
  try {
    await asking;
    return null;
  } catch (error) {
    if (error instanceof ModelFault) return error.kind;
    throw error;
  }
}

async function* failing(kind: ModelFaultKind, retryAfter: number | null = null): AsyncGenerator<string> {
  yield* saying();
  throw new ModelFault(kind, { retryAfter });
}

async function* saying(...pieces: string[]): AsyncGenerator<string> {
  await Promise.resolve();
  yield* pieces;
}

async function* hanging(): AsyncGenerator<string> {
  yield 'one ';
  await new Promise(() => undefined);
}

describe('M3: tries', () => {
  it('are at most three, and their words those of the one that worked', async () => {
    const model = scripted((_request, call) => (call < 3 ? failing('busy') : saying('yes')));
    expect(await said(model)).toBe('yes');
    expect(model.asked).toHaveLength(3);
    const broken = scripted(() => failing('unreachable'));
    expect(await faultOf(said(broken))).toBe('unreachable');
    expect(broken.asked).toHaveLength(3);
  });

  it('are not repeated once a word has come, or where another try would not help', async () => {
    const begun = scripted(async function* () {
      yield* saying('half ');
      yield* failing('unreachable');
    });
    expect(await faultOf(said(begun))).toBe('unreachable');
    const refused = scripted(() => failing('refused'));
    expect(await faultOf(said(refused))).toBe('refused');
    expect([begun.asked.length, refused.asked.length]).toEqual([1, 1]);
  });

  it('end where the model says when to come back, and nobody asks sooner', async () => {
    const model = scripted((_request, call) => (call === 1 ? failing('busy', 60_000) : saying('yes')));
    expect(await faultOf(said(model))).toBe('busy');
    expect(await faultOf(said(model))).toBe('resting');
    model.clock = 60_001;
    expect(await said(model)).toBe('yes');
    expect(model.asked).toHaveLength(2);
  });
});

describe('M2: a model that is down', () => {
  it('rests after five failures, is tried once in ten seconds, and used again when it answers', async () => {
    let isDown = true;
    const model = scripted(() => (isDown ? failing('failed') : saying('yes')));
    for (let ask = 0; ask < 30; ask += 1) await faultOf(said(model));
    expect(model.asked).toHaveLength(5);
    for (let second = 1; second <= 60; second += 1) {
      model.clock = second * 1000;
      await faultOf(said(model));
    }
    expect(model.asked.length - 5).toBeLessThanOrEqual(6);
    expect(model.asked.length - 5).toBeGreaterThanOrEqual(5);
    isDown = false;
    model.clock += 10_001;
    expect(await said(model)).toBe('yes');
    expect(await said(model)).toBe('yes');
  });

  it('says beforehand that it rests, so that nothing is made ready for it, and that its places are taken', async () => {
    const model = scripted(() => failing('failed'));
    expect(model.guarded.refusal()).toBeNull();
    for (let ask = 0; ask < 5; ask += 1) await faultOf(said(model));
    expect(model.guarded.refusal()).toBe('resting');
    model.clock = 10_001;
    expect(model.guarded.refusal()).toBeNull();
    const busy = scripted(() => hanging(), { calls: 1 });
    const held = busy.guarded.stream(request);
    await held.next();
    expect(busy.guarded.refusal()).toBe('crowded');
    await held.return();
    expect(busy.guarded.refusal()).toBeNull();
  });

  it('is not taken to be down because readers go away', async () => {
    const model = scripted(() => hanging());
    for (let ask = 0; ask < 8; ask += 1) {
      const controller = new AbortController();
      const asking = said(model, { signal: controller.signal });
      controller.abort(new DOMException('gone', 'AbortError'));
      await expect(asking).rejects.toThrow('gone');
    }
    expect(model.asked.length).toBe(8);
  });
});

describe('time', () => {
  it('ends a stream that stands still, and one that goes on too long', async () => {
    const still = scripted(() => hanging(), { idle: 20 });
    expect(await faultOf(said(still))).toBe('slow');
    expect(still.asked[0]?.signal.aborted).toBe(true);
    const endless = scripted(
      async function* () {
        for (;;) yield await new Promise<string>((resolve) => setTimeout(resolve, 5, 'on '));
      },
      { deadline: 60 },
    );
    expect(await faultOf(said(endless))).toBe('slow');
    expect(endless.asked[0]?.signal.aborted).toBe(true);
  });

  it('does not make a reader who stops wait for a model that does not heed it', async () => {
    const model = scripted(() => hanging());
    const controller = new AbortController();
    const pieces = model.guarded.stream({ ...request, signal: controller.signal });
    expect(await pieces.next()).toEqual({ done: false, value: 'one ' });
    const next = pieces.next();
    controller.abort(new DOMException('stopped', 'AbortError'));
    await expect(next).rejects.toThrow('stopped');
    expect(model.asked[0]?.signal.aborted).toBe(true);
  });

  it('ends the call of whoever takes no more', async () => {
    const model = scripted(() => hanging());
    const pieces = model.guarded.stream(request);
    await pieces.next();
    await pieces.return();
    expect(model.asked[0]?.signal.aborted).toBe(true);
  });
});

describe('M3: what may be spent', () => {
  it('is counted for each reader and for the day, and begins anew the next', async () => {
    // Each call may cost some 100 tokens of its material and 100 of its reply.
    const model = scripted(() => saying('yes'), { perReaderAndDay: 350, perDay: 700 });
    expect(await said(model)).toBe('yes');
    expect(await said(model)).toBe('yes');
    expect(await faultOf(said(model))).toBe('spent');
    expect(await said(model, { reader: 'bob' })).toBe('yes');
    expect(await said(model, { reader: 'cid' })).toBe('yes');
    expect(await said(model, { reader: 'dan' })).toBe('yes');
    expect(await faultOf(said(model, { reader: 'eve' }))).toBe('spent');
    model.day = 'tuesday';
    expect(await said(model, { reader: 'eve' })).toBe('yes');
  });

  it('is asked for with every call', async () => {
    const model = scripted(() => saying('yes'));
    await said(model);
    expect(model.asked.map(({ maxTokens }) => maxTokens)).toEqual([100]);
  });
});

it('lets no more calls go on at a time than it may', async () => {
  const model = scripted(() => hanging(), { calls: 2 });
  const controller = new AbortController();
  const held = [1, 2].map(() => model.guarded.stream({ ...request, signal: controller.signal }));
  await Promise.all(held.map((each) => each.next()));
  expect(await faultOf(said(model))).toBe('crowded');
  await Promise.all(held.map((each) => each.return()));
  const again = model.guarded.stream(request);
  expect((await again.next()).done).toBe(false);
  await again.return();
});
