// One job from question to delivery: a sign that it is being worked on, the answer, and the sign taken away, whatever happened.
import { createAskGate } from '../../admission/ask-gate.ts';
import { toAppError } from '../../domain/errors.ts';
import type { SlackOutcome } from '../../slack-ports.ts';
import type { AnswerKey } from './actions.ts';
import { answerFromRegister, settleRegister } from './answer-register.ts';
import { failureOf } from './answers.ts';
import type { Answered } from './answers.ts';
import { longestWait } from './job-queue.ts';
import type { JobEnd } from './job-queue.ts';
import { threadKey } from './jobs.ts';
import type { Job, JobOf } from './jobs.ts';
import { answerGone, asksForHelp, helpMessage, homeBlocks, shared, stillWorking } from './messages.ts';
import type { SlackParts } from './parts.ts';
import { deliverAnswer, endOf, later, poster, responder, showSign } from './send.ts';
import type { Course, RunParts, Send } from './send.ts';
import { commitmentQuestion } from './subjects.ts';

/** Questions of Slack's at a time: the other channels are to have their share, and what arrives must be acknowledged. */
const atATime = 2;
/** Milliseconds: a day, which is longer than any job lives. */
const noHurry = 86_400_000;
/** Jobs that may stand in line here; the queue before it is shorter. */
const line = 100_000;

export function createJobRunner(run: RunParts): (job: Job, age: number, signal: AbortSignal) => Promise<JobEnd> {
  const gate = createAskGate({ running: atATime, waiting: line, patience: noHurry });
  const waiting = new Set<string>();
  const inTurn: InTurn = async ({ reference }, signal, work) => {
    const place = gate.reserve();
    waiting.add(reference);
    try {
      await place.ready(signal);
      waiting.delete(reference);
      await run.arrivals.turn();
      return await work(place.leave);
    } catch (error) {
      return failureOf(run.parts, { reference, signal }, error);
    } finally {
      waiting.delete(reference);
      place.leave();
    }
  };
  const placeOf = ({ reference }: Job): number => Math.max(0, [...waiting].indexOf(reference));
  return async (job, age, signal) => {
    const course = { until: run.parts.now() + longestWait - age, signal: AbortSignal.any([signal, run.stopping]) };
    const end = await runKind({ ...run, inTurn, placeOf }, job, course).catch((error: unknown): JobEnd => {
      run.parts.log('error', 'slack-job-failed', { reference: job.reference, fault: error });
      return 'done';
    });
    return run.stopping.aborted && end !== 'done' ? 'stopped' : end;
  };
}

/** Answers when it is the job's turn. Never throws. @param work is told how to let others have their turn before it ends. */
type InTurn = (job: Job, signal: AbortSignal, work: (letOthers: () => void) => Promise<Answered>) => Promise<Answered>;

interface Running extends RunParts {
  readonly inTurn: InTurn;
  /** Questions before this one in the line; none for one that is being answered. */
  readonly placeOf: (job: Job) => number;
}

function runKind(run: Running, job: Job, course: Course): Promise<JobEnd> {
  if (job.kind === 'thread') return answerInThread(run, job, course);
  if (job.kind === 'private') return answerPrivately(run, job, course);
  if (job.kind === 'example') return answerExample(run, job, course);
  if (job.kind === 'home') return publishHome(run, job, course);
  if (job.kind === 'register') return fromRegister(run, job, course);
  if (job.kind === 'settle-register') return settleRegister(run, job, course);
  return settlePrivate(run, job, course);
}

async function answerInThread(run: Running, job: JobOf<'thread'>, course: Course): Promise<JobEnd> {
  const { parts, answers } = run;
  const { channel, thread } = job;
  const post = poster(run, { channel, thread_ts: thread });
  if (asksForHelp(job.question)) {
    const help = helpMessage(await parts.catalogue.examples(), parts.options.humanContact);
    return endOf(await post(help, course), parts, job.reference);
  }
  const takeAwaySign = showSign(run, job, course);
  const tellLate = later(parts, () => {
    void parts.api.call(
      'chat.postEphemeral',
      { channel, user: job.user, thread_ts: thread, text: stillWorking(run.placeOf(job)) },
      course.signal,
    );
  });
  try {
    const answered = await run.inTurn(job, course.signal, async (onWording) => {
      const conversationId = await parts.store.conversationOf(threadKey(job));
      return answers.ask({ ...job, conversationId, signal: course.signal, onWording });
    });
    tellLate.cancel();
    if (answered.kind === 'card') await bind(parts, threadKey(job), answered.key);
    return await deliverAnswer(run, { reference: job.reference, answered, send: post, course, options: {} });
  } finally {
    tellLate.cancel();
    void takeAwaySign();
  }
}

async function answerPrivately(run: Running, job: JobOf<'private'>, course: Course): Promise<JobEnd> {
  const { parts, answers } = run;
  const respond = responder(run, job, { response_type: 'ephemeral', replace_original: false });
  const tellLate = later(parts, () => {
    void parts.api.respond(
      job.responseUrl,
      { response_type: 'ephemeral', replace_original: false, text: stillWorking(run.placeOf(job)) },
      course.signal,
    );
  });
  try {
    const answered = await run.inTurn(job, course.signal, (onWording) =>
      answers.ask({ ...job, conversationId: null, signal: course.signal, onWording }),
    );
    tellLate.cancel();
    const options = { asked: { question: job.shown, user: null }, isPrivate: true, canShare: true };
    return await deliverAnswer(run, { reference: job.reference, answered, send: respond, course, options });
  } finally {
    tellLate.cancel();
  }
}

/** Where the register has nothing the question is asked: the documents may speak of it without binding anybody. */
async function fromRegister(run: Running, job: JobOf<'register'>, course: Course): Promise<JobEnd> {
  const end = await answerFromRegister(run, job, course);
  if (end !== 'nothing-found') return end;
  const { subject, ...asked } = job;
  return answerPrivately(run, { ...asked, kind: 'private', question: commitmentQuestion(subject) }, course);
}

/** Slack opens the messages with the app for whoever they are addressed to. */
async function answerExample(run: Running, job: JobOf<'example'>, course: Course): Promise<JobEnd> {
  const { parts, answers } = run;
  const answered = await run.inTurn(job, course.signal, (onWording) =>
    answers.ask({ ...job, conversationId: null, signal: course.signal, onWording }),
  );
  const post = poster(run, { channel: job.user });
  const send: Send = async (message, given) => {
    const delivered = await post(message, given);
    if (delivered.kind === 'delivered' && answered.kind === 'card') {
      const { channel, ts: thread } = delivered.data;
      const isKnown = typeof channel === 'string' && typeof thread === 'string';
      if (isKnown) await bind(parts, threadKey({ team: job.team, channel, thread }), answered.key);
    }
    return delivered;
  };
  return deliverAnswer(run, {
    reference: job.reference,
    answered,
    send,
    course,
    options: { asked: { question: job.question, user: null } },
  });
}

/** An answer is worth giving though what follows it will begin anew. */
async function bind({ store, log }: SlackParts, thread: string, { conversationId }: AnswerKey): Promise<void> {
  try {
    await store.bind(thread, conversationId);
  } catch (error) {
    log('error', 'slack-thread-not-kept', { code: toAppError(error).code });
  }
}

async function publishHome({ parts, deliver }: Running, job: JobOf<'home'>, course: Course): Promise<JobEnd> {
  const blocks = homeBlocks(await parts.catalogue.examples(), parts.options.humanContact);
  const attempt = (signal: AbortSignal): Promise<SlackOutcome> =>
    parts.api.call('views.publish', { user_id: job.user, view: { type: 'home', blocks } }, signal);
  const delivered = await deliver({ lane: `home ${job.user}`, attempt, ...course });
  return endOf(delivered, parts, job.reference);
}

async function settlePrivate(run: Running, job: JobOf<'share' | 'keep'>, course: Course): Promise<JobEnd> {
  const { parts, answers } = run;
  const key: AnswerKey = { conversationId: job.conversationId, messageId: job.messageId };
  const replace = responder(run, job, { response_type: 'ephemeral', replace_original: true });
  const recalled = await answers.recall(key, job.reference);
  if (recalled === null) return endOf(await replace(answerGone, course), parts, job.reference);
  const { card, question } = recalled;
  const answered: Answered = { kind: 'card', card, key };
  if (job.kind === 'keep') {
    const options = { asked: { question, user: null }, isPrivate: true };
    return deliverAnswer(run, { reference: job.reference, answered, send: replace, course, options });
  }
  const place = {
    response_type: 'in_channel',
    replace_original: false,
    ...(job.thread !== null && { thread_ts: job.thread }),
  };
  const tell = responder(run, job, place);
  const end = await deliverAnswer(run, {
    reference: job.reference,
    answered,
    send: tell,
    course,
    options: { asked: { question, user: job.user } },
  });
  if (end === 'done') await replace(shared, course);
  return end;
}
