// Blocks that belong together: lists, tables, names with their texts, figures, and words that stand outside the text.
import type { ReadingBlock } from './reading-blocks.ts';
import type { BlockKind } from './reading-lines.ts';

export interface ListEntry {
  readonly block: ReadingBlock;
  /** Points under the point. */
  readonly points: readonly ReadingBlock[];
}

export interface NamedText {
  readonly name: ReadingBlock;
  readonly text: ReadingBlock;
}

export interface Heading {
  readonly kind: 'heading';
  readonly block: ReadingBlock;
  /** From 1. */
  readonly depth: number;
  /** Null for a title further down than its section begins. */
  readonly id: string | null;
  /** Page that it stands on, where that is known. */
  readonly page: number | null;
}

/** What is a run of blocks of one kind. */
type RunKind = 'lines' | 'table' | 'figures' | 'stray';

export type Part =
  | { readonly kind: 'block'; readonly block: ReadingBlock }
  | Heading
  /** Where a section begins whose title stands further down. */
  | { readonly kind: 'anchor'; readonly id: string }
  | { readonly kind: 'list'; readonly entries: readonly ListEntry[] }
  | { [Kind in RunKind]: { readonly kind: Kind; readonly blocks: readonly ReadingBlock[] } }[RunKind]
  | { readonly kind: 'pairs'; readonly pairs: readonly NamedText[] }
  | { readonly kind: 'box'; readonly parts: readonly Part[] };

/** Fewest names with texts in a row that are taken for a table of two columns. */
const fewestPairs = 2;
/** Longest name and shortest text of such a row, in characters; from looking at the documents. */
const longestName = 90;
const shortestText = 40;

/** @param depth of the headings that stand among the blocks. */
export function gatherParts(blocks: readonly ReadingBlock[], depth: number): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < blocks.length;) {
    const { part, size } = partAt(blocks, at, depth);
    parts.push(part);
    at += size;
  }
  return parts;
}

interface Gathered {
  readonly part: Part;
  /** Number of blocks. */
  readonly size: number;
}

type Gather = (blocks: readonly ReadingBlock[], at: number) => Gathered | null;

const gatherers: Partial<Record<BlockKind, Gather>> = {
  item: listAt,
  line: (blocks, at) => pairsAt(blocks, at) ?? linesAt(blocks, at),
  row: (blocks, at) => runAt(blocks, at, 'table'),
  figure: (blocks, at) => runAt(blocks, at, 'figures'),
  stray: (blocks, at) => runAt(blocks, at, 'stray'),
};

function partAt(blocks: readonly ReadingBlock[], at: number, depth: number): Gathered {
  const block = blocks[at];
  if (!block) throw new RangeError('there is a block at each index below the length');
  const gathered = gatherers[block.kind]?.(blocks, at);
  if (gathered) return gathered;
  const isTitle = block.kind === 'title';
  return {
    part: isTitle ? { kind: 'heading', block, depth, id: null, page: null } : { kind: 'block', block },
    size: 1,
  };
}

function runAt(blocks: readonly ReadingBlock[], at: number, kind: Exclude<RunKind, 'lines'>): Gathered {
  const run = runOf(blocks, at, blocks[at]?.kind);
  return { part: { kind, blocks: run }, size: run.length };
}

function runOf(blocks: readonly ReadingBlock[], at: number, kind: BlockKind | undefined): ReadingBlock[] {
  let end = at;
  while (end < blocks.length && blocks[end]?.kind === kind) end += 1;
  return blocks.slice(at, end);
}

function listAt(blocks: readonly ReadingBlock[], at: number): Gathered {
  const run = runOf(blocks, at, 'item');
  const entries: { block: ReadingBlock; points: ReadingBlock[] }[] = [];
  for (const block of run) {
    const open = entries.at(-1);
    if (open && block.indent > open.block.indent) open.points.push(block);
    else entries.push({ block, points: [] });
  }
  return { part: { kind: 'list', entries }, size: run.length };
}

/** Entries without bullets, as far as no name with its text begins. */
function linesAt(blocks: readonly ReadingBlock[], at: number): Gathered | null {
  const run = runOf(blocks, at, 'line');
  const named = run.findIndex((_, index) => pairsAt(blocks, at + index) !== null);
  const lines = named < 0 ? run : run.slice(0, named);
  return lines.length > 1 ? { part: { kind: 'lines', blocks: lines }, size: lines.length } : null;
}

function pairsAt(blocks: readonly ReadingBlock[], at: number): Gathered | null {
  const pairs: NamedText[] = [];
  for (let index = at; ; index += 2) {
    const name = blocks[index];
    const text = blocks[index + 1];
    if (!name || !text || !isNamedText(name, text)) break;
    pairs.push({ name, text });
  }
  return pairs.length >= fewestPairs ? { part: { kind: 'pairs', pairs }, size: pairs.length * 2 } : null;
}

function isNamedText(name: ReadingBlock, text: ReadingBlock): boolean {
  return (
    name.kind === 'line' &&
    text.kind === 'paragraph' &&
    name.end - name.start <= longestName &&
    text.end - text.start >= shortestText
  );
}
