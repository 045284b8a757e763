// A model's advice on what to search for: taken where it comes in time, and never needed.
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/chat/turn.ts';
import type { TurnResult } from '../../src/chat/turn.ts';
import { ModelFault } from '../../src/domain/model-fault.ts';
import { createAdviser } from '../../src/generate/advise.ts';
import type { AdviceRequest, Adviser } from '../../src/generate/advise.ts';
import type { GuardedModel, GuardedRequest } from '../../src/generate/guarded-model.ts';
import { harbourApp } from '../delivery/http/made-up-strategies.ts';
import { createFakeEmbedder } from '../ports/fake-embedder.ts';

function modelSaying(text: string, asked: GuardedRequest[] = []): GuardedModel {
  return {
    name: 'made:up',
    refusal: () => null,
    async *stream(request) {
      asked.push(request);
      await Promise.resolve();
      yield text;
    },
  };
}

const asking = { question: 'and in spring?', earlier: ['When is the basin dredged?'] };

describe('advice', () => {
  it('is one or two queries, without marks, markup, addresses or essays', async () => {
    const text = `1. dredging of the basin\n<b>x</b>\nhttps://evil.example\n${'long '.repeat(100)}\n- basin in spring\nthird`;
    expect(await createAdviser(modelSaying(text))(asking)).toEqual(['dredging of the basin', 'basin in spring']);
  });

  it('is asked for with bounds of length, cost and time', async () => {
    const asked: GuardedRequest[] = [];
    await createAdviser(modelSaying('basin', asked))({
      question: 'x'.repeat(9000),
      earlier: Array.from({ length: 50 }, () => 'y'.repeat(9000)),
    });
    expect(asked[0]?.material.length).toBeLessThan(2500);
    expect(asked[0]?.maxTokens).toBeLessThanOrEqual(100);
    expect(asked[0]?.deadline).toBeLessThanOrEqual(2000);
  });

  it('is none where the model fails', async () => {
    const failing: GuardedModel = {
      name: 'made:up',
      refusal: () => null,
      // oxlint-disable-next-line eslint/require-yield
      async *stream() {
        await Promise.resolve();
        throw new ModelFault('slow');
      },
    };
    expect(await createAdviser(failing)(asking)).toEqual([]);
  });

  it('keeps no more than two searches waiting at a time', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow: GuardedModel = {
      name: 'made:up',
      refusal: () => null,
      async *stream() {
        await held;
        yield 'basin';
      },
    };
    const advise = createAdviser(slow);
    const [first, second] = [advise(asking), advise(asking)];
    expect(await advise(asking)).toEqual([]);
    release();
    expect(await Promise.all([first, second])).toEqual([['basin'], ['basin']]);
    expect(await advise(asking)).toEqual(['basin']);
  });
});

async function answeredWith(
  advise: Adviser | null,
  question: string,
  mode: 'ask' | 'search' = 'ask',
): Promise<TurnResult['parts'][number]['found']> {
  const { index } = await harbourApp();
  const turns = createTurns({
    index: () => index,
    embedder: createFakeEmbedder(),
    log: () => undefined,
    ...(advise && { advise }),
  });
  if (mode === 'search') return (await turns.search({ question, mode: 'hybrid', limit: 5 })).found;
  return (await turns.ask({ question })).parts[0]?.found ?? [];
}

describe('a question in words that no document has', () => {
  const odd = 'Does anybody excavate the zorblax?';
  const advised: Adviser = async () => ['dredge the eastern basin'];

  it('finds what the advice names further up, with the advice among its reasons', async () => {
    const placeOf = (found: Awaited<ReturnType<typeof answeredWith>>): number =>
      found.findIndex(({ passage }) => passage.text.includes('dredge'));
    const [plain, helped] = [await answeredWith(null, odd), await answeredWith(advised, odd)];
    expect(helped).toHaveLength(plain.length);
    expect(placeOf(helped)).toBeGreaterThanOrEqual(0);
    expect(placeOf(plain) < 0 || placeOf(helped) <= placeOf(plain)).toBe(true);
    for (const { score, parts } of helped)
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6);
  });

  it('is as it was where there is no advice', async () => {
    expect(await answeredWith(async () => [], odd)).toEqual(await answeredWith(null, odd));
  });
});

it('asks for no advice where the documents have the words, in a search, or for small talk', async () => {
  const asked: AdviceRequest[] = [];
  const advise: Adviser = async (request) => {
    asked.push(request);
    return [];
  };
  await answeredWith(advise, 'When will you dredge the eastern basin?');
  await answeredWith(advise, 'Does anybody excavate the zorblax?', 'search');
  await answeredWith(advise, 'Hello!');
  expect(asked).toEqual([]);
});
