// A question of Slack's, asked through the one door of all channels; what comes back is a card, or a sentence on what went wrong.
import type { AskRequest } from '../../admission/asks.ts';
import { createCard } from '../../chat/card.ts';
import type { Card } from '../../chat/card.ts';
import type { ConversationEvent } from '../../chat/conversations.ts';
import type { AnswerWire } from '../../contract/answer.ts';
import { questionSchema } from '../../contract/answer.ts';
import { AppError, toAppError } from '../../domain/errors.ts';
import type { AnswerKey } from './actions.ts';
import { failureText } from './messages.ts';
import type { SlackParts } from './parts.ts';
import { comparedSubject } from './subjects.ts';

export type Answered =
  | { readonly kind: 'card'; readonly card: Card; readonly key: AnswerKey }
  | { readonly kind: 'failure'; readonly text: string }
  /** The service stops, or nobody waits any more. */
  | { readonly kind: 'stopped' };

export interface SlackQuestion {
  readonly team: string;
  readonly user: string;
  readonly reference: string;
  readonly question: string;
  /** The conversation that it follows on; null begins one. */
  readonly conversationId: string | null;
  readonly signal: AbortSignal;
  /** Told when a language model has the word, from when on the answer is waited for and not worked on. */
  readonly onWording: () => void;
}

export interface Answers {
  /** Never throws. */
  ask(question: SlackQuestion): Promise<Answered>;
  /** An answer that was given before, with its question; null where it is no longer kept. */
  recall(key: AnswerKey, reference: string): Promise<{ readonly question: string; readonly card: Card } | null>;
}

export function createAnswers(parts: SlackParts): Answers {
  const { conversations, owner, links, catalogue } = parts;
  const cardOf = async (answer: AnswerWire, question: string): Promise<Card> => {
    const titles = answer.related.length === 0 ? new Map<string, string>() : await catalogue.titles();
    const openUrl = links.openUrl({ conversationId: answer.conversationId, question });
    const subject = comparedSubject(question);
    const counts = subject === null ? null : await catalogue.themeCounts(subject);
    return createCard(answer, { permalink: links.permalink, openUrl, titleOf: (id) => titles.get(id) ?? id, counts });
  };
  return {
    async ask(asked) {
      try {
        const answer = await answerTo(parts, asked);
        const { conversationId, messageId } = answer;
        return { kind: 'card', card: await cardOf(answer, asked.question), key: { conversationId, messageId } };
      } catch (error) {
        return failureOf(parts, asked, error);
      }
    },
    async recall({ conversationId, messageId }, reference) {
      const conversation = await conversations.read(conversationId, owner, reference).catch(nullIfGone);
      const turn = conversation?.turns.find((each) => each.messageId === messageId);
      return turn ? { question: turn.question, card: await cardOf(turn.answer, turn.question) } : null;
    },
  };
}

function nullIfGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'not-found') return null;
  throw error;
}

async function answerTo({ asks, owner }: SlackParts, asked: SlackQuestion): Promise<AnswerWire> {
  const { team, user, reference, conversationId, signal } = asked;
  const request = {
    question: checked(asked.question),
    filters: {},
    caller: { owner, client: `slack ${team} ${user}` },
    // A restart has it asked again, and it is still answered once.
    clientMessageId: reference,
    requestId: reference,
    signal,
  };
  const lastOf = (given: AskRequest): Promise<AnswerWire> => answerOf(asks.ask(given), asked.onWording);
  if (conversationId === null) return lastOf(request);
  try {
    return await lastOf({ ...request, conversationId });
  } catch (error) {
    // The conversation was deleted or has been kept long enough: the thread begins anew.
    if (error instanceof AppError && error.code === 'not-found') return lastOf(request);
    throw error;
  }
}

/** @throws AppError `invalid-request` that says what is wrong with the question. */
function checked(question: string): string {
  const parsed = questionSchema.safeParse(question);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid-request', parsed.error.issues[0]?.message ?? 'Type a question.');
}

async function answerOf(events: AsyncIterable<ConversationEvent>, onWording: () => void): Promise<AnswerWire> {
  for await (const event of events) {
    if (event.type === 'wording') onWording();
    if (event.type === 'answer') return event.answer;
  }
  throw new Error('A question ended without an answer.');
}

/** What went wrong, for whoever asked, and for the log. */
export function failureOf(
  { log, metrics }: Pick<SlackParts, 'log' | 'metrics'>,
  { reference, signal }: Pick<SlackQuestion, 'reference' | 'signal'>,
  error: unknown,
): Answered {
  const fault = toAppError(error);
  // Of a service that stops, the question is asked again after the restart.
  if (signal.aborted) return { kind: 'stopped' };
  metrics.failed(fault.code);
  log('warn', 'slack-not-answered', {
    reference,
    code: fault.code,
    ...(fault.code === 'internal' && { fault: fault.cause }),
  });
  return { kind: 'failure', text: failureText(fault, reference) };
}
