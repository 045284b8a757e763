// What is done before something is acknowledged: it is kept as a job, or it is so little that it is done at once.
import { AppError, toAppError } from '../../domain/errors.ts';
import type { SlackMessage } from './blocks.ts';
import type { Standing } from './standing.ts';
import type { JobQueue } from './job-queue.ts';
import { threadKey } from './jobs.ts';
import type { Job } from './jobs.ts';
import {
  answerGone,
  outsiderText,
  asksForHelp,
  exampleOf,
  failureText,
  helpMessage,
  thanksMessage,
  tooMuch,
  whyMessage,
} from './messages.ts';
import type { SlackParts } from './parts.ts';
import { comparisonQuestion } from './subjects.ts';
import type { ReadEvent } from './read-event.ts';
import type { ReadCommand, ReadInteraction } from './read-interaction.ts';
import type { Sender } from './sender.ts';

/** What goes back with the acknowledgement; mostly nothing. */
export type Acknowledgement = Readonly<Record<string, unknown>>;

export interface Inside {
  readonly parts: SlackParts;
  readonly queue: JobQueue;
  readonly standing: Standing;
  readonly aside: Aside;
  /** Aborts when the service stops. */
  readonly signal: AbortSignal;
  /** Whether somebody belongs to an organisation that is not answered. */
  readonly isOutsider: (sender: Sender) => boolean;
}

const nothing: Acknowledgement = {};

/** As the manifests have them; anybody may name others. */
const knownCommands: readonly string[] = ['/ask', '/commitment', '/compare'];

/** Characters of a message that is asked about; a question has at most 2,000. */
const longestExcerpt = 1_000;

/** Words on the side that are under way at a time; beyond it the log alone tells. */
const mostAsides = 10;

/** Sends a word without another try, unless too many are under way; what it is given must not throw. */
export type Aside = (send: () => Promise<unknown>) => void;

/** So that a flood of what is turned away, while Slack is slow, does not pile up here. */
export function createAsides(most = mostAsides): Aside {
  let underWay = 0;
  return (send) => {
    if (underWay >= most) return;
    underWay += 1;
    void send().finally(() => (underWay -= 1));
  };
}

export async function takeEvent(inside: Inside, read: ReadEvent): Promise<Acknowledgement> {
  const { parts, queue, standing } = inside;
  parts.metrics.received(read.kind);
  if (read.kind === 'challenge') return { challenge: read.challenge };
  if (read.kind === 'removed') standing.noteTokenFault(read.reason);
  if (read.kind === 'home') {
    await queue.add({ kind: 'home', reference: parts.ids(), team: read.team, user: read.user }, read.keys);
  }
  if ((read.kind === 'question' || read.kind === 'follow-up') && inside.isOutsider(read.sender)) {
    parts.log('info', 'slack-outsider-not-answered', { kind: read.kind });
    if (read.kind === 'question') turnAway(inside, read);
    return nothing;
  }
  if (read.kind === 'question' || (read.kind === 'follow-up' && (await isEngaged(inside, read)))) {
    await queue.add(threadJob(parts, read), read.keys);
  }
  return nothing;
}

/** A word to whoever turned to us, that only they see. It tells nothing, and where it cannot be sent nothing is lost. */
function turnAway({ parts, signal, aside }: Inside, { posted }: ReadQuestion): void {
  const { channel, user, thread } = posted;
  const told = { channel, user, thread_ts: thread, text: outsiderText };
  aside(() => parts.api.call('chat.postEphemeral', told, signal));
}

type ReadQuestion = Extract<ReadEvent, { readonly kind: 'question' | 'follow-up' }>;

/** Whether the bot has answered in the thread, or is about to. */
async function isEngaged({ parts, queue }: Inside, { team, posted }: ReadQuestion): Promise<boolean> {
  if (!parts.options.followThreads) return false;
  const thread = threadKey({ ...posted, team });
  return queue.concerns(thread) || (await parts.store.conversationOf(thread)) !== null;
}

function threadJob(parts: SlackParts, { team, posted }: ReadQuestion): Job {
  const { words: question, ...place } = posted;
  return { kind: 'thread', reference: parts.ids(), team, ...place, question };
}

/** @throws AppError `invalid-request` where the answer would go to an address that is not Slack's. */
export async function takeCommand({ parts, queue }: Inside, read: ReadCommand): Promise<Acknowledgement> {
  const { command, words, responseUrl, keys } = read;
  parts.metrics.received(knownCommands.includes(command) ? command.slice(1) : 'command');
  requireResponseUrl(parts, responseUrl);
  if (asksForHelp(words)) return { response_type: 'ephemeral', ...(await help(parts)) };
  const reference = parts.ids();
  try {
    await queue.add(commandJob(read, reference), keys);
    return nothing;
  } catch (error) {
    // A command comes only once: what goes back with the acknowledgement is all that the asker will hear.
    const fault = toAppError(error);
    parts.log('error', 'slack-command-not-kept', { reference, code: fault.code });
    return { response_type: 'ephemeral', text: failureText(fault, reference) };
  }
}

function commandJob({ command, words, team, user, responseUrl }: ReadCommand, reference: string): Job {
  const sender = { reference, team, user, responseUrl };
  const shown = `${command} ${words}`;
  if (command === '/commitment') return { kind: 'register', ...sender, subject: words, shown };
  if (command === '/compare') return { kind: 'private', ...sender, question: comparisonQuestion(words), shown };
  return { kind: 'private', ...sender, question: words, shown: words };
}

async function help({ catalogue, options }: SlackParts): Promise<SlackMessage> {
  return helpMessage(await catalogue.examples(), options.humanContact);
}

/** @throws AppError `invalid-request` as `takeCommand`; what the store throws. */
export async function takeInteraction(inside: Inside, read: ReadInteraction): Promise<Acknowledgement> {
  const { parts, queue } = inside;
  const { asked, responseUrl, keys } = read;
  parts.metrics.received(asked.kind);
  if (responseUrl !== '' || asked.kind === 'explain') requireResponseUrl(parts, responseUrl);
  if (inside.isOutsider(read.sender)) {
    parts.log('info', 'slack-outsider-not-answered', { kind: asked.kind });
    return nothing;
  }
  if (asked.kind === 'judge' || asked.kind === 'reason') await judge(inside, asked, responseUrl);
  const job = await jobOf(parts, read);
  if (job !== null) await queue.add(job, keys);
  return nothing;
}

/** Null where there is nothing to do later. */
async function jobOf(parts: SlackParts, { asked, team, user, responseUrl }: ReadInteraction): Promise<Job | null> {
  const sender = { reference: parts.ids(), team, user };
  if (asked.kind === 'share' || asked.kind === 'keep') {
    return { kind: asked.kind, ...sender, ...asked.key, thread: asked.thread, responseUrl };
  }
  if (asked.kind === 'settle-register') return { ...asked, ...sender, responseUrl };
  if (asked.kind === 'explain') {
    return { kind: 'private', ...sender, question: excerptOf(asked.words), shown: asked.words, responseUrl };
  }
  if (asked.kind !== 'example') return null;
  const question = exampleOf(asked.example, await parts.catalogue.examples());
  return question === null ? null : { kind: 'example', ...sender, question };
}

/** A message may be longer than a question. */
function excerptOf(words: string): string {
  return Array.from(words).slice(0, longestExcerpt).join('');
}

type Judgement = Extract<ReadInteraction['asked'], { readonly kind: 'judge' | 'reason' }>;

/** The verdict is kept before the click is acknowledged; a second one replaces it. */
async function judge({ parts, signal, aside }: Inside, asked: Judgement, responseUrl: string): Promise<void> {
  const { conversations, owner, api, ids } = parts;
  const { messageId } = asked.key;
  const given =
    asked.kind === 'judge' ? { verdict: asked.verdict } : { verdict: 'unhelpful' as const, reason: asked.reason };
  const tell = (message: SlackMessage | { readonly text: string }): void => {
    if (responseUrl === '') return;
    const manner = { response_type: 'ephemeral', replace_original: asked.kind === 'reason' };
    aside(() => api.respond(responseUrl, { ...manner, ...message }, signal));
  };
  try {
    await conversations.giveFeedback({ messageId, owner, ...given, requestId: ids() });
    tell(asked.kind === 'judge' && asked.verdict === 'unhelpful' ? whyMessage(asked.key) : thanksMessage());
  } catch (error) {
    if (toAppError(error).code !== 'not-found') throw error;
    tell({ text: answerGone });
  }
}

function requireResponseUrl({ api }: SlackParts, url: string): void {
  if (api.isResponseUrl(url)) return;
  throw new AppError('invalid-request', 'The address for the answer is not one of Slack’s.');
}

/** Says once, without another try, that a question will not be answered: the line is full because Slack or we have too much to do. */
export function apologies({ api }: SlackParts, aside: Aside, signal: AbortSignal): (job: Job) => void {
  const send = async (job: Job): Promise<void> => {
    if (job.kind === 'thread') {
      await api.call('chat.postMessage', { channel: job.channel, thread_ts: job.thread, text: tooMuch }, signal);
    } else if (job.kind === 'private') {
      await api.respond(job.responseUrl, { response_type: 'ephemeral', text: tooMuch }, signal);
    }
  };
  return (job) => aside(() => send(job));
}
