import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from './chat-state.ts';
import { copiedAnswer } from './plain-answer.ts';

interface CopyProps {
  readonly question: string;
  readonly answer: Answer;
}

/** Copies the answer as text, with numbered sources and their permalinks. */
export function CopyButton({ question, answer }: CopyProps): VNode {
  const [outcome, setOutcome] = useState('');
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(copiedAnswer(question, answer, location.origin));
    setOutcome(isCopied ? 'Copied, with its sources.' : 'The browser did not allow copying.');
  };
  return (
    <>
      <button type="button" class="quiet" onClick={() => void copy()}>
        Copy answer
      </button>
      <span class="outcome" role="status">
        {outcome}
      </span>
    </>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Where a page is served without encryption, the browser offers no clipboard but for what is selected. */
function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
