// What clients send about answers, and what they are sent of conversations.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conversationSchema, feedbackSchema } from '../../src/contract/conversations.ts';
import { answered, lamps, openDesk } from '../chat/open-desk.ts';

it('takes feedback as it is given, whatever the comment says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (comment) => {
      const given = { messageId: 'm-1_A', verdict: 'unhelpful', reason: 'old', comment };
      expect(feedbackSchema.parse(given)).toEqual(given);
    }),
  );
  expect(feedbackSchema.parse({ messageId: 'm-1', verdict: 'helpful' })).toEqual({
    messageId: 'm-1',
    verdict: 'helpful',
  });
});

it.each([
  [null, 'must be a JSON object with a "messageId"'],
  [{}, '"messageId" must be'],
  [{ messageId: 'm 1', verdict: 'helpful' }, '"messageId" must be'],
  [{ messageId: 'm\u00001', verdict: 'helpful' }, '"messageId" must be'],
  [{ messageId: 'm'.repeat(65), verdict: 'helpful' }, '"messageId" must be'],
  [{ messageId: 'm-1' }, '"verdict" must be one of helpful, unhelpful'],
  [{ messageId: 'm-1', verdict: 'meh' }, '"verdict" must be one of helpful, unhelpful'],
  [{ messageId: 'm-1', verdict: 'helpful', reason: 'r'.repeat(101) }, '"reason" must be a text of at most 100'],
  [{ messageId: 'm-1', verdict: 'helpful', comment: 'c'.repeat(2001) }, '"comment" must be a text of at most 2,000'],
  [{ messageId: 'm-1', verdict: 'helpful', comment: 7 }, '"comment" must be a text'],
  [{ messageId: 'm-1', verdict: 'helpful', owner: 'bob' }, '"owner" is not a field of feedback'],
])('refuses feedback that is none, in a sentence: %j', (given, sentence) => {
  expect(feedbackSchema.safeParse(given).error?.issues[0]?.message).toContain(sentence);
});

it('describes a conversation as it is read, with nothing more and nothing less', async () => {
  const desk = openDesk();
  const { conversationId, messageId } = await answered(desk, { ...lamps, filters: { from: 2020, to: 2024 } });
  await desk.conversations.giveFeedback({ messageId, owner: 'ann', verdict: 'helpful' });
  const conversation = await desk.conversations.read(conversationId, 'ann');
  expect(conversationSchema.strict().parse(conversation)).toEqual(conversation);
});
