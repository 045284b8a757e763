import type { VNode } from 'preact';
import { useChatTools } from './chat-context.ts';

/** Questions, each a button that asks it. */
export function QuestionButtons({ questions }: { readonly questions: readonly string[] }): VNode {
  const { ask, isBusy } = useChatTools();
  return (
    <ul class="question-buttons">
      {questions.map((question) => (
        <li key={question}>
          <button type="button" class="question-button" disabled={isBusy} onClick={() => ask(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
