// M1 in Slack: each way in which a model fails leaves the answer that quotes in the thread, with a notice that says so.
import { expect, it } from 'vitest';
import type { Turns } from '../../../src/chat/turn.ts';
import { failingModes } from '../../generate/failing-modes.ts';
import { wordedTurns } from '../../generate/worded-harbour.ts';
import { mention, posted, slackService, textOf } from './slack-service.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';
/** Milliseconds; short, so that a model that hangs is soon known for it. */
const limits = { deadline: 1500, firstPiece: 400, idle: 400 };

/** What stands in the thread once the question is answered, line by line. */
async function postedBy(turns: Turns): Promise<{ readonly lines: readonly string[]; readonly logged: string }> {
  const service = await slackService({ turns });
  await mention(service, { text: `<@UBOT> ${question}` });
  const [message] = await posted(service, 1);
  // Nothing comes after it: the reaction that says "under way" is taken back, and no second message is made.
  await posted(service, 1, 'reactions.remove');
  expect(service.standIn.accepted('chat.postMessage')).toHaveLength(1);
  // Each conversation has an id of its own.
  const text = textOf(message).replaceAll(/\?c=[\w-]+/gu, '?c=');
  return { lines: text.split('\n'), logged: JSON.stringify(service.logged) };
}

it.each(Object.entries(failingModes))('M1: a model that %s', async (_name, { behave, most }) => {
  const { worded, quoting, standIn } = await wordedTurns(behave, limits);
  const plain = await postedBy(quoting);
  expect(standIn.calls).toHaveLength(0);
  const { lines, logged } = await postedBy(worded);
  expect(standIn.calls.length).toBeGreaterThanOrEqual(1);
  expect(standIn.calls.length).toBeLessThanOrEqual(most);
  const notices = lines.filter((line) => line.includes('language model'));
  expect(notices).toMatchObject([expect.stringContaining('documents’ own words')]);
  expect(lines.filter((line) => !notices.includes(line))).toEqual(plain.lines);
  expect(plain.lines.join('\n')).toContain('We will dredge the eastern basin every spring');
  expect(logged).not.toMatch(/"level":"error"|dredge|canary/u);
});
