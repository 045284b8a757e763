// A source's number in the text: hovered or focused it shows the quotation, activated it opens the source.
import type { VNode } from 'preact';
import { useCallback, useId, useRef, useState } from 'preact/hooks';
import { useChatTools } from './chat-context.ts';
import type { Citation } from './chat-state.ts';
import { QuotePopover } from './quote-popover.tsx';

export interface MarkerProps {
  readonly citation: Citation;
  /** Number of the turn, from 1. */
  readonly turn: number;
  readonly isOpen: boolean;
}

/** Milliseconds for the pointer to go from the number to what it shows. */
const lingering = 150;

export function CitationMarker({ citation, turn, isOpen }: MarkerProps): VNode {
  const { openSource } = useChatTools();
  const [isShown, setShown] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const id = useId();
  const show = (): void => {
    clearTimeout(leaving.current);
    setShown(true);
  };
  const leave = (): void => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => setShown(false), lingering);
  };
  const hide = useCallback((): void => setShown(false), []);
  const { n, document } = citation;
  return (
    <span class="citation" onPointerEnter={(event) => event.pointerType === 'mouse' && show()} onPointerLeave={leave}>
      <button
        ref={button}
        type="button"
        class="citation-number"
        id={markerId(turn, n)}
        aria-label={`Source ${n}: ${document.title}`}
        aria-expanded={isOpen}
        aria-describedby={isShown ? id : undefined}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show()}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isShown) return;
          event.stopPropagation();
          hide();
        }}
        onClick={() => {
          hide();
          openSource(turn, n);
        }}
      >
        {n}
      </button>
      {isShown && <QuotePopover id={id} citation={citation} anchor={button} onLost={hide} />}
    </span>
  );
}

/** Where focus returns to. A number can stand in the text more than once; the first is found. */
export function markerId(turn: number, n: number): string {
  return `citation_${turn}_${n}`;
}
