// A laid-out text as HTML. The text content of what is made is the text itself, character for character.
import { markup } from '../markup.ts';
import type { Content, Markup } from '../markup.ts';
import type { Heading, ListEntry, Part } from './gather-parts.ts';
import type { Layout } from './layout.ts';
import { Pen } from './pen.ts';
import type { Mark } from './pen.ts';
import type { ReadingBlock } from './reading-blocks.ts';
import type { BlockKind } from './reading-lines.ts';
import { renderPairs, renderTable } from './render-table.ts';

/** @param marks in order, without overlaps. */
export function renderLayout({ text, parts }: Layout, marks: readonly Mark[]): Markup {
  const pen = new Pen(text, marks);
  return markup`${parts.map((part) => renderPart(pen, part))}${pen.rest()}`;
}

function renderPart(pen: Pen, part: Part): Markup {
  switch (part.kind) {
    case 'block':
      return renderBlock(pen, part.block);
    case 'heading':
      return renderHeading(pen, part);
    case 'anchor':
      return markup`<span class="section-start" id="${part.id}"></span>`;
    case 'list':
      return renderList(pen, part.entries);
    case 'lines':
      return markup`<ul class="lines">${part.blocks.map((block) => element(pen, block, 'li'))}</ul>`;
    case 'table':
      return renderTable(pen, part.blocks);
    case 'figures':
      return markup`<div class="figures">${part.blocks.map((block) => renderFigure(pen, block))}</div>`;
    case 'stray':
      return markup`<div class="stray" role="note" aria-label="Words off a picture or a margin">${part.blocks.map((block) => element(pen, block, 'p'))}</div>`;
    case 'pairs':
      return renderPairs(pen, part.pairs);
    case 'box':
      return markup`<div class="box">${part.parts.map((inner) => renderPart(pen, inner))}</div>`;
    default:
      return part satisfies never;
  }
}

function element(pen: Pen, block: ReadingBlock, name: 'li' | 'p'): Markup {
  const gap = pen.gap(block);
  const words = pen.words(block);
  return name === 'li' ? markup`${gap}<li>${words}</li>` : markup`${gap}<p>${words}</p>`;
}

function renderList(pen: Pen, entries: readonly ListEntry[]): Markup {
  const [first] = entries;
  const gap = first && pen.gap(first.block);
  const items = entries.map(({ block, points }, index) => {
    const before = index > 0 && pen.gap(block);
    const words = pen.words(block);
    const inner = points.length > 0 && markup`<ul>${points.map((point) => element(pen, point, 'li'))}</ul>`;
    return markup`${before}<li>${words}${inner}</li>`;
  });
  const isTicked = first !== undefined && /^\W*[✓✔]/u.test(pen.slice(first.block));
  return markup`${gap ?? null}<ul${isTicked && markup` class="ticks"`}>${items}</ul>`;
}

/** The figure on its first line, and its caption under it. */
function renderFigure(pen: Pen, block: ReadingBlock): Markup {
  const gap = pen.gap(block);
  const [feed] = block.breaks;
  if (feed === undefined) return markup`${gap}<p class="figure">${pen.words(block)}</p>`;
  const figure = pen.words({ ...block, end: feed });
  const caption = pen.words({ ...block, start: feed, contentStart: feed, breaks: [] });
  return markup`${gap}<p class="figure"><strong>${figure}</strong>${caption}</p>`;
}

function renderBlock(pen: Pen, block: ReadingBlock): Markup {
  const gap = pen.gap(block);
  const words = pen.words(block);
  return markup`${gap}${frames[block.kind]?.(words) ?? markup`<p>${words}</p>`}`;
}

/** What is no plain paragraph. */
const frames: Partial<Record<BlockKind, (words: Markup) => Markup>> = {
  rule: (words) => markup`<span hidden>${words}</span><hr>`,
  furniture: (words) => markup`<span hidden>${words}</span>`,
  quotation: (words) => markup`<blockquote class="pulled"><p>${words}</p></blockquote>`,
  footnote: (words) => markup`<p class="footnote">${words}</p>`,
  letter: (words) => markup`<p class="letter">${words}</p>`,
};

/** With the section's own address beside it, whose sign the style sheet draws, for it is no part of the text. */
function renderHeading(pen: Pen, { block, depth, id, page }: Heading): Markup {
  const gap = pen.gap(block);
  const words = pen.words(block);
  const heading = renderLevel(depth, id !== null && markup` id="${id}"`, words);
  if (id === null) return markup`${gap}${heading}`;
  const name = pen
    .slice(block)
    .replaceAll(/[\s*#\ufffd]+/gu, ' ')
    .trim();
  const place = page === null ? '' : `, page ${page}`;
  const label = markup` aria-label="Link to this section: ${name}${place}"`;
  const shown = page !== null && markup` data-page="${page}"`;
  return markup`${gap}<div class="heading">${heading}<a class="hash" href="#${id}"${label}${shown}></a></div>`;
}

function renderLevel(depth: number, attributes: Content, words: Markup): Markup {
  switch (depth) {
    case 1:
      return markup`<h2${attributes}>${words}</h2>`;
    case 2:
      return markup`<h3${attributes}>${words}</h3>`;
    case 3:
      return markup`<h4${attributes}>${words}</h4>`;
    case 4:
      return markup`<h5${attributes}>${words}</h5>`;
    default:
      return markup`<h6${attributes}>${words}</h6>`;
  }
}
