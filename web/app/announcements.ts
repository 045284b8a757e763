// What is said of an answer to whoever listens instead of looking: once, when it is finished.
import type { Answer } from './chat-state.ts';
import { plainText } from './plain-answer.ts';
import { statusWords } from './status-words.ts';

/** Characters of an answer that are said; the rest is there to be read. */
const mostSaid = 240;

export function announceAnswer(answer: Answer): string {
  const { title } = statusWords[answer.status];
  const text = plainText(answer.answer).replaceAll(/\s+/gu, ' ');
  const said = text.length <= mostSaid ? text : `${text.slice(0, text.lastIndexOf(' ', mostSaid))} …`;
  const sources = answer.citations.length;
  const count = sources === 0 ? '' : ` ${sources} ${sources === 1 ? 'source' : 'sources'}.`;
  return `${title === null ? '' : `${title}. `}${said}${count}`;
}
