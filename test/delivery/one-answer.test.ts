// One answer, whatever channel it is asked through: the same in substance, each in its own form.
import { expect, it } from 'vitest';
import { answerSchema } from '../../src/contract/answer.ts';
import type { AnswerWire } from '../../src/contract/answer.ts';
import { renderAnswer } from '../../src/delivery/cli/render-answer.ts';
import { ask } from './http/checked-request.ts';
import { textContent } from './http/read-html.ts';
import { connectedHarbour, textOf } from './mcp/connected-client.ts';
import { connect } from './ws/chat-client.ts';

const questions = [
  'When will you dredge the eastern basin before the herring season begins?',
  'How much do ferries pay a day?',
  'What does HWT stand for?',
  'Who composed the anthem of the moon colony?',
];

/** What does not differ from one asking to the next. */
function substance(answer: AnswerWire): object {
  return { ...answer, conversationId: '', messageId: '', timings: {} };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

it.each(questions)('%s', async (question) => {
  const made = await connectedHarbour('auto');
  const overHttp = answerSchema.parse((await ask(made, { question })).body);
  const chat = await connect(made.url);
  chat.ask('one', question);
  const { answer: overSocket } = await chat.first('answer', 'one');
  const overMcp = await made.client.callTool({ name: 'ask_strategies', arguments: { question } });
  const page = await (await made.app.request(`/?q=${encodeURIComponent(question)}`)).text();

  expect(substance(overSocket)).toEqual(substance(overHttp));
  expect(substance(answerSchema.parse(overMcp.structuredContent))).toEqual(substance(overHttp));
  const read = { page: textContent(page), terminal: renderAnswer(overHttp, 80), assistant: textOf(overMcp) };
  const said = [
    ...overHttp.citations.flatMap(({ quote, document }) => [quote, document.title]),
    ...overHttp.notices.map(({ text }) => text),
  ];
  for (const [channel, text] of Object.entries(read))
    for (const each of said) expect(oneLine(text).replaceAll('Note: ', ''), channel).toContain(oneLine(each));
});

it('is asked of documents that answer some of these questions and not all', async () => {
  const made = await connectedHarbour('auto');
  const answers = await Promise.all(questions.map((question) => ask(made, { question })));
  const abstained = answers.map(({ body }) => answerSchema.parse(body).abstained);
  expect(new Set(abstained)).toEqual(new Set([true, false]));
});
