// From what is typed and chosen to a question that is asked.
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readAddress } from './address.ts';
import type { Chosen } from './document-filter.ts';
import { problemWith } from './question-rules.ts';
import type { PageStart } from './page-start.ts';
import type { ChatControl } from './use-chat.ts';

export interface AskingControl {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly question: string;
  readonly type: (question: string) => void;
  /** Why what was typed cannot be asked. */
  readonly problem: string | null;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
  readonly ask: (question: string) => void;
  readonly focus: () => void;
  /** Puts everything back but the choice of documents. */
  readonly reset: () => void;
}

interface AskingOptions {
  readonly chat: ChatControl;
  readonly start: PageStart;
  /** Whether the page answered what was asked in its address. */
  readonly isAnswered: boolean;
  readonly isLocked: boolean;
}

export function useAsking({ chat, start, isAnswered, isLocked }: AskingOptions): AskingControl {
  const field = useRef<HTMLTextAreaElement>(null);
  const [question, setQuestion] = useState(isAnswered ? '' : start.question);
  const [problem, setProblem] = useState(start.problem);
  const [chosen, setChosen] = useState<Chosen>(() => readAddress(location.search, '').documents);
  const focus = (): void => field.current?.focus({ preventScroll: true });
  const ask = (asked: string): void => {
    const why = problemWith(asked, chosen);
    setProblem(why);
    field.current?.focus({ preventScroll: why === null });
    if (why !== null || chat.underWay) return;
    chat.ask(asked.trim(), chosen);
    setQuestion('');
  };
  const reset = (): void => {
    setQuestion('');
    setProblem(null);
    field.current?.focus();
  };
  const choose = (next: Chosen): void => {
    setChosen(next);
    setProblem(null);
  };
  const hasAskedOffered = useRef(false);
  useEffect(() => {
    if (start.hadFocus) field.current?.focus();
  }, [start]);
  useEffect(() => {
    if (!start.asksOffered || isLocked || hasAskedOffered.current) return;
    hasAskedOffered.current = true;
    ask(start.question);
  });
  return { field, question, type: setQuestion, problem, chosen, choose, ask, focus, reset };
}
