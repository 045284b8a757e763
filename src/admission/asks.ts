// The one door through which every channel asks: how often and how much at once, and how long it may take.
import type { ConversationAsk, ConversationEvent, Conversations } from '../chat/conversations.ts';
import type { SearchRequest, SearchResult, Turns } from '../chat/turn.ts';
import { AppError, toAppError } from '../domain/errors.ts';
import type { Metrics } from '../ports.ts';
import type { Arrivals } from './arrivals.ts';
import type { AskGate, Place } from './ask-gate.ts';
import type { Caller } from './caller.ts';
import { startDeadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import type { RateLimit } from './rate-limit.ts';
import { createShares } from './shares.ts';

export interface AsksParts {
  readonly conversations: Pick<Conversations, 'ask'>;
  readonly turns: Pick<Turns, 'search'>;
  readonly rateLimit: RateLimit;
  readonly gate: AskGate;
  /** Before what arrives there, each step of an answer waits; absent where nothing arrives that could not wait itself. */
  readonly arrivals?: Pick<Arrivals, 'settled'>;
  /** Searches that one client may have under way or waiting; 0 means without limit. */
  readonly searchesAtOnce: number;
  /** Milliseconds for a question from its arrival to its answer. */
  readonly timeLimit: number;
  readonly metrics: Metrics;
}

export interface AskRequest extends Omit<ConversationAsk, 'owner' | 'reader'> {
  readonly caller: Caller;
}

export interface Asks {
  /**
   * The conversation's own events. Its `accepted` comes at once, also to a question that must wait for others.
   * @throws AppError `too-many-requests`, `overloaded`, `not-ready`, `timed-out`; what the conversation throws; AbortError when the signal aborts.
   */
  ask(request: AskRequest): AsyncGenerator<ConversationEvent, void>;
  /** Searches are limited by how many a client has at once. @throws AppError as `ask`. */
  search(caller: Caller, request: SearchRequest): Promise<SearchResult>;
}

export function createAsks(parts: AsksParts): Asks {
  const { conversations, turns, rateLimit, gate, arrivals, timeLimit, metrics } = parts;
  const searches = createShares(parts.searchesAtOnce);
  return {
    async *ask({ caller, ...request }) {
      const started = performance.now();
      try {
        refuseTooMany(rateLimit.take(caller.client));
        const place = gate.reserve();
        const deadline = startDeadline(timeLimit, request.signal);
        const { owner, client: reader } = caller;
        const events = conversations.ask({ ...request, owner, reader, signal: deadline.signal });
        for await (const event of inTurn(events, { place, deadline, ...(arrivals && { arrivals }) })) {
          if (event.type === 'answer') metrics.answered(event.answer, (performance.now() - started) / 1000);
          yield event;
        }
      } catch (error) {
        if (!isAbort(error)) metrics.refused(toAppError(error).code);
        throw error;
      }
    },
    async search({ client }, request) {
      const giveBack = searches.take(client);
      const place = reserveOr(giveBack, gate);
      const deadline = startDeadline(timeLimit, request.signal);
      const work = place.ready(deadline.signal).then(() => turns.search({ ...request, signal: deadline.signal }));
      // The place is held for as long as the work goes on, which may be longer than anybody waits.
      work
        .catch(() => undefined)
        .finally(() => {
          place.leave();
          giveBack();
        });
      return deadline.limit(work).finally(deadline.clear);
    },
  };
}

function reserveOr(giveBack: () => void, gate: AskGate): Place {
  try {
    return gate.reserve();
  } catch (error) {
    giveBack();
    throw error;
  }
}

interface Turn extends Pick<AsksParts, 'arrivals'> {
  readonly place: Place;
  readonly deadline: Deadline;
}

/** Hands the events on. The engine's work begins after `accepted`, with the next event asked for; it waits for its turn before that. */
async function* inTurn(
  events: AsyncGenerator<ConversationEvent, unknown>,
  { place, deadline, arrivals }: Turn,
): AsyncGenerator<ConversationEvent, void> {
  try {
    let step = await deadline.limit(events.next());
    let isWorking = true;
    while (!step.done) {
      yield step.value;
      // A language model is waited for, not worked for: the place is another's meanwhile.
      isWorking &&= step.value.type !== 'wording';
      if (isWorking) {
        await place.ready(deadline.signal);
        await arrivals?.settled();
      } else place.leave();
      step = await deadline.limit(events.next());
    }
  } finally {
    deadline.clear();
    // Work that does not heed its signal at once keeps its place until it has ended, and nobody waits for it.
    void events
      .return(undefined)
      .catch(() => undefined)
      .finally(place.leave);
  }
}

function refuseTooMany(retryAfterSeconds: number): void {
  if (retryAfterSeconds === 0) return;
  const message = `You have asked as many questions as one minute allows. Ask again in ${retryAfterSeconds} seconds.`;
  throw new AppError('too-many-requests', message, { retryAfterSeconds });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
