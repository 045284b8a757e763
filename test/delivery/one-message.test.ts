// W6 over both ways in: a client that is not sure of its socket asks by a request, under the same id.
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/contract/answer.ts';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { scriptedTurns } from '../chat/scripted-turns.ts';
import { listeningHarbour } from './http/listening-harbour.ts';
import { connect } from './ws/chat-client.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';
const id = '0a1b2c3d4e5f6a7b8c9d0e1f';
const owner = '(open)';

async function post(url: string, body: object): Promise<AnswerWire> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/ask`, { method: 'POST', headers, body: JSON.stringify(body) });
  return answerSchema.parse(await response.json());
}

describe('W6 a message over a socket and as a request', () => {
  it('is answered once, whichever of the two is first', async () => {
    const { turns, asked } = scriptedTurns();
    const { url } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask(id, question);
    const [{ answer }, requested] = await Promise.all([
      client.first('answer', id),
      post(url, { id, question }),
      post(url, { id, question }),
    ]);
    expect(requested).toEqual(answer);
    expect(await post(url, { id, question })).toEqual(answer);
    expect(asked).toHaveLength(1);
  });

  it('is kept once when the socket is lost before it has told anything', async () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const { turns, asked } = scriptedTurns(() => (asked.length === 1 ? opened : Promise.resolve()));
    const { url, store } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask(id, question);
    await expect.poll(() => asked.length).toBe(1);
    const requested = post(url, { id, question });
    client.socket.terminate();
    await client.closed;
    open();
    const { messageId } = await requested;
    const kept = await store.turnsOf({ owner, conversationId: null, clientMessageId: id });
    expect(kept.map(({ answer }) => answer.messageId)).toEqual([messageId]);
  });

  it('is known within a conversation by any id, and not by the id alone', async () => {
    const { turns, asked } = scriptedTurns();
    const { url } = await listeningHarbour({ turns });
    const client = await connect(url);
    client.ask('1', question);
    const { conversationId } = (await client.first('answer', '1')).answer;
    client.ask('2', question, { conversationId });
    const { answer } = await client.first('answer', '2');
    expect(await post(url, { id: '2', question, conversationId })).toEqual(answer);
    expect(asked).toHaveLength(2);
    const other = await post(url, { id: '2', question: 'Something else?', conversationId });
    expect(other.messageId).not.toBe(answer.messageId);
  });
});
