// What an event of Slack's asks of us, if anything.
import { z } from 'zod';
import { messageTime, slackId } from './jobs.ts';
import type { Sender } from './sender.ts';
import { turnsToAnother, typedWords } from './typed-text.ts';

const eventSchema = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  /** The workspace of the sender, in one of these; the first is of messages in shared channels alone. */
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
  team: z.string().nullish(),
  bot_id: z.string().optional(),
  hidden: z.boolean().optional(),
  edited: z.unknown().optional(),
  text: z.string().optional(),
  channel: z.string().optional(),
  channel_type: z.string().optional(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  tab: z.string().optional(),
});
type SlackEvent = z.infer<typeof eventSchema>;

const envelopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('url_verification'), challenge: z.string().max(1_000) }),
  z.object({
    type: z.literal('event_callback'),
    team_id: z.string().default(''),
    event_id: z.string().optional(),
    /** Of whose installations of the app the event is; `team_id` may be the other organisation's where a channel is shared. */
    authorizations: z
      .array(z.object({ user_id: z.string().nullish(), is_bot: z.boolean().nullish(), team_id: z.string().nullish() }))
      .nullish(),
    is_ext_shared_channel: z.boolean().nullish(),
    event: eventSchema,
  }),
]);
type EventCallback = Extract<z.infer<typeof envelopeSchema>, { type: 'event_callback' }>;

export interface PostedQuestion {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  /** The thread that it stands in, or begins. */
  readonly thread: string;
  readonly words: string;
}

interface Delivery {
  readonly team: string;
  /** By what a second delivery is known. */
  readonly keys: readonly string[];
}

export type ReadEvent =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | ({ readonly kind: 'question' | 'follow-up'; readonly posted: PostedQuestion; readonly sender: Sender } & Delivery)
  | ({ readonly kind: 'home'; readonly user: string } & Delivery)
  /** The app was taken out of the workspace, or its token withdrawn. */
  | { readonly kind: 'removed'; readonly reason: 'app_uninstalled' | 'tokens_revoked' }
  | { readonly kind: 'nothing' };

/** Slack's own account, which greets people. */
const slackbot = 'USLACKBOT';

/** @param self our own user id, where it is known. Null for what is no event. */
export function readEvent(body: unknown, self: string | null): ReadEvent | null {
  const parsed = envelopeSchema.safeParse(body);
  if (!parsed.success) return isOtherEnvelope(body) ? { kind: 'nothing' } : null;
  const envelope = parsed.data;
  if (envelope.type === 'url_verification') return { kind: 'challenge', challenge: envelope.challenge };
  const { event, team_id: team } = envelope;
  if (event.type === 'app_uninstalled' || event.type === 'tokens_revoked')
    return { kind: 'removed', reason: event.type };
  const keys = envelope.event_id === undefined ? [] : [`event:${envelope.event_id}`];
  if (event.type === 'app_home_opened') return readHome(event, { team, keys });
  return readMessage(envelope, selfOf(envelope) ?? self, { team, keys });
}

/** Slack has more kinds than we asked for, such as `app_rate_limited`. */
function isOtherEnvelope(body: unknown): boolean {
  const parsed = z.object({ type: z.string() }).safeParse(body);
  return parsed.success && parsed.data.type !== 'url_verification';
}

function selfOf({ authorizations }: EventCallback): string | null {
  return authorizations?.find(({ is_bot }) => is_bot === true)?.user_id ?? null;
}

function senderOf({ event, authorizations, team_id: team, is_ext_shared_channel: shared }: EventCallback): Sender {
  const isShared = shared === true;
  const authorized = (authorizations ?? []).flatMap(({ team_id: id }) => id ?? []);
  return {
    team: event.user_team ?? event.source_team ?? (isShared ? event.team : null) ?? null,
    ours: isShared ? authorized : [...authorized, team],
    isShared,
  };
}

function readHome({ user, tab }: SlackEvent, delivery: Delivery): ReadEvent {
  const known = slackId.safeParse(user);
  if (!known.success || (tab !== undefined && tab !== 'home')) return { kind: 'nothing' };
  return { kind: 'home', user: known.data, ...delivery };
}

const postedSchema = z.object({ channel: slackId, user: slackId, ts: messageTime, thread_ts: messageTime.optional() });

function readMessage(envelope: EventCallback, self: string | null, delivery: Delivery): ReadEvent {
  const { event, team_id: team } = envelope;
  const sender = senderOf(envelope);
  const place = postedSchema.safeParse(event);
  if (!place.success || !isOfAPerson(event, self)) return { kind: 'nothing' };
  const { channel, user, ts, thread_ts } = place.data;
  const { text = '' } = event;
  const posted = { channel, user, ts, thread: thread_ts ?? ts, words: typedWords(text) };
  // One message comes as `app_mention` and as `message`: their event ids differ, and their place does not.
  const keys = [...delivery.keys, `message:${team}:${channel}:${ts}`];
  if (event.type === 'app_mention' || (event.type === 'message' && event.channel_type === 'im')) {
    return { kind: 'question', posted, sender, team, keys };
  }
  const isFollowUp =
    event.type === 'message' && thread_ts !== undefined && posted.words !== '' && !turnsToAnother(text, self);
  return isFollowUp ? { kind: 'follow-up', posted, sender, team, keys } : { kind: 'nothing' };
}

/** Not of a program, our own first of all: two of them would go on for ever. Nor an edit, a deletion or a notice. */
function isOfAPerson({ user, bot_id, subtype, hidden, edited }: SlackEvent, self: string | null): boolean {
  if (bot_id !== undefined || user === self || user === slackbot) return false;
  return (
    (subtype === undefined || subtype === 'file_share') && hidden !== true && (edited === undefined || edited === null)
  );
}
