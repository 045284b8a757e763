// How something goes out to Slack: an answer with its blocks or, where Slack takes none, without; and the signs that one is being made.
import type { Arrivals } from '../../admission/arrivals.ts';
import type { SlackOutcome } from '../../slack-ports.ts';
import type { Answered, Answers } from './answers.ts';
import type { SlackMessage } from './blocks.ts';
import type { Deliver, Delivered } from './deliver.ts';
import type { Standing } from './standing.ts';
import { longestWait } from './job-queue.ts';
import type { JobEnd } from './job-queue.ts';
import type { JobOf } from './jobs.ts';
import type { SlackParts } from './parts.ts';
import { renderCard, renderPlainCard } from './render-card.ts';
import type { RenderOptions } from './render-card.ts';

/** Milliseconds after which whoever asked is told that it is being worked on. */
const stillWorkingAfter = 5_000;

/** Milliseconds for which Slack takes answers at an address that it gave; docs.slack.dev, Handling user interaction. */
const responseLife = 1_800_000;

/** Milliseconds between two messages to one channel; docs.slack.dev, Rate limits: `chat.postMessage` takes about one a second of each. */
const channelPace = 1_000;

/** The sign on a message that is being answered. */
const waitingSign = 'eyes';

export interface RunParts {
  readonly parts: SlackParts;
  readonly arrivals: Arrivals;
  readonly answers: Answers;
  readonly deliver: Deliver;
  readonly standing: Standing;
  readonly stopping: AbortSignal;
}

/** How a job goes on: with when it ends at the latest, and what ends it before. */
export interface Course {
  /** Milliseconds of `now()`. */
  readonly until: number;
  readonly signal: AbortSignal;
}

export type Send = (message: SlackMessage | string, course: Course) => Promise<Delivered>;

interface AnswerDelivery {
  readonly reference: string;
  readonly answered: Answered;
  readonly send: Send;
  readonly course: Course;
  readonly options: Omit<RenderOptions, 'key' | 'humanContact'>;
}

export async function deliverAnswer(
  { parts }: RunParts,
  { reference, answered, send, course, options }: AnswerDelivery,
): Promise<JobEnd> {
  if (answered.kind === 'stopped') return 'stopped';
  if (answered.kind === 'failure') return endOf(await send(answered.text, course), parts, reference);
  const rendering: RenderOptions = { ...options, key: answered.key, humanContact: parts.options.humanContact };
  return deliverMessage(parts, {
    reference,
    message: renderCard(answered.card, rendering),
    plain: () => renderPlainCard(answered.card, rendering),
    send,
    course,
  });
}

interface MessageDelivery extends Pick<AnswerDelivery, 'reference' | 'send' | 'course'> {
  readonly message: SlackMessage;
  /** The same as a text, for a Slack that takes no blocks of ours. */
  readonly plain: () => string;
}

/** Sends it, and once more as text where Slack refuses its blocks. */
export async function deliverMessage(
  parts: SlackParts,
  { reference, message, plain, send, course }: MessageDelivery,
): Promise<JobEnd> {
  const delivered = await send(message, course);
  if (delivered.kind !== 'refused' || !isOfTheMessage(delivered.error)) return endOf(delivered, parts, reference);
  parts.log('error', 'slack-blocks-refused', { reference, error: delivered.error });
  return endOf(await send(plain(), course), parts, reference);
}

/** Whether Slack dislikes how the message is made, and not where it goes. */
function isOfTheMessage(error: string): boolean {
  return /^(?:invalid_(?:blocks|attachments|arguments|arg_name)|invalid_blocks_format|msg_(?:too_long|blocks_too_long)|too_many_.*|block_.*|no_text|status_400)$/u.test(
    error,
  );
}

/** Counts and logs what became of a message. @returns `stopped` where the job is to be taken up at the next start. */
export function endOf(delivered: Delivered, { log, metrics }: SlackParts, reference: string): JobEnd {
  if (delivered.kind !== 'stopped') metrics.ended(delivered.kind);
  if (delivered.kind === 'refused') log('error', 'slack-refused', { reference, error: delivered.error });
  if (delivered.kind === 'expired') log('error', 'slack-given-up', { reference });
  return delivered.kind === 'stopped' ? 'stopped' : 'done';
}

/** Nothing that a message links to is fetched or shown by Slack. */
const quiet = { unfurl_links: false, unfurl_media: false } as const;

export function poster(
  { parts, deliver }: RunParts,
  place: { readonly channel: string; readonly thread_ts?: string },
): Send {
  return (message, course) => {
    const body = { ...place, ...quiet, ...bodyOf(message) };
    const attempt = (signal: AbortSignal): Promise<SlackOutcome> => parts.api.call('chat.postMessage', body, signal);
    const pace = parts.limits?.channelPace ?? channelPace;
    return deliver({ lane: `channel ${place.channel}`, attempt, pace, ...course });
  };
}

export function responder(
  { parts, deliver }: RunParts,
  { responseUrl, reference }: { readonly responseUrl: string; readonly reference: string },
  manner: Readonly<Record<string, unknown>>,
): Send {
  return (message, course) => {
    const body = { ...manner, ...quiet, ...bodyOf(message) };
    const attempt = (signal: AbortSignal): Promise<SlackOutcome> => parts.api.respond(responseUrl, body, signal);
    const until = course.until - longestWait + responseLife;
    return deliver({ lane: `response ${reference}`, attempt, signal: course.signal, until });
  };
}

function bodyOf(message: SlackMessage | string): { readonly text: string } {
  return typeof message === 'string' ? { text: message } : message;
}

/** Best effort: a sign that cannot be shown keeps no answer back. @returns what takes it away. */
export function showSign(
  { parts, deliver, standing }: RunParts,
  { channel, ts }: JobOf<'thread'>,
  { until }: Course,
): () => Promise<void> {
  const sign = { channel, timestamp: ts, name: waitingSign };
  if (standing.isTroubled()) return async () => undefined;
  const shown = parts.api.call('reactions.add', sign);
  return async () => {
    const outcome = await shown;
    // A call that got no answer may have been heard, and an earlier process may have shown it.
    const isMissing =
      outcome.kind === 'rate-limited' || (outcome.kind === 'refused' && outcome.error !== 'already_reacted');
    if (isMissing) return;
    const attempt = (signal: AbortSignal): Promise<SlackOutcome> => parts.api.call('reactions.remove', sign, signal);
    void deliver({ lane: `sign ${channel} ${ts}`, attempt, until, signal: new AbortController().signal });
  };
}

export function later({ limits }: SlackParts, work: () => void): { readonly cancel: () => void } {
  const timer = setTimeout(work, limits?.stillWorkingAfter ?? stillWorkingAfter);
  timer.unref();
  return { cancel: () => clearTimeout(timer) };
}
