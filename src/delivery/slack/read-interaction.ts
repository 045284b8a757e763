// What a slash command, a button or a shortcut asks of us.
import { z } from 'zod';
import { actionIds, readAnswerValue, readReason, readSubject } from './actions.ts';
import type { AnswerKey, ReasonId } from './actions.ts';
import { messageTime, slackId } from './jobs.ts';
import type { Sender as SenderTeam } from './sender.ts';
import { typedWords } from './typed-text.ts';

const commandSchema = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: slackId,
  team_id: z.string().default(''),
  response_url: z.string(),
  trigger_id: z.string().optional(),
});

export interface Sender {
  readonly team: string;
  readonly user: string;
  readonly responseUrl: string;
}

export interface ReadCommand extends Sender {
  readonly command: string;
  readonly words: string;
  /** By what a second delivery is known. */
  readonly keys: readonly string[];
}

export function readCommand(form: unknown): ReadCommand | null {
  const parsed = commandSchema.safeParse(form);
  if (!parsed.success) return null;
  const { command, text, user_id: user, team_id: team, response_url: responseUrl, trigger_id: trigger } = parsed.data;
  // An address for answers is given out once.
  const keys = [`command:${trigger ?? responseUrl}`];
  return { command, words: typedWords(text), team, user, responseUrl, keys };
}

const actionSchema = z.object({ action_id: z.string(), value: z.string().default('') });
type Action = z.infer<typeof actionSchema>;

const interactionSchema = z.object({
  type: z.string(),
  callback_id: z.string().optional(),
  user: z.object({ id: slackId, team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  response_url: z.string().default(''),
  trigger_id: z.string().optional(),
  container: z
    .object({ thread_ts: messageTime.optional(), message_ts: messageTime.optional(), channel_id: slackId.optional() })
    .optional(),
  message: z.object({ text: z.string().optional(), thread_ts: messageTime.optional() }).optional(),
  actions: z.array(actionSchema).default([]),
});
type Interaction = z.infer<typeof interactionSchema>;

type Asked =
  | { readonly kind: 'judge'; readonly key: AnswerKey; readonly verdict: 'helpful' | 'unhelpful' }
  | { readonly kind: 'reason'; readonly key: AnswerKey; readonly reason: ReasonId }
  | { readonly kind: 'share' | 'keep'; readonly key: AnswerKey; readonly thread: string | null }
  | {
      readonly kind: 'settle-register';
      readonly isShared: boolean;
      readonly subject: string;
      readonly thread: string | null;
    }
  | { readonly kind: 'example'; readonly example: string }
  | { readonly kind: 'explain'; readonly words: string }
  | { readonly kind: 'nothing' };

export interface ReadInteraction extends Sender {
  /** By what a second delivery is known. */
  readonly keys: readonly string[];
  readonly asked: Asked;
  readonly sender: SenderTeam;
}

/** The callback of the shortcut “Explain this”, as the manifests have it. */
const explainCallback = 'explain_this';

export function readInteraction(payload: unknown): ReadInteraction | null {
  const parsed = interactionSchema.safeParse(payload);
  if (!parsed.success) return null;
  const interaction = parsed.data;
  const { trigger_id: trigger, response_url: responseUrl } = interaction;
  const sender = senderOf(interaction);
  const keys = [`interaction:${trigger ?? responseUrl}`];
  if (interaction.type === 'message_action' && interaction.callback_id === explainCallback) {
    return { ...sender, keys, asked: { kind: 'explain', words: typedWords(interaction.message?.text ?? '') } };
  }
  const asked = interaction.type === 'block_actions' ? readAction(interaction) : ({ kind: 'nothing' } as const);
  return { ...sender, keys: onceShared(interaction, asked) ?? keys, asked };
}

/** Who presses twice, shares once: each press has a trigger of its own. Null where nothing is shared. */
function onceShared({ user, container }: Interaction, asked: Asked): string[] | null {
  if (asked.kind === 'share') return [`share:${asked.key.messageId}`];
  const { channel_id: channel, message_ts: message } = container ?? {};
  if (asked.kind !== 'settle-register' || !asked.isShared || message === undefined) return null;
  return [`share-register:${channel ?? ''}:${user.id}:${message}`];
}

/** Whoever clicks in a shared channel may belong to another workspace than the one in which the app is. */
function senderOf({ user, team, response_url: responseUrl }: Interaction): Sender & Pick<ReadInteraction, 'sender'> {
  const ours = team ? [team.id] : [];
  return {
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    responseUrl,
    sender: { team: user.team_id ?? null, ours, isShared: false },
  };
}

function readAction({ actions, container, message }: Interaction): Asked {
  const [action] = actions;
  if (!action) return { kind: 'nothing' };
  if (action.action_id === actionIds.example) return { kind: 'example', example: action.value };
  const thread = container?.thread_ts ?? message?.thread_ts ?? null;
  const key = readAnswerValue(action.value);
  const ofAnswer = key && readAnswerAction(action, key, thread);
  return ofAnswer ?? readRegisterAction(action, thread) ?? { kind: 'nothing' };
}

function readRegisterAction({ action_id: action, value }: Action, thread: string | null): Asked | null {
  const isShared = action === actionIds.shareRegister;
  return isShared || action === actionIds.keepRegister
    ? { kind: 'settle-register', isShared, subject: readSubject(value), thread }
    : null;
}

function readAnswerAction({ action_id: action, value }: Action, key: AnswerKey, thread: string | null): Asked | null {
  if (action === actionIds.helpful) return { kind: 'judge', key, verdict: 'helpful' };
  if (action === actionIds.unhelpful) return { kind: 'judge', key, verdict: 'unhelpful' };
  if (action === actionIds.share) return { kind: 'share', key, thread };
  if (action === actionIds.keep) return { kind: 'keep', key, thread };
  const reason = action.startsWith(actionIds.reason) ? readReason(value) : null;
  return reason === null ? null : { kind: 'reason', key, reason };
}
