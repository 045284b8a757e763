import type { VNode } from 'preact';
import type { Answer } from './chat-state.ts';
import { statusWords } from './status-words.ts';

/** Shapes that differ without colour. */
const signs = { answered: '●', partial: '◐', not_found: '○', declined: '⊘', chat: '' } as const satisfies Record<
  Answer['status'],
  string
>;

/** How the question fared, in words; where a language model worded the answer, its words are not the documents'. */
export function AnswerStatus({ status, wordedBy }: Pick<Answer, 'status' | 'wordedBy'>): VNode | null {
  const { title, meaning } = statusWords[status];
  if (title === null) return null;
  return (
    <p class={`status status-${status}`}>
      <span aria-hidden="true">{signs[status]} </span>
      <strong>{title}</strong>
      <span class="status-meaning">
        {' – '}
        {wordedBy === undefined ? meaning : `put into words by ${wordedBy}, each sentence checked against its source`}
      </span>
    </p>
  );
}
