// A passage as it is read, with the quotation marked. Every character of the quotation is there, whatever is shown of it.
import type { ComponentChildren, VNode } from 'preact';
import { readBlocks, usualWidth } from '../reader/reading-blocks.ts';
import type { ReadingBlock } from '../reader/reading-blocks.ts';

interface PassageProps {
  readonly passage: string;
  /** Stands in the passage; where it does not, it is shown before it. */
  readonly quote: string;
}

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly isItem: boolean;
}

export function MarkedPassage({ passage, quote }: PassageProps): VNode {
  const start = passage.indexOf(quote);
  if (start < 0) {
    return (
      <>
        <p>
          <mark>{withHiddenMarks(quote)}</mark>
        </p>
        <MarkedPassage passage={passage} quote="" />
      </>
    );
  }
  const end = start + quote.length;
  return (
    <>
      {paragraphsOf(passage, start, end).map((paragraph) => {
        const isMarked = quote !== '' && paragraph.start < end && paragraph.end > start;
        const words = passage.slice(paragraph.start, paragraph.end);
        return (
          <p key={paragraph.start} class={paragraph.isItem ? 'passage-item' : undefined}>
            {isMarked ? (
              <>
                {withHiddenMarks(passage.slice(paragraph.start, start))}
                <mark>{withHiddenMarks(quote)}</mark>
                {withHiddenMarks(passage.slice(end, paragraph.end))}
              </>
            ) : (
              withHiddenMarks(words)
            )}
          </p>
        );
      })}
    </>
  );
}

/** Blocks that the quotation touches are one paragraph, so that it is one mark. */
function paragraphsOf(passage: string, start: number, end: number): readonly Paragraph[] {
  const blocks = readBlocks(
    passage,
    { start: 0, end: passage.length },
    { width: usualWidth(passage), sentences: null },
  );
  const paragraphs: Paragraph[] = [];
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    const isTouched = block.start < end && block.end > start;
    const wasTouched = last !== undefined && last.start < end && last.end > start;
    if (last && isTouched && wasTouched) paragraphs[paragraphs.length - 1] = { ...last, end: block.end };
    else paragraphs.push(paragraphOf(block, isTouched ? start : block.end));
  }
  return paragraphs.filter((paragraph) => paragraph.end > paragraph.start);
}

/** A bullet or hashes are left out, unless they are quoted. */
function paragraphOf({ kind, start, end, contentStart }: ReadingBlock, quoteStart: number): Paragraph {
  if (kind === 'rule' || kind === 'furniture') return { start: end, end, isItem: false };
  return {
    start: Math.max(start, Math.min(contentStart, quoteStart)),
    end,
    isItem: kind === 'item' && contentStart > start,
  };
}

/** Stars of emphasis and glyphs that cannot be read stay in the text, hidden. */
function withHiddenMarks(text: string): ComponentChildren {
  // Every second part is to be hidden.
  return text.split(/(\*{2,}|[\ufffd■]+)/u).map((part, index) => (index % 2 === 0 ? part : <span hidden>{part}</span>));
}
