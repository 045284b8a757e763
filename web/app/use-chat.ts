// A conversation from the page's side: what is said, and how it is gone on with, left and returned to.
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { ServerFrame } from '../../src/contract/chat.ts';
import type { ConversationWire } from '../../src/contract/conversations.ts';
import { readAddress } from './address.ts';
import type { LinkState } from './chat-link.ts';
import { reduceChat } from './chat-reducer.ts';
import { emptyChat, turnUnderWay } from './chat-state.ts';
import type { ChatState, Turn } from './chat-state.ts';
import type { Chosen } from './document-filter.ts';
import { newMessageId } from './message-id.ts';
import type { Judgement, Service } from './service.ts';
import { useLink } from './use-link.ts';

export interface ChatOptions {
  readonly service: Service;
  readonly token: string | null;
  readonly isLocked: boolean;
  readonly opened: ConversationWire | null;
}

export interface ChatControl {
  readonly state: ChatState;
  readonly link: LinkState;
  readonly underWay: Turn | null;
  /** Why a conversation could not be reopened. */
  readonly problem: string | null;
  readonly ask: (question: string, documents: Chosen) => void;
  readonly askAgain: (turn: Turn) => void;
  readonly stop: () => void;
  readonly clear: () => void;
  readonly judge: (turn: Turn, judgement: Judgement) => Promise<void>;
}

export function useChat({ service, token, isLocked, opened }: ChatOptions): ChatControl {
  const [state, dispatch] = useReducer(reduceChat, emptyChat, (empty) =>
    opened ? reduceChat(empty, { type: 'reopened', conversation: opened }) : empty,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const onFrame = useCallback((frame: ServerFrame) => dispatch({ type: 'told', frame }), []);
  const link = useLink({ service, token, isLocked, onFrame });
  const now = useRef(state);
  now.current = state;
  const send = useCallback(
    (id: string, question: string, documents: Chosen): void => {
      const { conversationId } = now.current;
      dispatch({ type: 'asked', id, question, documents });
      link.ask({
        type: 'ask',
        id,
        question,
        ...(conversationId !== null && { conversationId }),
        ...(documents !== null && { documents }),
      });
    },
    [link.ask],
  );
  const stop = useCallback((): void => {
    const turn = turnUnderWay(now.current);
    if (turn) link.stop(turn.id);
  }, [link.stop]);
  const clear = useCallback((): void => {
    stop();
    setProblem(null);
    dispatch({ type: 'cleared' });
  }, [stop]);
  useReturning({ service, now, clear, onReopened: reopen, onProblem: setProblem });
  function reopen(conversation: ConversationWire): void {
    dispatch({ type: 'reopened', conversation });
  }
  return {
    state,
    link: link.state,
    underWay: turnUnderWay(state),
    problem,
    ask: (question, documents) => send(newMessageId(), question, documents),
    // Under its old id: if it was answered after all, it is not answered twice.
    askAgain: ({ id, question, documents }) => send(id, question, documents),
    stop,
    clear,
    judge: async (turn, judgement) => {
      await service.judge(judgement);
      dispatch({ type: 'judged', turnId: turn.id, verdict: judgement.verdict });
    },
  };
}

interface ReturningOptions {
  readonly service: Service;
  readonly now: { readonly current: ChatState };
  readonly clear: () => void;
  readonly onReopened: (conversation: ConversationWire) => void;
  readonly onProblem: (message: string) => void;
}

/** Follows the browser's Back and Forward from one conversation to another. */
function useReturning(options: ReturningOptions): void {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const onPop = (): void => {
      const { service, now, clear, onReopened, onProblem } = latest.current;
      const { conversationId } = readAddress(location.search, location.hash);
      if (conversationId === now.current.conversationId) return;
      if (conversationId === null) clear();
      else service.conversation(conversationId).then(onReopened, (error: unknown) => onProblem(reopenProblem(error)));
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
}

export function reopenProblem(error: unknown): string {
  return error instanceof Error && error.name === 'Refusal'
    ? error.message
    : 'The conversation could not be opened, because the service cannot be reached. Load the page again in a moment.';
}
