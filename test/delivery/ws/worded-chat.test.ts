// A worded answer over the chat socket: told as it comes, stopped on both sides, and in nobody's way.
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../../src/contract/answer.ts';
import type { AnswerWire } from '../../../src/contract/answer.ts';
import { beginStream, frame, materialOf, saying } from '../../generate/stand-in-model.ts';
import type { Behaviour, Call } from '../../generate/stand-in-model.ts';
import { wordedHarbour } from '../../generate/worded-harbour.ts';
import { connect } from './chat-client.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';
const honest = 'The eastern basin will be dredged every spring before the herring season begins.';

function withMark(call: Call): string {
  const id = materialOf(call).passages.find(({ text }) => text.includes('dredge'))?.id;
  return `${honest} [${id}]\n`;
}

/** Longer than any test. */
const patient = { deadline: 120_000, firstPiece: 120_000, idle: 120_000 };

/** Says one sentence that holds, and then nothing more. */
const thenSilence: Behaviour = async (call, response) => {
  beginStream(response);
  response.write(frame({ role: 'assistant', content: `${withMark(call)}And` }));
};

describe('a worded answer', () => {
  it('is told sentence by sentence before it is whole, and the pieces are the answer', async () => {
    const { url } = await wordedHarbour(thenSilence, { limits: { idle: 300 } });
    const client = await connect(url);
    client.ask('one', question);
    const delta = await client.first('text-delta', 'one');
    expect(delta.text).toBe(`${honest} [1]`);
    expect(client.of('one').some(({ type }) => type === 'answer')).toBe(false);
    const { answer } = await client.first('answer', 'one');
    const text = client.frames.map((each) => (each.type === 'text-delta' ? each.text : '')).join('');
    expect(text).toBe(answer.answer);
    const citations = client.frames.flatMap((each) => (each.type === 'citation' ? [each.citation] : []));
    expect(citations).toEqual(answer.citations);
    expect(answer.wordedBy).toBe('openai:llama');
    expect(answer.notices.at(-1)).toMatchObject({ type: 'model' });
  });

  it('is kept as it was told, and read again by its conversation', async () => {
    const { url, store } = await wordedHarbour(saying(withMark));
    const client = await connect(url);
    client.ask('one', question);
    const { answer } = await client.first('answer', 'one');
    const kept = await store.read({ conversationId: answer.conversationId, owner: '(open)' });
    expect(kept?.turns[0]?.answer).toMatchObject({ answer: `${honest} [1]`, wordedBy: 'openai:llama' });
  });
});

describe('whoever stops, or leaves,', () => {
  it('ends the call on the other side, which would never have ended, and is told no more', async () => {
    const { url, standIn, store } = await wordedHarbour(thenSilence, { limits: patient });
    const client = await connect(url);
    client.ask('one', question);
    await client.first('text-delta', 'one');
    client.send({ type: 'stop', id: 'one' });
    await expect.poll(() => standIn.calls[0]?.wasLeft).toBe(true);
    await client.first('stopped', 'one');
    const { conversationId } = await client.first('accepted', 'one');
    expect(await store.read({ conversationId, owner: '(open)' })).toBeNull();
  });

  it('does so too by closing the socket', async () => {
    const { url, standIn } = await wordedHarbour(thenSilence, { limits: patient });
    const client = await connect(url);
    client.ask('one', question);
    await client.first('text-delta', 'one');
    client.socket.terminate();
    await expect.poll(() => standIn.calls[0]?.wasLeft).toBe(true);
  });
});

it('whoever gives up a request over HTTP ends the call on the other side', async () => {
  const { url, standIn } = await wordedHarbour(thenSilence, { limits: patient });
  const controller = new AbortController();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ question });
  const asking = fetch(`${url}/api/ask`, { method: 'POST', headers, body, signal: controller.signal });
  await expect.poll(() => standIn.calls.length).toBe(1);
  controller.abort();
  await expect(asking).rejects.toThrow('aborted');
  await expect.poll(() => standIn.calls[0]?.wasLeft).toBe(true);
});

it('M1: over HTTP as well, a model that is down leaves the answer that quotes, with a notice', async () => {
  const { url, standIn } = await wordedHarbour(async (_call, response) => void response.writeHead(500).end());
  const ask = async (): Promise<AnswerWire> => {
    const response = await fetch(`${url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question }),
    });
    expect(response.status).toBe(200);
    return answerSchema.parse(await response.json());
  };
  for (let time = 0; time < 6; time += 1) {
    const { answer, notices } = await ask();
    expect(answer).toContain('“We will dredge the eastern basin every spring');
    expect(notices.map(({ type }) => type)).toContain('model');
  }
  // Five failures, and then it is left alone.
  expect(standIn.calls).toHaveLength(5);
});
