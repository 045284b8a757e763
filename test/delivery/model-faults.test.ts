// M1: each way in which a model fails, over each channel that has a socket of its own: the answer that quotes comes, and says why.
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/contract/answer.ts';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { failingModes } from '../generate/failing-modes.ts';
import { wordedHarbour } from '../generate/worded-harbour.ts';
import type { WordedHarbour } from '../generate/worded-harbour.ts';
import { connect } from './ws/chat-client.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';
/** Milliseconds; short, so that a model that hangs is soon known for it. */
const limits = { deadline: 1500, firstPiece: 400, idle: 400 };

type Channel = (harbour: WordedHarbour) => Promise<{ readonly answer: AnswerWire; readonly told: string }>;

const channels: Readonly<Record<string, Channel>> = {
  HTTP: async ({ url }) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/ask`, { method: 'POST', headers, body: JSON.stringify({ question }) });
    expect(response.status).toBe(200);
    const answer = answerSchema.parse(await response.json());
    return { answer, told: answer.answer };
  },
  WebSocket: async ({ url }) => {
    const client = await connect(url);
    client.ask('one', question);
    const { answer } = await client.first('answer', 'one');
    expect(client.frames.filter(({ type }) => type === 'error')).toEqual([]);
    return { answer, told: client.frames.map((each) => (each.type === 'text-delta' ? each.text : '')).join('') };
  },
};

const modes = Object.entries(failingModes);
const cases = Object.entries(channels).flatMap(([channel, ask]) =>
  modes.map(([mode, { behave, most }]) => ({ channel, ask, mode, behave, most })),
);

async function expectQuotation(ask: Channel, harbour: WordedHarbour): Promise<void> {
  const plain = (await harbour.quoting.ask({ question })).composed;
  const { answer, told } = await ask(harbour);
  expect(answer.answer).toBe(plain.answer);
  expect(told).toBe(plain.answer);
  expect(answer.citations.map(({ quote, start }) => [quote, start])).toEqual(
    plain.citations.map(({ quote, start }) => [quote, start]),
  );
  expect(answer.wordedBy).toBeUndefined();
  expect(answer.notices.filter(({ type }) => type === 'model')).toMatchObject([
    { text: expect.stringContaining('documents’ own words') },
  ]);
}

describe('M1: a model that', () => {
  it.each(cases)('$mode, over $channel', async ({ ask, behave, most }) => {
    const harbour = await wordedHarbour(behave, { limits });
    await expectQuotation(ask, harbour);
    expect(harbour.standIn.calls.length).toBeGreaterThanOrEqual(1);
    expect(harbour.standIn.calls.length).toBeLessThanOrEqual(most);
    // Nothing goes on there once the answer is given.
    await expect.poll(() => harbour.gate.load()).toEqual({ running: 0, waiting: 0 });
  });

  it.each(Object.entries(channels))('speaks no TLS though it should, over %s', async (_name, ask) => {
    const toBaseUrl = (url: string): string => url.replace('http:', 'https:');
    const harbour = await wordedHarbour(async () => undefined, { limits, toBaseUrl });
    await expectQuotation(ask, harbour);
    expect(harbour.standIn.calls).toHaveLength(0);
  });

  it('is one of fourteen kinds and one that works', () => {
    expect(modes.length).toBeGreaterThanOrEqual(14);
  });
});
