// A document laid out to be read: its blocks gathered into lists, tables and boxes, under its headings. It depends on the document alone,
// not on what is marked in it, so one layout serves every reader of a document.
import type { Span } from '../../src/domain/document.ts';
import type { Passage } from '../../src/domain/passage.ts';
import { gatherParts } from './gather-parts.ts';
import type { Part } from './gather-parts.ts';
import { headingEnd } from './heading-end.ts';
import { readBlocks, usualWidth } from './reading-blocks.ts';
import type { ReadingBlock, Setting } from './reading-blocks.ts';
import { findBoxes, nestSections } from './sections.ts';
import type { Box, NestedSection, SectionWire } from './sections.ts';
import { mapSentences } from './sentence-map.ts';

export interface LaidOutText {
  readonly text: string;
  readonly sections: readonly SectionWire[];
  /** Empty where nothing is known of the text but its looks. */
  readonly passages: readonly Passage[];
}

export interface Layout {
  readonly text: string;
  readonly parts: readonly Part[];
  /** Sections for the list of contents: those in boxes are left out, and those deeper than three. */
  readonly contents: readonly NestedSection[];
}

/** Headings under the third level mostly repeat themselves (“Why is this important?”), and make the list longer than a screen. */
const deepestContents = 3;

export function layOut({ text, sections, passages }: LaidOutText): Layout {
  const setting = { width: usualWidth(text), sentences: mapSentences(passages) };
  const nested = nestSections(sections);
  const laidOut = nested.map((section, index) => layOutSection(text, section, nested[index + 1]?.start, setting));
  const boxes = findBoxes(sections, passages);
  const parts = gatherParts(readBlocks(text, { start: 0, end: sections[0]?.start ?? text.length }, setting), 1);
  for (let index = 0; index < laidOut.length;) {
    const box = boxes.find(({ first }) => first === index);
    const behind = box?.behind ?? index + 1;
    const held = laidOut.slice(index, behind);
    parts.push(...(box ? boxOf(held, box) : held.flatMap(allParts)));
    index = behind;
  }
  const isBoxed = (index: number): boolean => boxes.some(({ first, behind }) => first <= index && index < behind);
  return { text, parts, contents: nested.filter(({ depth }, index) => depth <= deepestContents && !isBoxed(index)) };
}

interface LaidOutSection {
  readonly head: readonly Part[];
  readonly body: readonly ReadingBlock[];
  readonly depth: number;
}

/** Cut at the headings, so that no paragraph runs from one section into the next. */
function layOutSection(
  text: string,
  section: NestedSection,
  next: number | undefined,
  setting: Setting,
): LaidOutSection {
  const { id, start, depth, page } = section;
  const limit = next ?? text.length;
  const end = headingEnd(text, section, limit);
  const body = readBlocks(text, { start: end ?? start, end: limit }, setting);
  if (end === null) return { head: [{ kind: 'anchor', id }], body, depth };
  const letter = letterOf(text, { start, end });
  const block = toHeading(text, { start: letter?.end ?? start, end });
  return { head: [...(letter ? [letterPart(letter)] : []), { kind: 'heading', block, depth, id, page }], body, depth };
}

/** The letter that numbers a heading, where nothing but the stars of its emphasis parts the two. */
function letterOf(text: string, { start, end }: Span): Span | null {
  return /^\p{Lu}\*\*/u.test(text.slice(start, end)) ? { start, end: start + 1 } : null;
}

function letterPart({ start, end }: Span): Part {
  const block = { kind: 'letter', start, end, contentStart: start, indent: 0, sentence: null, breaks: [] } as const;
  return { kind: 'block', block };
}

/** The heading's lines, joined as one, and its hashes or bullet hidden. */
function toHeading(text: string, span: Span): ReadingBlock {
  const [line] = readBlocks(text, span, { width: 0, sentences: null });
  const contentStart = line?.contentStart ?? span.start;
  return { kind: 'title', ...span, contentStart, indent: 0, sentence: 'heading', breaks: [] };
}

function allParts({ head, body, depth }: LaidOutSection): Part[] {
  return [...head, ...gatherParts(body, depth)];
}

/** The box, and what of its last section's blocks belongs to the text around it. */
function boxOf(sections: readonly LaidOutSection[], { resumesAt }: Box): Part[] {
  const last = sections.at(-1);
  if (!last) return [];
  const isAround = ({ kind, end }: ReadingBlock): boolean =>
    kind === 'letter' || kind === 'quotation' || end > (resumesAt ?? Infinity);
  const found = last.body.findIndex(isAround);
  const cut = found < 0 ? last.body.length : found;
  const inside = [...sections.slice(0, -1), { ...last, body: last.body.slice(0, cut) }];
  return [{ kind: 'box', parts: inside.flatMap(allParts) }, ...gatherParts(last.body.slice(cut), last.depth)];
}
