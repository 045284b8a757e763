// One connection of one reader: what it asks, what it stops, and what is told of it.
import { createHash } from 'node:crypto';
import type { AskRequest, Asks } from '../../admission/asks.ts';
import type { Caller } from '../../admission/caller.ts';
import type { AskFrame, ServerFrame } from '../../contract/chat.ts';
import { wireCodeOf } from '../../contract/errors.ts';
import { AppError, toAppError } from '../../domain/errors.ts';
import { filtersOf } from '../../domain/filters.ts';
import type { Log } from '../../ports.ts';
import { createBegunConversations } from './begun-conversations.ts';
import type { BegunConversations } from './begun-conversations.ts';
import type { Outbox } from './outbox.ts';
import { readFrame } from './read-frame.ts';
import { tellAnswer } from './tell-answer.ts';

export interface SessionParts {
  readonly asks: Asks;
  readonly caller: Caller;
  readonly outbox: Outbox;
  readonly ids: () => string;
  readonly log: Log;
}

/** Questions of one connection at a time, each of another conversation. */
const mostUnderWay = 8;

/** The client's id of a question, and ours. */
interface QuestionIds {
  readonly id: string;
  readonly requestId: string;
}

interface UnderWay {
  readonly controller: AbortController;
  /** Tells the message from another one under the same id. */
  readonly fingerprint: string;
  stopped: boolean;
}

export class Session {
  readonly #parts: SessionParts;
  readonly #begun: BegunConversations = createBegunConversations();
  readonly #underWay = new Map<string, UnderWay>();
  #noteIdle: () => void = () => undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** Takes one text frame. Never throws. */
  receive(text: string): void {
    const read = readFrame(text);
    if (read.kind === 'refused') this.#refuse(new AppError('invalid-request', read.message), read.id ?? undefined);
    else if (read.frame.type === 'ask') this.#ask(read.frame);
    else this.#stop(read.frame.id);
  }

  /** Stops all that is under way; nobody reads any more. */
  abandon(): void {
    for (const { controller } of this.#underWay.values()) controller.abort();
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    if (this.#underWay.size === 0) return Promise.resolve();
    return new Promise((resolve) => (this.#noteIdle = resolve));
  }

  #ask(frame: AskFrame): void {
    const { id } = frame;
    const fingerprint = fingerprintOf(frame);
    const known = this.#underWay.get(id);
    // The same message again: its answer is on the way.
    if (known?.fingerprint === fingerprint) return;
    if (known) return this.#refuse(idInUse());
    if (this.#underWay.size >= mostUnderWay) return this.#refuse(tooManyAtOnce(), id);
    const entry = { controller: new AbortController(), fingerprint, stopped: false };
    this.#underWay.set(id, entry);
    void this.#answer(frame, entry).finally(() => {
      this.#underWay.delete(id);
      if (this.#underWay.size === 0) this.#noteIdle();
    });
  }

  /** Never rejects. */
  async #answer(frame: AskFrame, entry: UnderWay): Promise<void> {
    const { asks, outbox, caller, ids, log } = this.#parts;
    const { id } = frame;
    const { signal } = entry.controller;
    const requestId = ids();
    const started = performance.now();
    let outcome: string = 'left';
    const conversationId = this.#begun.find(id, entry.fingerprint) ?? frame.conversationId;
    const request = { ...requestOf(frame), ...(conversationId !== undefined && { conversationId }), caller, requestId };
    try {
      await tellAnswer({ asks, outbox, id, signal }, request, (answer) => {
        outcome = answer.status;
        if (frame.conversationId === undefined) this.#begun.note(id, entry.fingerprint, answer.conversationId);
      });
    } catch (thrown) {
      outcome = this.#tellEnd(thrown, entry, { id, requestId }) ?? outcome;
    }
    log('info', 'chat-ask', { requestId, outcome, ms: Math.round(performance.now() - started) });
  }

  #stop(id: string): void {
    const entry = this.#underWay.get(id);
    // What has been answered cannot be stopped; its answer told so.
    if (!entry) return;
    entry.stopped = true;
    entry.controller.abort();
  }

  /** Why a question was not told to its end. @returns what the log calls it; null where nobody is left to tell. */
  #tellEnd(thrown: unknown, { stopped, controller }: UnderWay, { id, requestId }: QuestionIds): string | null {
    if (stopped) {
      this.#parts.outbox.send({ type: 'stopped', id });
      return 'stopped';
    }
    if (controller.signal.aborted) return null;
    const fault = toAppError(thrown);
    if (fault.code === 'internal') this.#parts.log('error', 'ask-failed', { requestId, fault });
    this.#refuse(fault, id);
    return fault.code;
  }

  #refuse(fault: AppError, id?: string): void {
    this.#parts.outbox.send(errorFrame(fault, id));
  }
}

function requestOf({
  id,
  question,
  conversationId: _conversationId,
  type: _type,
  explain = false,
  ...filters
}: AskFrame): Pick<AskRequest, 'question' | 'filters' | 'clientMessageId' | 'explain'> {
  return { question, clientMessageId: id, explain, filters: filtersOf(filters) };
}

function errorFrame({ code, message, retryAfterSeconds }: AppError, id: string | undefined): ServerFrame {
  return {
    type: 'error',
    ...(id !== undefined && { id }),
    code: wireCodeOf(code),
    message,
    ...(retryAfterSeconds !== null && { retryAfter: retryAfterSeconds }),
  };
}

/** Keeps nothing of the question. */
function fingerprintOf(frame: AskFrame): string {
  return createHash('sha256').update(JSON.stringify(frame)).digest('base64');
}

function idInUse(): AppError {
  return new AppError(
    'invalid-request',
    'Another question with this "id" is being answered. Give each question its own.',
  );
}

function tooManyAtOnce(): AppError {
  const message = `One connection may ask ${mostUnderWay} questions at a time. Wait for an answer, then ask again.`;
  return new AppError('overloaded', message, { retryAfterSeconds: 1 });
}
