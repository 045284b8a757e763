// What lies nearest where the documents do not answer: to look through, and no source.
import type { VNode } from 'preact';
import { describePlace } from '../describe-document.ts';
import { spanLink } from '../links.ts';
import { useChatTools } from './chat-context.ts';
import type { RelatedPassage } from './chat-state.ts';
import { cleanQuote } from './plain-answer.ts';

interface NearestProps {
  readonly passages: readonly RelatedPassage[];
  readonly turn: number;
}

export function NearestPassages({ passages, turn }: NearestProps): VNode | null {
  const { documents } = useChatTools();
  if (passages.length === 0) return null;
  const titleOf = (id: string): string => documents.find((document) => document.id === id)?.title ?? id;
  return (
    <section class="nearest" aria-labelledby={`nearest_${turn}`}>
      <h3 id={`nearest_${turn}`}>Nearest passages</h3>
      <p class="place">They do not answer the question, but lie closest to it.</p>
      <ul>
        {passages.map((passage) => (
          <li key={passage.passageId}>
            <a href={spanLink(passage)}>{titleOf(passage.documentId)}</a>
            {passage.section.length > 0 && <span class="place"> {describePlace(passage.section, null)}</span>}
            <p class="excerpt">{cleanQuote(passage.text)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
