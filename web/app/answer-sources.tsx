// From which documents an answer quotes; on paper, every source with its place.
import type { VNode } from 'preact';
import { describeDocument, describePlace } from '../describe-document.ts';
import { spanLink } from '../links.ts';
import type { Citation } from './chat-state.ts';

export function AnswerSources({ citations }: { readonly citations: readonly Citation[] }): VNode | null {
  if (citations.length === 0) return null;
  const documents = [...new Set(citations.map(({ documentId }) => documentId))].map((id) =>
    citations.filter(({ documentId }) => documentId === id),
  );
  return (
    <>
      <ul class="answer-sources" aria-label="Quoted documents">
        {documents.map((cited) => (
          <QuotedDocument key={cited[0]?.documentId} citations={cited} />
        ))}
      </ul>
      <ol class="printed-sources">
        {citations.map((citation) => (
          <li key={citation.n} value={citation.n}>
            {citation.document.title}, {describeDocument(citation.document)}.{' '}
            {describePlace(citation.section, citation.page)}{' '}
            <span class="printed-address">{location.origin + spanLink(citation)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function QuotedDocument({ citations }: { readonly citations: readonly Citation[] }): VNode | null {
  const [first] = citations;
  if (!first) return null;
  return (
    <li>
      <span class="answer-sources-numbers">{citations.map(({ n }) => n).join(', ')}</span>
      <span>
        {first.document.title} <span class="place">{describeDocument(first.document)}</span>
      </span>
    </li>
  );
}
