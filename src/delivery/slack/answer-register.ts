// `/commitment`: rows of the register, seen by the asker alone until they are shared.
import type { JobEnd } from './job-queue.ts';
import type { JobOf } from './jobs.ts';
import { answerGone, shared } from './messages.ts';
import { renderPlainRegister, renderRegister } from './render-register.ts';
import type { RegisterOptions } from './render-register.ts';
import { deliverMessage, endOf, responder } from './send.ts';
import type { Course, RunParts, Send } from './send.ts';
import type { FoundCommitments } from './catalogue.ts';

/** @returns `nothing-found` where no row holds the words; nothing was sent then. */
export async function answerFromRegister(
  run: RunParts,
  job: JobOf<'register'>,
  course: Course,
): Promise<JobEnd | 'nothing-found'> {
  const found = await lookUp(run, job.subject);
  if (found.total === 0) return 'nothing-found';
  const send = responder(run, job, { response_type: 'ephemeral', replace_original: false });
  const asked = { question: job.shown, user: null };
  return post(
    run,
    { reference: job.reference, found, send, course },
    { ...job, asked, isPrivate: true, canShare: true },
  );
}

/** Shows the rows to the channel, or leaves them to the asker alone without buttons. The register is looked through anew. */
export async function settleRegister(run: RunParts, job: JobOf<'settle-register'>, course: Course): Promise<JobEnd> {
  const { reference, subject, isShared, thread, user } = job;
  const replace = responder(run, job, { response_type: 'ephemeral', replace_original: true });
  const found = await lookUp(run, subject);
  if (found.total === 0) return endOf(await replace(answerGone, course), run.parts, reference);
  const question = `/commitment ${subject}`;
  const looks = { subject, isPrivate: !isShared, canShare: false };
  if (!isShared) {
    const asked = { question, user: null };
    return post(run, { reference, found, send: replace, course }, { ...looks, asked });
  }
  const place = { response_type: 'in_channel', replace_original: false, ...(thread !== null && { thread_ts: thread }) };
  const tell = responder(run, job, place);
  const end = await post(run, { reference, found, send: tell, course }, { ...looks, asked: { question, user } });
  if (end === 'done') await replace(shared, course);
  return end;
}

async function lookUp({ parts, arrivals }: RunParts, subject: string): Promise<FoundCommitments> {
  await arrivals.turn();
  return parts.catalogue.commitments(subject);
}

interface Posting {
  readonly reference: string;
  readonly found: FoundCommitments;
  readonly send: Send;
  readonly course: Course;
}

async function post(
  { parts }: RunParts,
  { found, ...delivery }: Posting,
  { subject, asked, isPrivate, canShare }: Omit<RegisterOptions, 'links'>,
): Promise<JobEnd> {
  const options: RegisterOptions = { subject, asked, isPrivate, canShare, links: parts.links };
  return deliverMessage(parts, {
    ...delivery,
    message: renderRegister(found, options),
    plain: () => renderPlainRegister(found, options),
  });
}
