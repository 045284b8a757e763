// Whether an answer helped, and if not, why.
import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useChatTools } from './chat-context.ts';
import type { Turn, Verdict } from './chat-state.ts';

const reasons = ['Not what I asked', 'Something is missing', 'Wrong or out of date', 'Hard to follow'] as const;

interface FeedbackProps {
  readonly turn: Turn;
  readonly messageId: string;
}

export function Feedback({ turn, messageId }: FeedbackProps): VNode {
  const { judge } = useChatTools();
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState('');
  const send = async (verdict: Verdict, more: { reason?: string; comment?: string } = {}): Promise<void> => {
    try {
      await judge(turn, { messageId, verdict, ...more });
      setOutcome('Thank you, noted.');
    } catch (error) {
      setOutcome(error instanceof Error ? error.message : 'That could not be noted.');
    }
  };
  const choose = (verdict: Verdict): void => {
    setAsking(verdict === 'unhelpful');
    void send(verdict);
  };
  const unhelpful = useRef<HTMLButtonElement>(null);
  const button = (verdict: Verdict, name: string): VNode => (
    <button
      ref={verdict === 'unhelpful' ? unhelpful : null}
      type="button"
      class="quiet"
      aria-pressed={turn.verdict === verdict}
      onClick={() => choose(verdict)}
    >
      {name}
    </button>
  );
  return (
    <>
      {button('helpful', 'Helpful')}
      {button('unhelpful', 'Not helpful')}
      <span class="outcome" role="status">
        {outcome}
      </span>
      {isAsking && (
        <Why
          onSend={(more) => {
            setAsking(false);
            unhelpful.current?.focus();
            void send('unhelpful', more);
          }}
        />
      )}
    </>
  );
}

function Why({ onSend }: { readonly onSend: (more: { reason?: string; comment?: string }) => void }): VNode {
  const [reason, setReason] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const id = useId();
  return (
    <form
      class="why"
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ ...(reason !== null && { reason }), ...(comment.trim() !== '' && { comment: comment.trim() }) });
      }}
    >
      <fieldset>
        <legend>What was wrong?</legend>
        {reasons.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name={`${id}_reason`} checked={reason === each} onChange={() => setReason(each)} />
            <span>{each}</span>
          </label>
        ))}
      </fieldset>
      <label class="why-comment">
        Anything else? (optional)
        <textarea
          rows={2}
          maxLength={2000}
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </label>
      <button type="submit">Send</button>
    </form>
  );
}
