// The source that was opened, with its quotation marked in the words around it.
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { describeDocument } from '../describe-document.ts';
import { spanLink } from '../links.ts';
import type { Citation } from './chat-state.ts';
import { MarkedPassage } from './marked-passage.tsx';

interface PanelProps {
  readonly citation: Citation;
  readonly onClose: () => void;
}

export function SourcePanel({ citation, onClose }: PanelProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
    panel.current?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }, [citation]);
  const { n, document, section, page, passage, quote } = citation;
  const path = [...section, ...(page === null ? [] : [`page ${page}`])];
  return (
    <aside ref={panel} class="source-panel" aria-label="Source">
      <div class="source-top">
        <h2 ref={heading} tabIndex={-1}>
          Source {n}
        </h2>
        <button type="button" class="quiet" onClick={onClose}>
          Close
        </button>
      </div>
      <p class="source-title">{document.title}</p>
      <p class="place">{describeDocument(document)}</p>
      {path.length > 0 && <p class="place">{path.join(' › ')}</p>}
      <div class="source-passage">
        <MarkedPassage passage={passage} quote={quote} />
      </div>
      <p>
        <a class="button" href={spanLink(citation)}>
          Open in document
        </a>
      </p>
    </aside>
  );
}
