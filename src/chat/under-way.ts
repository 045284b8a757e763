// What is being answered at this moment. It lives as long as the process: what is under way ends with it.
import { AppError } from '../domain/errors.ts';

/** Conversations that were accepted and hold no turn yet, at most; those that came first are forgotten first. */
const mostBegun = 10_000;

export interface Claim {
  /** Aborted when the conversation is removed. */
  readonly signal: AbortSignal;
  /** Lets the next question in. `stored`: the conversation now stands in the store. */
  release(stored: boolean): void;
}

export interface UnderWay {
  /** `begins`: the conversation holds no turn yet. @throws AppError `busy` while another question of it is being answered. */
  claim(conversation: string, begins: boolean): Claim;
  /** Whether the conversation was accepted by this process and holds no turn yet. */
  hasBegun(conversation: string): boolean;
  /** Stops what is being answered in the conversation and forgets it. @returns whether it had begun. */
  remove(conversation: string): boolean;
}

export function createUnderWay(): UnderWay {
  const running = new Map<string, AbortController>();
  const begun = new Set<string>();
  return {
    claim(conversation, begins) {
      if (running.has(conversation)) throw busy();
      if (begins) remember(begun, conversation);
      const controller = new AbortController();
      running.set(conversation, controller);
      const release = (stored: boolean): void => {
        running.delete(conversation);
        if (stored) begun.delete(conversation);
      };
      return { signal: controller.signal, release };
    },
    hasBegun: (conversation) => begun.has(conversation),
    remove(conversation) {
      running.get(conversation)?.abort(removed());
      return begun.delete(conversation);
    },
  };
}

function remember(begun: Set<string>, conversation: string): void {
  begun.add(conversation);
  const [oldest] = begun;
  if (begun.size > mostBegun && oldest !== undefined) begun.delete(oldest);
}

function busy(): AppError {
  return new AppError(
    'busy',
    'The last question of this conversation is still being answered. Wait for its answer, or stop it, then ask again.',
  );
}

function removed(): AppError {
  return new AppError('not-found', 'The conversation was deleted while its question was being answered.');
}
