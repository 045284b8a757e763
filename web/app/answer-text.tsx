// The words of an answer with its sources' numbers: running text, or document by document.
import type { VNode } from 'preact';
import { describeDocument } from '../describe-document.ts';
import { readByDocument } from './by-document.ts';
import type { ByDocument, DocumentEntry } from './by-document.ts';
import { useChatTools } from './chat-context.ts';
import type { Answer, Citation } from './chat-state.ts';
import { CitationMarker } from './citation-marker.tsx';
import { Markdown } from './markdown.tsx';
import type { RenderMarker } from './markdown.tsx';

interface TextProps {
  readonly text: string;
  /** Null while it is still coming. */
  readonly intent: Answer['intent'] | null;
  readonly citations: readonly Citation[];
  /** Number of the turn, from 1. */
  readonly turn: number;
  /** Number of the source that is open. */
  readonly openSource: number | null;
}

/** Documents that fit side by side. */
const mostColumns = 2;

export function AnswerText({ text, intent, citations, turn, openSource }: TextProps): VNode {
  const { documents } = useChatTools();
  const marker: RenderMarker = (n) => {
    const citation = citations.find((each) => each.n === n);
    return citation ? <CitationMarker citation={citation} turn={turn} isOpen={openSource === n} /> : `[${n}]`;
  };
  const parts = intent && readByDocument({ intent, answer: text }, documents);
  return (
    <div class="prose answer-text">
      {parts ? <Documents parts={parts} marker={marker} /> : <Markdown text={text} marker={marker} />}
    </div>
  );
}

function Documents({ parts, marker }: { readonly parts: ByDocument; readonly marker: RenderMarker }): VNode {
  const { before, entries, after } = parts;
  return (
    <>
      {before !== '' && <Markdown text={before} marker={marker} />}
      <ol class={`by-document${entries.length <= mostColumns ? ' columns' : ''}`}>
        {entries.map((entry) => (
          <Entry key={entry.document.id} entry={entry} marker={marker} />
        ))}
      </ol>
      {after !== '' && <Markdown text={after} marker={marker} />}
    </>
  );
}

function Entry({ entry, marker }: { readonly entry: DocumentEntry; readonly marker: RenderMarker }): VNode {
  const { document, text } = entry;
  return (
    <li class={text === null ? 'unmentioned' : undefined}>
      <div class="by-document-name">
        <h3>{document.shortTitle}</h3>
        <p class="place">{describeDocument(document)}</p>
      </div>
      <div class="by-document-words">
        {text === null ? <p class="no-mention">No mention found</p> : <Markdown text={text} marker={marker} />}
      </div>
    </li>
  );
}
