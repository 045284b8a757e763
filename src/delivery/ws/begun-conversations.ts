// Which first questions of a connection began which conversation, so that one that is sent again is not asked again.

export interface BegunConversations {
  /** The conversation that this very message began; undefined where it began none. */
  find(id: string, fingerprint: string): string | undefined;
  note(id: string, fingerprint: string, conversationId: string): void;
}

/** Enough for whoever sends the last few again. */
const mostRemembered = 32;

export function createBegunConversations(): BegunConversations {
  const begun = new Map<string, { readonly fingerprint: string; readonly conversationId: string }>();
  return {
    find(id, fingerprint) {
      const known = begun.get(id);
      return known?.fingerprint === fingerprint ? known.conversationId : undefined;
    },
    note(id, fingerprint, conversationId) {
      begun.delete(id);
      begun.set(id, { fingerprint, conversationId });
      const [oldest] = begun.keys();
      if (begun.size > mostRemembered && oldest !== undefined) begun.delete(oldest);
    },
  };
}
