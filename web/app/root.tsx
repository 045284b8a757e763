// The chat with what it needs of the service: the reader's token, the documents, and the conversation of the address.
import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { ConversationWire } from '../../src/contract/conversations.ts';
import type { DocumentSummaryWire } from '../../src/contract/documents.ts';
import { Chat } from './chat.tsx';
import { keepToken, keptToken } from './kept-in-browser.ts';
import type { PageStart } from './page-start.ts';
import { createService, Refusal } from './service.ts';
import { reopenProblem } from './use-chat.ts';

interface Loaded {
  readonly documents: readonly DocumentSummaryWire[];
  readonly opened: ConversationWire | null;
  readonly openProblem: string | null;
  /** Whether the service does not know the token. */
  readonly isRefused: boolean;
}

interface RootProps {
  readonly start: PageStart;
  /** Of the conversation to open. */
  readonly conversationId: string | null;
  /** Called when there is something to show in place of what the service drew. */
  readonly onReady: () => void;
}

const nothing: Loaded = { documents: [], opened: null, openProblem: null, isRefused: false };

export function Root({ start, conversationId, onReady }: RootProps): VNode | null {
  const [token, setToken] = useState(() => (start.isLocked ? keptToken(sessionStorage) : null));
  const service = useMemo(() => createService(() => token), [token]);
  const isLocked = start.isLocked && token === null;
  const [loaded, setLoaded] = useState<Loaded | null>(conversationId === null || isLocked ? nothing : null);
  useEffect(() => {
    if (isLocked) return;
    const documents = service.documents();
    const opened = conversationId === null ? null : service.conversation(conversationId);
    void load(documents, opened).then(setLoaded);
  }, [service, isLocked, conversationId]);
  useEffect(() => {
    if (loaded) onReady();
  }, [loaded, onReady]);
  const giveToken = useCallback((given: string) => {
    keepToken(sessionStorage, given);
    setToken(given);
  }, []);
  if (!loaded) return null;
  const { documents, opened, openProblem, isRefused } = loaded;
  return (
    <Chat
      // Another conversation, or another reader, is another chat.
      key={`${token ?? ''} ${opened?.conversationId ?? ''}`}
      start={start}
      service={service}
      token={token}
      isLocked={isLocked || isRefused}
      wasRefused={isRefused}
      onToken={giveToken}
      documents={documents}
      opened={opened}
      openProblem={openProblem}
    />
  );
}

async function load(
  documents: Promise<readonly DocumentSummaryWire[]>,
  opened: Promise<ConversationWire> | null,
): Promise<Loaded> {
  const [listed, found] = await Promise.allSettled([documents, opened]);
  return {
    documents: listed.status === 'fulfilled' ? listed.value : [],
    opened: found.status === 'fulfilled' ? found.value : null,
    openProblem: found.status === 'rejected' ? reopenProblem(found.reason) : null,
    isRefused: listed.status === 'rejected' && listed.reason instanceof Refusal && listed.reason.status === 401,
  };
}
