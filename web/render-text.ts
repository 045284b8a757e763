// Pieces of a document's text as they are read, such as a quotation.
import type { Span } from '../src/domain/document.ts';
import type { Markup } from './markup.ts';
import { layOut } from './reader/layout.ts';
import { renderLayout } from './reader/render-parts.ts';
import type { SectionWire } from './reader/sections.ts';

export function renderExcerpt(text: string): Markup {
  return renderText(text, [], null);
}

/** A text laid out by its looks alone, with the span, if any, in `<mark>`. */
export function renderText(text: string, sections: readonly SectionWire[], mark: Span | null): Markup {
  return renderLayout(layOut({ text, sections, passages: [] }), mark ? [{ ...mark, id: 'quote', look: null }] : []);
}
