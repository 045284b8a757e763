// A client that is not sure whether its message arrived sends it again; it gets the answer of the first, and no second turn.
import { isDeepStrictEqual } from 'node:util';
import type { AnswerWire } from '../contract/answer.ts';
import type { ConversationStore } from '../conversation-store.ts';
import type { ConversationAsk } from './conversation-events.ts';

/** Characters from which a client's id can hold 128 bits in base64url, and then is nobody else's. */
const uniqueIdLength = 22;

/**
 * What a repetition of the message is known by; null where it cannot be. Clients count their messages, and begin at 1 again when a page
 * is loaded: so the question belongs to it, and a first question is known by a long id only.
 */
function messageKey({ owner, conversationId, clientMessageId, question, filters }: ConversationAsk): string | null {
  if (clientMessageId === undefined) return null;
  if (conversationId === undefined && clientMessageId.length < uniqueIdLength) return null;
  return JSON.stringify([owner, conversationId ?? null, clientMessageId, question, filters]);
}

export interface MessageClaims {
  /** Waits until nobody else answers the same message. @returns what lets the next one in. @throws what aborted the request's signal. */
  claim(request: ConversationAsk): Promise<() => void>;
}

export function createMessageClaims(): MessageClaims {
  const claimed = new Map<string, Promise<void>>();
  return {
    async claim(request) {
      const key = messageKey(request);
      if (key === null) return () => undefined;
      for (let other = claimed.get(key); other !== undefined; other = claimed.get(key)) {
        await unlessAborted(other, request.signal);
      }
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      claimed.set(key, released);
      return () => {
        claimed.delete(key);
        release();
      };
    },
  };
}

/** The answer that the message was given before; null when it is new. */
export async function answerToRepeat(store: ConversationStore, request: ConversationAsk): Promise<AnswerWire | null> {
  if (messageKey(request) === null) return null;
  const { owner, conversationId = null, clientMessageId = '', question, filters } = request;
  const turns = await store.turnsOf({ owner, conversationId, clientMessageId });
  const same = turns.find((turn) => turn.question === question && isDeepStrictEqual(turn.filters, filters));
  return same?.answer ?? null;
}

async function unlessAborted(waited: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return waited;
  let stop = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
    signal.addEventListener('abort', stop, { once: true });
  });
  await Promise.race([waited, aborted]);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
}
