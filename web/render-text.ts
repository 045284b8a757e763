// A document's text by section, and pieces of it, as they are read.
import type { DocumentDetailWire } from '../src/contract/documents.ts';
import type { Span } from '../src/domain/document.ts';
import type { Markup } from './markup.ts';
import { readBlocks, usualWidth } from './reading-blocks.ts';
import type { ReadingBlock } from './reading-blocks.ts';
import { renderBlocks } from './render-blocks.ts';
import type { DrawnBlock } from './render-blocks.ts';

type SectionWire = DocumentDetailWire['sections'][number];

/** A section with its depth in the tree, from 1; headings skip no level, whatever the source's levels do. */
export interface NestedSection extends SectionWire {
  readonly depth: number;
}

export function nestSections(sections: readonly SectionWire[]): NestedSection[] {
  const open: number[] = [];
  return sections.map((section) => {
    while ((open.at(-1) ?? 0) >= section.level) open.pop();
    open.push(section.level);
    return { ...section, depth: open.length };
  });
}

export function renderText(text: string, sections: readonly NestedSection[], mark: Span | null): Markup {
  return renderBlocks(text, blocksBySection(text, sections), mark);
}

/** A piece of a text, such as a quotation. */
export function renderExcerpt(text: string): Markup {
  return renderText(text, [], null);
}

/** Cuts at the headings, so that no paragraph runs from one section into the next. */
function blocksBySection(text: string, sections: readonly NestedSection[]): DrawnBlock[] {
  const width = usualWidth(text);
  const bodyOf = (span: Span): DrawnBlock[] => readBlocks(text, span, width).map((block) => ({ block, heads: null }));
  const preface = bodyOf({ start: 0, end: sections[0]?.start ?? text.length });
  const parts = sections.map((section, index) => {
    const end = sections[index + 1]?.start ?? text.length;
    const bodyStart = headingEnd(text, section, end);
    const heading = toHeading(text, { start: section.start, end: bodyStart });
    return [{ block: heading, heads: section }, ...bodyOf({ start: bodyStart, end })];
  });
  return [...preface, ...parts.flat()];
}

/** The heading's lines, joined as one, and its hashes or bullet hidden. */
function toHeading(text: string, span: Span): ReadingBlock {
  const [line] = readBlocks(text, span, 0);
  return { kind: 'paragraph', ...span, contentStart: line?.contentStart ?? span.start, breaks: [] };
}

/** A heading may stand on several lines; it ends with the line that completes its words, or else with its first. */
function headingEnd(text: string, section: SectionWire, limit: number): number {
  const wanted = [bare(section.heading), bare(section.heading.replace(/^\w\. /u, ''))];
  const firstEnd = lineEnd(text, section.start, limit);
  for (let end = firstEnd; ; end = lineEnd(text, end + 1, limit)) {
    const found = bare(text.slice(section.start, end));
    if (wanted.includes(found)) return end;
    if (end >= limit || !wanted.some((words) => words.startsWith(found))) return firstEnd;
  }
}

function lineEnd(text: string, from: number, limit: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? limit : Math.min(feed, limit);
}

function bare(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
