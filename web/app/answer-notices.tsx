import type { VNode } from 'preact';
import type { Notice } from './chat-state.ts';

const names = {
  draft: 'Draft',
  consultation: 'For consultation',
  superseded: 'A later strategy exists',
  conflict: 'Figures differ',
  partial: 'Answered in part',
  model: 'Language model',
} as const satisfies Record<Notice['type'], string>;

/** What to bear in mind, beside the answer. @param id of the turn, for ids. */
export function AnswerNotices({ notices }: { readonly notices: readonly Notice[] }): VNode | null {
  if (notices.length === 0) return null;
  return (
    <ul class="answer-notices" aria-label="Notices">
      {notices.map(({ type, text }) => (
        <li key={type + text} class={`notice notice-${type}`}>
          <strong>{names[type]}.</strong> {text}
        </li>
      ))}
    </ul>
  );
}
