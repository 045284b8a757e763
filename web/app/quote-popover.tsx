// What a source's number shows before it is opened.
import type { RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { describeDocument, describePlace } from '../describe-document.ts';
import type { Citation } from './chat-state.ts';
import { cleanQuote } from './plain-answer.ts';

interface PopoverProps {
  /** The page scrolls away under it, or Escape is pressed. */
  readonly onLost: () => void;
  readonly id: string;
  readonly citation: Citation;
  readonly anchor: RefObject<HTMLElement | null>;
}

/** Pixels to the number, and to the edge of the window. */
const distance = { anchor: 8, edge: 12 };

export function QuotePopover({ id, citation, anchor, onLost }: PopoverProps): VNode {
  const box = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    if (box.current && anchor.current) setPlace(placeBeside(anchor.current, box.current));
  }, [anchor]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onLost();
    };
    addEventListener('scroll', onLost, { capture: true, passive: true });
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('scroll', onLost, { capture: true });
      removeEventListener('keydown', onKey);
    };
  }, [onLost]);
  const { document, section, page, quote } = citation;
  const where = describePlace(section, page);
  return (
    <span
      ref={box}
      id={id}
      role="tooltip"
      class="quote-popover"
      style={place ? { left: `${place.left}px`, top: `${place.top}px` } : { visibility: 'hidden' }}
    >
      <span class="quote-popover-words">“{cleanQuote(quote)}”</span>
      <span class="quote-popover-title">{document.title}</span>
      <span class="quote-popover-place">
        {describeDocument(document)}
        {where !== '' && ` · ${where}`}
      </span>
    </span>
  );
}

/** Above the number where there is room, else below; never beyond the window. */
function placeBeside(anchor: HTMLElement, box: HTMLElement): { left: number; top: number } {
  const number = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - width - distance.edge;
  const centred = number.left + number.width / 2 - width / 2;
  const above = number.top - height - distance.anchor;
  return {
    left: Math.max(distance.edge, Math.min(centred, rightmost)),
    top: above >= distance.edge ? above : number.bottom + distance.anchor,
  };
}
