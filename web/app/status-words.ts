// What the status of an answer means, in words.
import type { Answer } from './chat-state.ts';

export interface StatusWords {
  /** Null where nothing needs to be said. */
  readonly title: string | null;
  readonly meaning: string | null;
}

export const statusWords = {
  answered: { title: 'Answered', meaning: 'in the exact words of the documents' },
  partial: { title: 'Answered in part', meaning: 'the documents do not answer all of the question' },
  not_found: { title: 'Not found', meaning: 'the documents that were searched do not answer this' },
  declined: { title: 'Declined', meaning: 'this is not something Bluelamp does' },
  chat: { title: null, meaning: null },
} as const satisfies Record<Answer['status'], StatusWords>;
