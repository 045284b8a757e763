// What the bot says of itself: help, the home page, thanks, and that something went wrong.
import type { AppError } from '../../domain/errors.ts';
import { actionIds, reasonValue, reasons } from './actions.ts';
import type { AnswerKey } from './actions.ts';
import { button, context, section } from './blocks.ts';
import type { Block, SlackMessage } from './blocks.ts';
import { escapeMrkdwn, mrkdwnStrong } from './escape-mrkdwn.ts';
import { shorten } from '../../chat/card.ts';

/** Longest question of ours or of a document's that is shown as an example, in characters. */
const longestExample = 200;

const commandLines = [
  '• `/ask` _a question_: only you see the answer, and may share it',
  '• `/commitment` _a subject_: what was promised, with targets, deadlines and what may have followed',
  '• `/compare` _a subject_: what each strategy says of it, the oldest first',
  '• Mention me in a channel, or write to me: I answer in the thread, and know what was asked there before',
  '• _Explain this_, in the menu of any message: what the strategies say of it',
];

/** Whether somebody says nothing, or asks what there is to ask. */
export function asksForHelp(words: string): boolean {
  return /^(?:help)?$/iu.test(words.trim());
}

export function helpMessage(examples: readonly string[], humanContact: string | null): SlackMessage {
  const text = 'I answer questions about the strategy documents in their exact words. Ask me something.';
  return {
    text,
    blocks: [
      section(text),
      section(commandLines.join('\n')),
      ...(examples.length === 0 ? [] : [section(exampleLines(examples))]),
      context(...aboutLines(humanContact)),
    ],
  };
}

function exampleLines(examples: readonly string[]): string {
  const lines = examples.map((example) => `• ${escapeMrkdwn(shorten(example, longestExample))}`);
  return [mrkdwnStrong('For example'), ...lines].join('\n');
}

function aboutLines(humanContact: string | null): string[] {
  return [
    'What the documents do not say, I say that I did not find.',
    ...(humanContact === null ? [] : [`A person may know more: ${escapeMrkdwn(humanContact)}`]),
  ];
}

/** The page that opens when somebody goes to the app. */
export function homeBlocks(examples: readonly string[], humanContact: string | null): Block[] {
  return [
    { type: 'header', text: { type: 'plain_text', text: 'Ask the strategy documents' } },
    section('I answer in the exact words of the documents, and show where they stand.'),
    ...examples.map((example, at): Block => {
      const label = shorten(example, longestExample);
      const ask = button(actionIds.example, `example-${at}`, { label: 'Ask', spoken: `Ask: ${shorten(example, 60)}` });
      const text = section(escapeMrkdwn(label));
      return text.type === 'section' ? { ...text, accessory: ask } : text;
    }),
    section(commandLines.join('\n')),
    context(...aboutLines(humanContact)),
  ];
}

/** Which example a button of the home page stands for. */
export function exampleOf(value: string, examples: readonly string[]): string | null {
  const number = /^example-(?<number>\d{1,2})$/u.exec(value)?.groups?.['number'];
  return number === undefined ? null : (examples[Number(number)] ?? null);
}

export function thanksMessage(): SlackMessage {
  const text = 'Thank you. What you said is kept; you can change your mind at any time.';
  return { text, blocks: [section(text)] };
}

/** Thanks, and asks why. */
export function whyMessage(key: AnswerKey): SlackMessage {
  const text = 'Thank you. What was wrong with it?';
  const elements = reasons.map(({ id, label }) =>
    button(`${actionIds.reason}_${id}`, reasonValue(key, id), { label, spoken: `The answer: ${label.toLowerCase()}` }),
  );
  return { text, blocks: [section(text), { type: 'actions', elements }] };
}

/** @param before questions that are answered before it. */
export function stillWorking(before: number): string {
  const place = before === 0 ? '' : ` ${before} ${before === 1 ? 'question is' : 'questions are'} before yours.`;
  return `Still working on it.${place} The answer will be posted here.`;
}
export const shared = 'It is shared with everyone here.';
export const tooMuch =
  'There are more questions than I can answer just now, and yours is not among those. Ask again in some minutes.';
/** Tells somebody of another organisation no more than that they are not answered. */
export const outsiderText = 'I answer people of the workspace that I belong to, and cannot answer you here.';
export const answerGone = 'That answer is no longer kept.';

/** Codes whose messages were written for the person who asks. All others tell operators of files and settings. */
const forAskers: readonly AppError['code'][] = [
  'invalid-request',
  'busy',
  'overloaded',
  'too-many-requests',
  'timed-out',
  'disk-full',
];

/** What went wrong, in a sentence that tells nothing of our inside. */
export function failureText({ code, message }: AppError, reference: string): string {
  if (forAskers.includes(code)) return escapeMrkdwn(message);
  return `Something went wrong, and I could not answer. Ask again later; if it happens again, give this reference: ${reference}`;
}
