// A question and what has come of it.
import type { VNode } from 'preact';
import { AnswerNotices } from './answer-notices.tsx';
import { AnswerSources } from './answer-sources.tsx';
import { AnswerStatus } from './answer-status.tsx';
import { AnswerText } from './answer-text.tsx';
import { useChatTools } from './chat-context.ts';
import type { Answer, Draft, Turn } from './chat-state.ts';
import { CopyButton } from './copy-button.tsx';
import { Feedback } from './feedback.tsx';
import { FoundPassages } from './found-passages.tsx';
import { NearestPassages } from './nearest-passages.tsx';
import { QuestionButtons } from './question-buttons.tsx';

interface TurnProps {
  readonly turn: Turn;
  /** From 1. */
  readonly number: number;
  /** Number of its source that is open. */
  readonly openSource: number | null;
}

export function TurnView({ turn, number, openSource }: TurnProps): VNode {
  const { documents } = useChatTools();
  const searched = turn.documents?.map((id) => documents.find((document) => document.id === id)?.shortTitle ?? id);
  return (
    <article class="turn" aria-labelledby={`question_${number}`}>
      <h2 class="question" id={`question_${number}`} dir="auto">
        {turn.question}
      </h2>
      {searched && <p class="place">Searched only: {searched.join('; ')}</p>}
      <Outcome turn={turn} number={number} openSource={openSource} />
    </article>
  );
}

function Outcome({ turn, number, openSource }: TurnProps): VNode {
  const { progress } = turn;
  switch (progress.kind) {
    case 'under-way':
      return <Coming draft={progress} number={number} openSource={openSource} />;
    case 'stopped':
      return (
        <>
          <Coming draft={progress} number={number} openSource={openSource} />
          <Ended turn={turn} message="You stopped this answer." />
        </>
      );
    case 'failed':
      return <Ended turn={turn} message={progress.message} isFault />;
    case 'answered':
      return <Answered turn={turn} answer={progress.answer} number={number} openSource={openSource} />;
    default:
      return progress satisfies never;
  }
}

interface ComingProps extends Omit<TurnProps, 'turn'> {
  readonly draft: Draft & { readonly kind: 'under-way' | 'stopped' };
}

function Coming({ draft, number, openSource }: ComingProps): VNode {
  const { kind, passages, text, citations } = draft;
  return (
    <div class="coming">
      {(kind === 'under-way' || passages) && <FoundPassages passages={passages} />}
      {text !== '' && (
        <AnswerText text={text} intent={null} citations={citations} turn={number} openSource={openSource} />
      )}
    </div>
  );
}

interface EndedProps {
  readonly turn: Turn;
  readonly message: string;
  readonly isFault?: boolean;
}

function Ended({ turn, message, isFault = false }: EndedProps): VNode {
  const { askAgain, isBusy } = useChatTools();
  return (
    <div class={isFault ? 'ended problem' : 'ended'}>
      <p>{message}</p>
      <button type="button" class="quiet" disabled={isBusy} onClick={() => askAgain(turn)}>
        Ask again
      </button>
    </div>
  );
}

function Answered({ turn, answer, number, openSource }: TurnProps & { readonly answer: Answer }): VNode {
  const { intent, citations, notices, related, suggestions, messageId } = answer;
  return (
    <>
      <div class={`answered answered-${answer.status}`}>
        <AnswerStatus {...answer} />
        <AnswerText text={answer.answer} intent={intent} citations={citations} turn={number} openSource={openSource} />
        <AnswerNotices notices={notices} />
        <AnswerSources citations={citations} />
        <NearestPassages passages={related} turn={number} />
        <div class="answer-actions">
          <CopyButton question={turn.question} answer={answer} />
          <Feedback turn={turn} messageId={messageId} />
        </div>
      </div>
      {suggestions.length > 0 && (
        <div role="group" class="suggestions" aria-labelledby={`suggestions_${number}`}>
          <h3 id={`suggestions_${number}`}>You could also ask</h3>
          <QuestionButtons questions={suggestions} />
        </div>
      )}
    </>
  );
}
