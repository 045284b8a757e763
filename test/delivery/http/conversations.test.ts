import { beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../../src/contract/answer.ts';
import type { AnswerWire } from '../../../src/contract/answer.ts';
import { conversationSchema } from '../../../src/contract/conversations.ts';
import { ask, checkedRequest, messageOf } from './checked-request.ts';
import { dredging, harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp();
});

async function asked(more: object = {}): Promise<AnswerWire> {
  return answerSchema.parse((await ask(made, { question, ...more })).body);
}

function judge(body: object): ReturnType<typeof checkedRequest> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return checkedRequest(made, '/api/feedback', init);
}

describe('a conversation', () => {
  it('has its questions and answers in order, with what was thought of them', async () => {
    const first = await asked();
    const { conversationId } = first;
    const second = await asked({ conversationId, documents: ['2024-2027-open-water'], from: 2024 });
    await judge({ messageId: first.messageId, verdict: 'unhelpful', reason: 'wrong document' });
    await judge({ messageId: first.messageId, verdict: 'helpful', comment: 'After all.' });
    const { status, body } = await checkedRequest(made, `/api/conversations/${conversationId}`);
    expect(status).toBe(200);
    const { turns } = conversationSchema.parse(body);
    expect(turns.map(({ answer }) => answer)).toEqual([first, second]);
    expect(turns[0]?.feedback).toMatchObject({ verdict: 'helpful', reason: null, comment: 'After all.' });
    expect(turns[1]).toMatchObject({ filters: { documents: ['2024-2027-open-water'], from: 2024 }, feedback: null });
  });

  it('is gone when it was deleted', async () => {
    const { conversationId } = await asked();
    const address = `/api/conversations/${conversationId}`;
    expect((await checkedRequest(made, address, { method: 'DELETE' })).status).toBe(204);
    expect((await checkedRequest(made, address)).status).toBe(404);
    expect((await checkedRequest(made, address, { method: 'DELETE' })).status).toBe(404);
  });

  it('is given as Markdown to keep, and as JSON', async () => {
    const { conversationId } = await asked();
    const markdown = await checkedRequest(made, `/api/conversations/${conversationId}/export`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.headers.get('content-disposition')).toBe(`attachment; filename="bluelamp-${conversationId}.md"`);
    expect(markdown.body).toContain(dredging);
    const json = await checkedRequest(made, `/api/conversations/${conversationId}/export?format=json`);
    expect(json.body).toMatchObject({ format: 'bluelamp-conversation-1', conversationId });
    const other = await checkedRequest(made, `/api/conversations/${conversationId}/export?format=pdf`);
    expect([other.status, messageOf(other.body)]).toEqual([400, '"format" must be one of md, json.']);
  });

  it.each([['..%2f..%2fetc'], ['a'.repeat(65)], ['%00'], ['no such']])('named %j is not there', async (id) => {
    expect((await checkedRequest(made, `/api/conversations/${id}`)).status).toBe(404);
  });
});

describe('feedback', () => {
  it.each([
    ['on no answer', { messageId: 'AAAAAAAAAAAAAAAAAAAAAA', verdict: 'helpful' }, 404],
    ['without a verdict', { messageId: 'a' }, 400],
    ['of another verdict', { messageId: 'a', verdict: 'fine' }, 400],
    ['with too much to say', { messageId: 'a', verdict: 'helpful', comment: 'a'.repeat(2001) }, 400],
    ['with a field that is none', { messageId: 'a', verdict: 'helpful', who: 'me' }, 400],
  ])('%s is refused', async (_what, body, status) => {
    expect((await judge(body)).status).toBe(status);
  });

  it('comes as JSON', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' };
    expect((await checkedRequest(made, '/api/feedback', init)).status).toBe(415);
  });
});
