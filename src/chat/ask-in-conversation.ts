// One question within its conversation: what was said before goes in, and the answer goes out once it is on disk.
import type { AnswerWire } from '../contract/answer.ts';
import type { AuditEvent, AuditOutcome } from '../domain/audit.ts';
import { turnsRemembered } from '../domain/conversation.ts';
import type { PastTurn } from '../domain/conversation.ts';
import { explanationWire } from './explanation.ts';
import { AppError, toAppError } from '../domain/errors.ts';
import type { ConversationAsk, ConversationEvent, ConversationParts } from './conversation-events.ts';
import { answerToRepeat, createMessageClaims } from './repeated-message.ts';
import type { TurnEvent, TurnResult } from './turn.ts';
import type { UnderWay } from './under-way.ts';
import { answerWire, citationWire, passageWire } from './wire.ts';

type Asking = AsyncGenerator<ConversationEvent, AnswerWire>;
type AnswerEvent = Extract<ConversationEvent, { type: 'answer' }>;
/** All but the last event, which it returns. */
type Answering = AsyncGenerator<ConversationEvent, AnswerEvent>;

/** The request with the ids and the time that it was given. */
interface AcceptedAsk {
  readonly request: ConversationAsk;
  readonly conversationId: string;
  readonly messageId: string;
  /** Whether the conversation holds no turn yet. */
  readonly begins: boolean;
  readonly time: string;
}

/** A conversation as it is told from others while the process lives. */
export function conversationKey(owner: string, conversationId: string): string {
  return JSON.stringify([owner, conversationId]);
}

export function createAsk(parts: ConversationParts, underWay: UnderWay): (request: ConversationAsk) => Asking {
  const messages = createMessageClaims();
  return async function* ask(request) {
    const release = await messages.claim(request);
    let answered: AnswerEvent;
    try {
      const repeated = await answerToRepeat(parts.store, request);
      answered =
        repeated === null ? yield* answerOnce(parts, underWay, request) : yield* answerAgain(parts, request, repeated);
    } finally {
      release();
    }
    // The next question may be asked while whoever listens still reads the answer.
    yield answered;
    return answered.answer;
  };
}

async function* answerAgain(
  { store, clock }: ConversationParts,
  request: ConversationAsk,
  answer: AnswerWire,
): Answering {
  const { conversationId, messageId } = answer;
  const { owner: actor, requestId = null } = request;
  const time = clock().toISOString();
  await store.record({ time, actor, action: 'view', object: messageId, outcome: 'done', requestId });
  yield { type: 'accepted', conversationId, messageId };
  return { type: 'answer', answer };
}

async function* answerOnce(parts: ConversationParts, underWay: UnderWay, request: ConversationAsk): Answering {
  const accepted = accept(parts, underWay, request);
  const { conversationId, messageId, begins } = accepted;
  const claim = underWay.claim(conversationKey(request.owner, conversationId), begins);
  const signal = AbortSignal.any([claim.signal, ...(request.signal ? [request.signal] : [])]);
  // What stands when whoever listens goes away.
  let outcome: AuditOutcome = 'stopped';
  try {
    const history = await historyFor(parts, accepted);
    yield { type: 'accepted', conversationId, messageId };
    const result = yield* composing(parts, { request, history, signal });
    const answer = answerWire(result, { conversationId, messageId });
    await keep(parts, accepted, { result, answer });
    outcome = answer.status;
    return { type: 'answer', answer: request.explain ? { ...answer, explain: explanationWire(result) } : answer };
  } catch (error) {
    outcome = outcomeOf(error, signal);
    throw error;
  } finally {
    claim.release(isKept(outcome));
    if (!isKept(outcome)) await noteUnanswered(parts, accepted, outcome);
  }
}

function accept({ ids, clock }: ConversationParts, underWay: UnderWay, request: ConversationAsk): AcceptedAsk {
  const { owner, conversationId = ids() } = request;
  const begins =
    request.conversationId === undefined || underWay.hasBegun(conversationKey(owner, request.conversationId));
  return { request, conversationId, messageId: ids(), begins, time: clock().toISOString() };
}

/** @throws AppError `not-found`. */
async function historyFor(
  { store }: ConversationParts,
  { request: { owner }, conversationId, begins }: AcceptedAsk,
): Promise<readonly PastTurn[]> {
  if (begins) return [];
  const history = await store.history({ owner, conversationId }, turnsRemembered);
  if (history === null) throw notFound();
  return history;
}

interface Composing {
  readonly request: ConversationAsk;
  readonly history: readonly PastTurn[];
  readonly signal: AbortSignal;
}

async function* composing(
  { turns }: ConversationParts,
  { request: { question, filters, reader }, history, signal }: Composing,
): AsyncGenerator<ConversationEvent, TurnResult> {
  signal.throwIfAborted();
  const asked = { ...filters, question, history, signal, ...(reader !== undefined && { reader }) };
  for await (const event of turns.stream(asked)) {
    signal.throwIfAborted();
    if (event.type === 'answer') return event.result;
    yield toConversationEvent(event);
    signal.throwIfAborted();
  }
  throw new Error('A turn ended without an answer.');
}

function toConversationEvent(event: Exclude<TurnEvent, { type: 'answer' }>): ConversationEvent {
  if (event.type === 'found') return { type: 'passages', passages: event.passages.map(passageWire) };
  return event.type === 'delta' ? { ...event, citations: event.citations.map(citationWire) } : event;
}

interface Given {
  readonly result: TurnResult;
  readonly answer: AnswerWire;
}

/** @throws AppError `not-found` when the conversation was removed meanwhile; what the store throws. */
async function keep({ store }: ConversationParts, ask: AcceptedAsk, { result, answer }: Given): Promise<void> {
  const { request, conversationId, begins, time } = ask;
  const { owner, question, filters, clientMessageId = null } = request;
  const found = result.parts.flatMap((part) => part.found.map(({ passage }) => passage.id));
  const turn = { owner, conversationId, begins, clientMessageId, question, filters, time, answer, found };
  if (!(await store.add(turn, eventOf(ask, answer.status)))) throw notFound();
}

/** A question that was not answered is told of, too; that it cannot be is not worth a second fault. */
async function noteUnanswered(
  { store, log }: ConversationParts,
  ask: AcceptedAsk,
  outcome: AuditOutcome,
): Promise<void> {
  try {
    await store.record(eventOf(ask, outcome));
  } catch (error) {
    log('error', 'audit-failed', { code: toAppError(error).code });
  }
}

function eventOf({ request, conversationId, messageId, time }: AcceptedAsk, outcome: AuditOutcome): AuditEvent {
  const { owner, requestId = null } = request;
  const object = outcome === 'refused' ? conversationId : messageId;
  return { time, actor: owner, action: outcome === 'refused' ? 'refusal' : 'ask', object, outcome, requestId };
}

function outcomeOf(error: unknown, signal: AbortSignal): AuditOutcome {
  if (signal.aborted) return 'stopped';
  return error instanceof AppError && error.code === 'not-found' ? 'refused' : 'failed';
}

function isKept(outcome: AuditOutcome): boolean {
  return outcome !== 'stopped' && outcome !== 'failed' && outcome !== 'refused';
}

export function notFound(): AppError {
  return new AppError(
    'not-found',
    'There is no such conversation. It may have been deleted, or belong to someone else.',
  );
}
