// What any part of the chat may do, handed down past the parts between.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DocumentSummaryWire } from '../../src/contract/documents.ts';
import type { Turn } from './chat-state.ts';
import type { Judgement, Service } from './service.ts';

export interface ChatTools {
  readonly service: Service;
  /** Oldest first; empty until they are known. */
  readonly documents: readonly DocumentSummaryWire[];
  readonly ask: (question: string) => void;
  readonly askAgain: (turn: Turn) => void;
  readonly judge: (turn: Turn, judgement: Judgement) => Promise<void>;
  /** @param turn from 1. */
  readonly openSource: (turn: number, n: number) => void;
  /** Whether there is a question under way, so that no other can be asked. */
  readonly isBusy: boolean;
}

const context = createContext<ChatTools | null>(null);

export const ChatToolsProvider = context.Provider;

export function useChatTools(): ChatTools {
  const tools = useContext(context);
  if (!tools) throw new Error('A part of the chat stands outside of it.');
  return tools;
}
