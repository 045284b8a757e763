// Where the question is typed: Enter asks, Shift and Enter break the line.
import type { RefObject, VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { lengthOf, longestQuestion } from './question-rules.ts';

export interface ComposerProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly question: string;
  /** Why what was typed cannot be asked. */
  readonly problem: string | null;
  readonly isBusy: boolean;
  /** Which documents are searched, in words. */
  readonly searches: string;
  readonly onType: (question: string) => void;
  readonly onAsk: () => void;
  readonly onStop: () => void;
}

/** Characters left at which a person is told how many. */
const tellBelow = 200;

export function Composer(props: ComposerProps): VNode {
  const { field, question, problem, isBusy, searches, onType, onAsk, onStop } = props;
  const left = longestQuestion - lengthOf(question);
  useLayoutEffect(() => {
    if (field.current) fitHeight(field.current);
  }, [field, question]);
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      <label for="ask_question">Your question</label>
      {problem !== null && (
        <p class="problem" id="ask_problem" role="alert">
          {problem}
        </p>
      )}
      <div class="composer-box">
        <textarea
          ref={field}
          id="ask_question"
          rows={1}
          dir="auto"
          value={question}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? 'ask_hint' : 'ask_problem'}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            if (!isBusy) onAsk();
          }}
        />
        {isBusy ? (
          <button key="stop" type="button" class="stop" onClick={onStop}>
            Stop
          </button>
        ) : (
          <button key="ask" type="submit">
            Ask
          </button>
        )}
      </div>
      <p class="composer-hint" id="ask_hint">
        <span>{searches}</span>
        {left < tellBelow && <span>{left < 0 ? `${-left} characters too many` : `${left} characters left`}</span>}
        <span class="composer-keys">Enter asks, Shift + Enter starts a new line</span>
      </p>
    </form>
  );
}

/** As high as what is typed; the style sheet sets the most. */
function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
