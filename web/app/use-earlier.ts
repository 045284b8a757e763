import { useCallback, useEffect, useState } from 'preact/hooks';
import { earlierConversations, forgetConversation, keepConversation } from './kept-in-browser.ts';
import type { EarlierConversation } from './kept-in-browser.ts';
import type { Service } from './service.ts';

export interface EarlierControl {
  readonly conversations: readonly EarlierConversation[];
  /** From the service and from this browser. */
  readonly remove: (id: string) => void;
}

/** The conversations of this browser; the one on the page joins them once it has an answer. */
export function useEarlier(service: Service, id: string | null, question: string | null): EarlierControl {
  const [conversations, setConversations] = useState(() => earlierConversations(localStorage));
  useEffect(() => {
    if (id !== null && question !== null) setConversations(keepConversation(localStorage, id, question));
  }, [id, question]);
  const remove = useCallback(
    (removed: string): void => {
      setConversations(forgetConversation(localStorage, removed));
      // One that is gone already, or that nobody can be reached to remove, is forgotten here all the same: it is not kept for ever.
      service.removeConversation(removed).catch(() => undefined);
    },
    [service],
  );
  return { conversations, remove };
}
