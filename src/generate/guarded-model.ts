// A language model that can do no harm by failing: limits of time, number and cost around each call.
import { ModelFault } from '../domain/model-fault.ts';
import type { ModelFaultKind } from '../domain/model-fault.ts';
import type { ChatModel, ModelRequest } from '../ports.ts';
import { createBreaker } from './breaker.ts';
import type { Breaker } from './breaker.ts';
import { createSpending, tokensOf } from './spending.ts';
import type { SpendingLimits, SpendingRecord } from './spending.ts';
import { nextWithin } from './watchdog.ts';

export interface GuardLimits extends SpendingLimits {
  /** Milliseconds of a whole call, tries included. */
  readonly deadline: number;
  /** Milliseconds to the first piece, and between two. */
  readonly firstPiece: number;
  readonly idle: number;
  /** Calls at a time. */
  readonly calls: number;
}

export interface GuardParts {
  readonly model: ChatModel;
  readonly limits: GuardLimits;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** The calendar day. */
  readonly today: () => string;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Where what is spent outlives the process; null where it need not. */
  readonly record?: SpendingRecord | null;
}

export interface GuardedRequest extends Omit<ModelRequest, 'signal'> {
  /** Under whom the cost is counted. */
  readonly reader: string;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds, where it must be sooner than the usual deadline. */
  readonly deadline?: number;
}

export interface GuardedModel {
  readonly name: string;
  /** Why a call made now would be refused without a try; null where it would be made. */
  readonly refusal: () => ModelFaultKind | null;
  /** As `ChatModel.stream`, within the limits. @throws ModelFault; the signal's reason. */
  stream(request: GuardedRequest): AsyncGenerator<string, void>;
}

/** Tries after the first, before a word has come; more would cost a reader more time than the answer is worth. */
const mostRetries = 2;
/** Milliseconds before the first retry, doubled for the second; each a random part of it, so that callers do not come back together. */
const backOff = 200;

/** Wraps the model in its limits, a breaker and the count of what is spent. Calls of different readers share them. */
export function createGuardedModel({ model, limits, now, today, random, record = null }: GuardParts): GuardedModel {
  const breaker = createBreaker(now);
  const spending = createSpending({ limits, today, record });
  let calls = 0;

  /** With retries for as long as nothing was told of a try that failed. */
  async function* tries(request: ModelRequest, isPatient: boolean): AsyncGenerator<string, void> {
    for (let number = 0; ; number += 1) {
      if (!breaker.admit()) throw new ModelFault('resting');
      let hasBegun = false;
      try {
        for await (const piece of attempt(model, limits, request)) {
          hasBegun = true;
          yield piece;
        }
        breaker.succeeded();
        return;
      } catch (error) {
        // Who could not wait as long as others do says nothing of the model.
        if (isPatient || !isSlow(error)) noteFailure(breaker, error);
        if (hasBegun || number >= mostRetries || !isWorthRetrying(error)) throw error;
        await pause(backOff * 2 ** number * (0.5 + random() / 2), request.signal);
      }
    }
  }

  return {
    name: model.name,
    refusal() {
      if (breaker.isResting()) return 'resting';
      return calls >= limits.calls ? 'crowded' : null;
    },
    async *stream({ reader, signal, deadline = limits.deadline, ...rest }) {
      signal?.throwIfAborted();
      if (calls >= limits.calls) throw new ModelFault('crowded');
      const input = tokensOf(rest.rules) + tokensOf(rest.material);
      const settle = spending.reserve(reader, input + rest.maxTokens);
      const call = startCall(deadline, signal);
      calls += 1;
      let characters = 0;
      try {
        for await (const piece of tries({ ...rest, signal: call.signal }, deadline >= limits.deadline)) {
          characters += piece.length;
          yield piece;
        }
      } finally {
        calls -= 1;
        settle(input + Math.min(rest.maxTokens, Math.ceil(characters / 3)));
        call.end();
      }
    },
  };
}

/** One try, each of whose pieces must come in time. */
async function* attempt(model: ChatModel, limits: GuardLimits, request: ModelRequest): AsyncGenerator<string, void> {
  const pieces = model.stream(request)[Symbol.asyncIterator]();
  let wait = limits.firstPiece;
  try {
    for (;;) {
      const step = await nextWithin(pieces, wait, request.signal);
      if (step.done) return;
      yield step.value;
      wait = limits.idle;
    }
  } finally {
    // What does not heed its signal must not hold up whoever waits.
    void Promise.resolve(pieces.return?.()).catch(() => undefined);
  }
}

interface Call {
  readonly signal: AbortSignal;
  /** Ends it on the other side too, if it goes on. */
  readonly end: () => void;
}

function startCall(deadline: number, parent: AbortSignal | undefined): Call {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new ModelFault('slow')), deadline);
  const onParent = (): void => controller.abort(parent?.reason);
  parent?.addEventListener('abort', onParent, { once: true });
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      parent?.removeEventListener('abort', onParent);
      controller.abort();
    },
  };
}

/** Whoever stops waiting says nothing of the model. */
function noteFailure(breaker: Breaker, error: unknown): void {
  if (error instanceof ModelFault) breaker.failed(error.retryAfter);
}

function isSlow(error: unknown): boolean {
  return error instanceof ModelFault && error.kind === 'slow';
}

function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof ModelFault)) return false;
  // Whoever says when to come back is not asked sooner.
  return (
    (error.kind === 'unreachable' || error.kind === 'failed' || error.kind === 'busy') && error.retryAfter === null
  );
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}
