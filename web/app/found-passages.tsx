// What the search found, before there is an answer.
import type { VNode } from 'preact';
import { useChatTools } from './chat-context.ts';
import type { FoundPassage } from './chat-state.ts';

/** @param passages null while the search goes on. */
export function FoundPassages({ passages }: { readonly passages: readonly FoundPassage[] | null }): VNode {
  const { documents } = useChatTools();
  if (passages === null) return <p class="found">Searching the documents…</p>;
  const named = documents.filter(({ id }) => passages.some(({ documentId }) => documentId === id));
  if (named.length === 0) return <p class="found">No passage found.</p>;
  return (
    <p class="found">
      Found in{' '}
      {named.map(({ id, shortTitle }, index) => (
        <span key={id} class="found-document">
          {index > 0 && ', '}
          {shortTitle} ({passages.filter(({ documentId }) => documentId === id).length})
        </span>
      ))}
    </p>
  );
}
