// One question of a connection, from its being asked to the last frame about it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AskRequest, Asks } from '../../admission/asks.ts';
import type { ConversationEvent } from '../../chat/conversations.ts';
import type { ServerFrame } from '../../contract/chat.ts';
import type { AnswerWire } from '../../contract/answer.ts';
import { answerFrames } from './answer-frames.ts';
import type { Outbox } from './outbox.ts';

export interface Telling {
  readonly asks: Asks;
  readonly outbox: Outbox;
  /** The client's id of the question. */
  readonly id: string;
  readonly signal: AbortSignal;
}

/**
 * Tells what happens until the answer is there, and then the answer.
 * @param hear is told the answer before the reader is.
 * @throws AppError as `asks.ask`; the signal's reason.
 */
export async function tellAnswer(
  telling: Telling,
  request: Omit<AskRequest, 'signal'>,
  hear: (answer: AnswerWire) => void,
): Promise<void> {
  const { asks, outbox, id, signal } = telling;
  await outbox.roomy(signal);
  let given: AnswerWire | null = null;
  const told = { text: '', citations: new Set<number>() };
  for await (const event of asks.ask({ ...request, signal })) {
    if (event.type === 'answer') given = event.answer;
    else if (event.type === 'delta') tellDelta(telling, event, told);
    else if (event.type === 'passages') outbox.send({ type: 'passages', id, passages: [...event.passages] });
    else if (event.type === 'accepted')
      outbox.send({ type: 'accepted', id, conversationId: event.conversationId, messageId: event.messageId });
  }
  if (given === null) throw new Error('A question ended without an answer.');
  hear(given);
  // Only now, when its work has ended: whoever reads slowly holds up nobody.
  await tellPieces(telling, given, told);
}

/** What a reader has seen of the answer already. */
interface Told {
  text: string;
  readonly citations: Set<number>;
}

type Delta = Extract<ConversationEvent, { readonly type: 'delta' }>;

function tellDelta({ outbox, id }: Telling, { text, citations }: Delta, told: Told): void {
  const cited = citations.map((citation) => ({ type: 'citation' as const, id, citation }));
  outbox.sendTogether([{ type: 'text-delta', id, text }, ...cited]);
  told.text += text;
  for (const { n } of citations) told.citations.add(n);
}

/** All that was not told yet, and the answer itself, which has the last word. */
async function tellPieces({ outbox, id, signal }: Telling, answer: AnswerWire, told: Told): Promise<void> {
  const rest = answer.answer.startsWith(told.text) ? answer.answer.slice(told.text.length) : '';
  const citations = answer.citations.filter(({ n }) => !told.citations.has(n));
  const frames: ServerFrame[] = [
    ...answerFrames(id, { ...answer, answer: rest, citations }),
    { type: 'answer', id, answer },
  ];
  for (const frame of frames) {
    // Between any two pieces a stop may come.
    await nextTurn();
    await outbox.roomy(signal);
    outbox.send(frame);
  }
}
