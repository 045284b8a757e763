// Blocks of a document's text as HTML. The text content of what is made is the text itself, character for character.
import type { Span } from '../src/domain/document.ts';
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import type { ReadingBlock } from './reading-blocks.ts';
import { overlap, renderRuns } from './render-runs.ts';

/** A block, and the section that it is the heading of; `depth` is from 1. */
export interface DrawnBlock {
  readonly block: ReadingBlock;
  readonly heads: { readonly id: string; readonly depth: number } | null;
}

/** @param blocks in order, with nothing but white space between them. */
export function renderBlocks(text: string, blocks: readonly DrawnBlock[], mark: Span | null): Markup {
  const first = mark && blocks.find(({ block }) => overlap(block, mark));
  const drawn: Content[] = [];
  let at = 0;
  for (const [index, entry] of blocks.entries()) {
    const { block } = entry;
    const marked = mark && { ...mark, isFirst: entry === first };
    const gap = text.slice(at, block.start);
    drawn.push(betweenBlocks(blocks[index - 1], gap, entry), renderBlock(entry, renderRuns(text, block, marked)));
    at = block.end;
  }
  return markup`${drawn}${betweenBlocks(blocks.at(-1), text.slice(at), undefined)}`;
}

/** The white space between two blocks, with the tag that opens or closes a list there. */
function betweenBlocks(before: DrawnBlock | undefined, gap: string, after: DrawnBlock | undefined): Content {
  const wasItem = isItem(before);
  if (wasItem === isItem(after)) return gap;
  return wasItem ? markup`</ul>${gap}` : markup`${gap}<ul>`;
}

function isItem(entry: DrawnBlock | undefined): boolean {
  return entry !== undefined && entry.heads === null && entry.block.kind === 'item';
}

function renderBlock({ block, heads }: DrawnBlock, words: Markup): Markup {
  if (heads) return renderHeading(heads, words);
  switch (block.kind) {
    case 'item':
      return markup`<li>${words}</li>`;
    case 'row':
      return markup`<p class="row">${words}</p>`;
    case 'rule':
      return markup`<span hidden>${words}</span><hr>`;
    case 'furniture':
      return markup`<span hidden>${words}</span>`;
    case 'paragraph':
      return markup`<p>${words}</p>`;
    default:
      return block.kind satisfies never;
  }
}

function renderHeading({ id, depth }: { readonly id: string; readonly depth: number }, words: Markup): Markup {
  switch (depth) {
    case 1:
      return markup`<h2 id="${id}">${words}</h2>`;
    case 2:
      return markup`<h3 id="${id}">${words}</h3>`;
    case 3:
      return markup`<h4 id="${id}">${words}</h4>`;
    case 4:
      return markup`<h5 id="${id}">${words}</h5>`;
    default:
      return markup`<h6 id="${id}">${words}</h6>`;
  }
}
