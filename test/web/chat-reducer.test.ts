import { expect, it } from 'vitest';
import type { ServerFrame } from '../../src/contract/chat.ts';
import { reduceChat } from '../../web/app/chat-reducer.ts';
import type { ChatEvent } from '../../web/app/chat-reducer.ts';
import { citationsOf, emptyChat, turnUnderWay } from '../../web/app/chat-state.ts';
import type { ChatState } from '../../web/app/chat-state.ts';
import { answerOf } from './made-up-answer.ts';

const asked: ChatEvent = { type: 'asked', id: 'one', question: 'What?', documents: null };
const told = (frame: ServerFrame): ChatEvent => ({ type: 'told', frame });
const accepted = told({ type: 'accepted', id: 'one', conversationId: 'c', messageId: 'm' });
const delta = (text: string): ChatEvent => told({ type: 'text-delta', id: 'one', text });
const after = (...events: readonly ChatEvent[]): ChatState => events.reduce(reduceChat, emptyChat);

it('shows the question at once, then what is told of it', () => {
  const state = after(asked, accepted, delta('The '), delta('answer.'));
  expect(turnUnderWay(state)).toMatchObject({ question: 'What?', progress: { text: 'The answer.', passages: null } });
  const [citation] = answerOf('x').citations;
  if (!citation) throw new Error('The made-up answer has a citation.');
  const cited = reduceChat(state, told({ type: 'citation', id: 'one', citation }));
  expect(cited.turns.flatMap(citationsOf)).toEqual([citation]);
});

it('begins a text anew when the question is accepted again', () => {
  expect(turnUnderWay(after(asked, accepted, delta('The ans'), accepted, delta('The')))?.progress).toMatchObject({
    text: 'The',
  });
});

it('has a conversation to go on with only once there is an answer', () => {
  expect(after(asked, accepted).conversationId).toBeNull();
  const state = after(asked, accepted, told({ type: 'answer', id: 'one', answer: answerOf('x') }));
  expect([state.conversationId, turnUnderWay(state)]).toEqual(['AAAAAAAAAAAAAAAAAAAAAA', null]);
});

it('takes nothing more of a question that has ended, nor of one that it does not know', () => {
  const stopped = after(asked, accepted, delta('The'), told({ type: 'stopped', id: 'one' }));
  expect(stopped.turns[0]?.progress).toMatchObject({ kind: 'stopped', text: 'The' });
  expect(reduceChat(stopped, delta(' answer'))).toBe(stopped);
  expect(reduceChat(stopped, told({ type: 'text-delta', id: 'two', text: 'x' }))).toBe(stopped);
});

it('asks a question again in one place, with what became of it announced', () => {
  const failed = after(asked, told({ type: 'error', id: 'one', code: 'internal', message: 'It failed.' }));
  expect([failed.announcement, failed.turns[0]?.progress.kind]).toEqual(['It failed.', 'failed']);
  const again = reduceChat(failed, asked);
  expect([again.turns.length, turnUnderWay(again)?.id]).toEqual([1, 'one']);
});

it('announces an answer by its status, its beginning and its sources', () => {
  const answer = answerOf('x', { status: 'answered', answer: `**Bold** ${'word '.repeat(100)}[1]` });
  const { announcement } = after(asked, told({ type: 'answer', id: 'one', answer }));
  expect(announcement).toMatch(/^Answered\. Bold word (?:word )+… 1 source\.$/u);
  expect(announcement.length).toBeLessThan(280);
});

it('reopens a conversation with its verdicts, and forgets it', () => {
  const turn = {
    messageId: 'm',
    question: 'What?',
    filters: { documents: ['a'] },
    time: '2026-01-01T00:00:00.000Z',
    answer: answerOf('x'),
    feedback: { verdict: 'helpful' as const, reason: null, comment: null, time: '2026-01-01T00:00:00.000Z' },
  };
  const times = { created: turn.time, last: turn.time };
  const state = after({ type: 'reopened', conversation: { conversationId: 'c', ...times, turns: [turn] } });
  expect(state).toMatchObject({ conversationId: 'c', turns: [{ verdict: 'helpful', documents: ['a'] }] });
  const judged = reduceChat(state, { type: 'judged', turnId: 'm', verdict: 'unhelpful' });
  expect(judged.turns[0]?.verdict).toBe('unhelpful');
  expect(reduceChat(judged, { type: 'cleared' })).toMatchObject({ conversationId: null, turns: [] });
});
