// What the page knows of a conversation; data alone.
import type { AnswerWire } from '../../src/contract/answer.ts';
import type { AskFrame, ServerFrame } from '../../src/contract/chat.ts';

export type Answer = AnswerWire;
export type Citation = Answer['citations'][number];
export type Notice = Answer['notices'][number];
export type RelatedPassage = Answer['related'][number];
export type FoundPassage = Extract<ServerFrame, { readonly type: 'passages' }>['passages'][number];
/** What is sent; which ids are those of documents is for the service to say. */
export type Question = Omit<AskFrame, 'documents'> & { readonly documents?: readonly string[] };
export type Verdict = 'helpful' | 'unhelpful';

/** What has come of an answer so far. */
export interface Draft {
  /** Null until the search has ended. */
  readonly passages: readonly FoundPassage[] | null;
  readonly text: string;
  readonly citations: readonly Citation[];
}

export type Progress =
  | ({ readonly kind: 'under-way' } & Draft)
  | ({ readonly kind: 'stopped' } & Draft)
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly message: string };

export interface Turn {
  /** Made up by the page; the service knows a repeated question by it. */
  readonly id: string;
  readonly question: string;
  /** Null where all documents are searched. */
  readonly documents: readonly string[] | null;
  readonly progress: Progress;
  readonly verdict: Verdict | null;
}

export interface ChatState {
  readonly conversationId: string | null;
  readonly turns: readonly Turn[];
  /** Said once to whoever listens instead of looking. */
  readonly announcement: string;
}

export const emptyDraft: Draft = { passages: null, text: '', citations: [] };

export const emptyChat: ChatState = { conversationId: null, turns: [], announcement: '' };

/** The question that waits for its answer; one at a time. */
export function turnUnderWay({ turns }: ChatState): Turn | null {
  return turns.find(({ progress }) => progress.kind === 'under-way') ?? null;
}

export function citationsOf({ progress }: Turn): readonly Citation[] {
  if (progress.kind === 'answered') return progress.answer.citations;
  return progress.kind === 'failed' ? [] : progress.citations;
}
