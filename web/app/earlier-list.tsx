import type { VNode } from 'preact';
import { writeAddress } from './address.ts';
import type { EarlierConversation } from './kept-in-browser.ts';

interface EarlierProps {
  readonly conversations: readonly EarlierConversation[];
  /** The one on the page. */
  readonly current: string | null;
  readonly onRemove: (id: string) => void;
}

/** The conversations of this browser, each a link that reopens it. */
export function EarlierList({ conversations, current, onRemove }: EarlierProps): VNode | null {
  if (conversations.length === 0) return null;
  return (
    <nav class="earlier" aria-labelledby="earlier_conversations">
      <h2 id="earlier_conversations">Earlier conversations</h2>
      <ul>
        {conversations.map(({ id, question }) => (
          <li key={id}>
            <a
              href={writeAddress({ conversationId: id, documents: null, source: null })}
              aria-current={id === current ? 'page' : undefined}
              dir="auto"
            >
              {question}
            </a>
            <button type="button" class="quiet" aria-label={`Delete: ${question}`} onClick={() => onRemove(id)}>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
