// What becomes of a conversation when something happens; pure.
import type { ServerFrame } from '../../src/contract/chat.ts';
import type { ConversationWire } from '../../src/contract/conversations.ts';
import { announceAnswer } from './announcements.ts';
import { emptyChat, emptyDraft } from './chat-state.ts';
import type { ChatState, Draft, Progress, Turn, Verdict } from './chat-state.ts';

export type ChatEvent =
  | {
      readonly type: 'asked';
      readonly id: string;
      readonly question: string;
      readonly documents: readonly string[] | null;
    }
  | { readonly type: 'told'; readonly frame: ServerFrame }
  | { readonly type: 'judged'; readonly turnId: string; readonly verdict: Verdict }
  | { readonly type: 'reopened'; readonly conversation: ConversationWire }
  | { readonly type: 'cleared' };

export function reduceChat(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'asked':
      return withAsked(state, event);
    case 'told':
      return withFrame(state, event.frame);
    case 'judged':
      return { ...state, turns: replace(state.turns, event.turnId, (turn) => ({ ...turn, verdict: event.verdict })) };
    case 'reopened':
      return reopened(event.conversation);
    case 'cleared':
      return { ...emptyChat, announcement: 'New conversation.' };
    default:
      return event satisfies never;
  }
}

/** A question that failed and is asked again takes its own place. */
function withAsked(state: ChatState, asked: Extract<ChatEvent, { type: 'asked' }>): ChatState {
  const { id, question, documents } = asked;
  const turn: Turn = { id, question, documents, progress: { kind: 'under-way', ...emptyDraft }, verdict: null };
  const others = state.turns.filter((each) => each.id !== id);
  return { ...state, turns: [...others, turn], announcement: 'Searching the documents.' };
}

function withFrame(state: ChatState, frame: ServerFrame): ChatState {
  const turn = state.turns.find(({ id }) => id === frame.id);
  if (!turn || turn.progress.kind !== 'under-way') return state;
  const progress = nextProgress(turn.progress, frame);
  const turns = replace(state.turns, turn.id, (each) => ({ ...each, progress }));
  return { ...state, turns, ...conversationOf(frame), ...announcementOf(progress) };
}

function nextProgress(draft: Draft, frame: ServerFrame): Progress {
  switch (frame.type) {
    case 'accepted':
      // Asked again over a new connection, it is told from the beginning.
      return { kind: 'under-way', ...emptyDraft };
    case 'passages':
      return { kind: 'under-way', ...draftOf(draft), passages: frame.passages };
    case 'text-delta':
      return { kind: 'under-way', ...draftOf(draft), text: draft.text + frame.text };
    case 'citation':
      return { kind: 'under-way', ...draftOf(draft), citations: [...draft.citations, frame.citation] };
    case 'answer':
      return { kind: 'answered', answer: frame.answer };
    case 'stopped':
      return { kind: 'stopped', ...draftOf(draft) };
    case 'error':
      return { kind: 'failed', message: frame.message };
    default:
      return frame satisfies never;
  }
}

function draftOf({ passages, text, citations }: Draft): Draft {
  return { passages, text, citations };
}

/** A conversation is there to go on with once an answer of it is kept. */
function conversationOf(frame: ServerFrame): Partial<ChatState> {
  return frame.type === 'answer' ? { conversationId: frame.answer.conversationId } : {};
}

function announcementOf(progress: Progress): Partial<ChatState> {
  switch (progress.kind) {
    case 'under-way':
      return {};
    case 'answered':
      return { announcement: announceAnswer(progress.answer) };
    case 'stopped':
      return { announcement: 'Stopped.' };
    case 'failed':
      return { announcement: progress.message };
    default:
      return progress satisfies never;
  }
}

function reopened({ conversationId, turns }: ConversationWire): ChatState {
  return {
    conversationId,
    announcement: '',
    turns: turns.map(({ messageId, question, filters, answer, feedback }) => ({
      id: messageId,
      question,
      documents: filters.documents ?? null,
      progress: { kind: 'answered', answer },
      verdict: feedback?.verdict ?? null,
    })),
  };
}

function replace(turns: readonly Turn[], id: string, change: (turn: Turn) => Turn): readonly Turn[] {
  return turns.map((turn) => (turn.id === id ? change(turn) : turn));
}
