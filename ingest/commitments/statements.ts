// The statements of a document that may commit somebody: sentences, bullets, table cells and headings, each with what stands over it.
import type { Section } from '../../src/domain/document.ts';
import type { SentenceKind } from '../../src/domain/passage.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import type { TextSpan } from '../../src/text/sentences.ts';
import type { Block, Structure } from '../structure.ts';
import { plainOf, squeezed } from './plain.ts';
import { cellsOf } from './table-cells.ts';
import type { TargetRow } from './table-cells.ts';

export type StatementKind = Exclude<SentenceKind, 'row'> | 'cell';

/** Words that introduce a list. */
export interface LeadIn extends TextSpan {
  readonly plain: string;
}

export interface Statement extends TextSpan {
  readonly kind: StatementKind;
  /** The words between `start` and `end`, see `plainOf`. */
  readonly plain: string;
  readonly section: Section | null;
  /** What introduces the list that it is a member of; null where it is none, or nothing does. */
  readonly leadIn: LeadIn | null;
  /** Whether it begins its bullet, item or cell. */
  readonly isFirst: boolean;
  /** The statement before it in the same block. */
  readonly before: Statement | null;
  /** Heading of its column and label of its row, for a cell. */
  readonly labels: readonly string[];
  /** Set for a row of a table that has a column of targets. */
  readonly row: TargetRow | null;
}

/** All statements in reading order. Their spans lie in `text` and do not overlap. */
export function readStatements(text: string, { blocks }: Structure): Statement[] {
  const lists = new OpenLists();
  const cells = cellsOf(text, blocks);
  return blocks.flatMap((block) => {
    const leadIn = lists.see(text, block);
    const own = cells.get(block);
    if (own) return own.map((cell) => ({ ...cell, section: block.section, leadIn, isFirst: true, before: null }));
    return inBlock(text, block, leadIn);
  });
}

function inBlock(text: string, block: Block, leadIn: LeadIn | null): Statement[] {
  const found: Statement[] = [];
  for (const { kind, start, end } of block.sentences) {
    if (kind === 'row') continue;
    // What was taken for a figure with its caption may be several sentences.
    const spans = kind === 'figure' ? splitFigure(text, start, end) : [{ start, end }];
    for (const span of spans) {
      found.push({
        ...span,
        kind,
        plain: plainOf(text.slice(span.start, span.end)),
        section: block.section,
        leadIn,
        isFirst: found.length === 0,
        before: found.at(-1) ?? null,
        labels: [],
        row: null,
      });
    }
  }
  return found;
}

function splitFigure(text: string, start: number, end: number): TextSpan[] {
  let from = start;
  return text
    .slice(start, end)
    .split(/(\n\s*\n)/u)
    .flatMap((part) => {
      const spans = splitSentences(text, from, from + part.length);
      from += part.length;
      return spans;
    });
}

const listKinds: ReadonlySet<SentenceKind> = new Set<SentenceKind>(['bullet', 'item', 'row']);

/** Remembers what introduces the list of each section that is open: a box may interrupt a list, which then goes on. */
class OpenLists {
  private readonly leadIns = new Map<Section | null, LeadIn | null>();
  private last: Block | null = null;

  /** @returns what introduces the block, if it is part of a list. */
  see(text: string, block: Block): LeadIn | null {
    const first = block.sentences[0]?.kind;
    const inList = first !== undefined && listKinds.has(first);
    if (inList && !this.leadIns.get(block.section)) this.leadIns.set(block.section, this.unmarkedLeadIn(text, block));
    const leadIn = this.leadIns.get(block.section) ?? null;
    if (!inList) this.leadIns.set(block.section, this.afterOther(text, block, leadIn));
    this.last = block;
    return inList ? leadIn : null;
  }

  /** A paragraph under a named point belongs to the list; any other text ends it or introduces the next one. */
  private afterOther(text: string, block: Block, leadIn: LeadIn | null): LeadIn | null {
    const last = block.sentences.at(-1);
    if (last?.kind === 'lead-in') return toLeadIn(text, last);
    const isAside = last?.kind === 'pull-quote' || last?.kind === 'footnote';
    const explainsPoint = this.last?.sentences[0]?.kind === 'item' && last?.kind === 'prose';
    return isAside || explainsPoint ? leadIn : null;
  }

  /** A sentence without a stop right before a list introduces it though it has no colon. */
  private unmarkedLeadIn(text: string, block: Block): LeadIn | null {
    const before = this.last?.section === block.section ? this.last.sentences.at(-1) : undefined;
    if (before?.kind !== 'prose') return null;
    return /[.!?"]$/u.test(squeezed(plainOf(text.slice(before.start, before.end)))) ? null : toLeadIn(text, before);
  }
}

function toLeadIn(text: string, { start, end }: TextSpan): LeadIn {
  return { start, end, plain: plainOf(text.slice(start, end)) };
}
