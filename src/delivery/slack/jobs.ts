// What there is to do for Slack, in the form in which it is kept until it is done.
import { z } from 'zod';

/** Ids of Slack's: of a workspace, a channel, a person. */
export const slackId = z.string().regex(/^[\w-]{1,64}$/u);
/** The time of a message, which is its id within its channel. */
export const messageTime = z.string().regex(/^\d[\d.]{0,39}$/u);

const common = {
  /** Known to nobody else: by it the question is recognised when a restart has it asked again, and people tell us of a fault. */
  reference: z.string(),
  team: z.string(),
  user: slackId,
};

const jobSchema = z.discriminatedUnion('kind', [
  /** A question in a thread, or one that begins a thread. */
  z.object({
    kind: z.literal('thread'),
    ...common,
    channel: slackId,
    ts: messageTime,
    thread: messageTime,
    question: z.string(),
  }),
  /** A question that only the asker sees answered. `shown` is what was typed. */
  z.object({ kind: z.literal('private'), ...common, question: z.string(), shown: z.string(), responseUrl: z.string() }),
  /** Words that the register is looked through for, seen by the asker alone. `shown` is what was typed. */
  z.object({ kind: z.literal('register'), ...common, subject: z.string(), shown: z.string(), responseUrl: z.string() }),
  /** What to do with rows of the register that the asker alone sees. */
  z.object({
    kind: z.literal('settle-register'),
    ...common,
    isShared: z.boolean(),
    subject: z.string(),
    thread: messageTime.nullable(),
    responseUrl: z.string(),
  }),
  /** An example that was picked on the home page; it is answered in the messages with the app. */
  z.object({ kind: z.literal('example'), ...common, question: z.string() }),
  z.object({ kind: z.literal('home'), ...common }),
  /** What to do with a private answer. */
  z.object({
    kind: z.enum(['share', 'keep']),
    ...common,
    conversationId: z.string(),
    messageId: z.string(),
    thread: messageTime.nullable(),
    responseUrl: z.string(),
  }),
]);
export type Job = z.infer<typeof jobSchema>;
export type JobOf<Kind extends Job['kind']> = Extract<Job, { readonly kind: Kind }>;

export function writeJob(job: Job): string {
  return JSON.stringify(job);
}

/** Null for what another version kept and this one does not know. */
export function readJob(stored: string): Job | null {
  const parsed = jobSchema.safeParse(JSON.parse(stored));
  return parsed.success ? parsed.data : null;
}

/** A thread as it is told from others, which is a conversation. */
export function threadKey({
  team,
  channel,
  thread,
}: {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}): string {
  return `${team}:${channel}:${thread}`;
}
