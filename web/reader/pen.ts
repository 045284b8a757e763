// Draws blocks one after the other: what stands between them, their words, and the marks that fall on them.
import type { Span } from '../../src/domain/document.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { overlap, renderRuns } from './render-runs.ts';
import type { MarkedPiece, RunOfWords } from './render-runs.ts';

/** A span to mark. */
export interface Mark extends Span {
  /** The id that a link leads to; it is given to the mark's first piece. */
  readonly id: string;
  /** Class of its elements; null for the quotation that an address leads to. */
  readonly look: string | null;
}

export class Pen {
  readonly text: string;
  readonly #marks: readonly Mark[];
  readonly #begun = new Set<Mark>();
  #at = 0;
  #passed = 0;
  #tables = 0;

  /** @param marks in order, without overlaps. */
  constructor(text: string, marks: readonly Mark[]) {
    this.text = text;
    this.#marks = marks;
  }

  /** The white space before the block; called once for each block, in order. */
  gap(block: Span): string {
    const gap = this.text.slice(this.#at, block.start);
    this.#at = block.end;
    return gap;
  }

  words(block: RunOfWords): Markup {
    return renderRuns(this.text, block, this.#piecesIn(block));
  }

  /** A number for the next table, by which it is told from the others. */
  numberTable(): number {
    this.#tables += 1;
    return this.#tables;
  }

  /** What stands behind the last block. */
  rest(): string {
    return this.text.slice(this.#at);
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** Blocks come in order, and so do marks: those behind are left behind. */
  #piecesIn(block: Span): MarkedPiece[] {
    while ((this.#marks[this.#passed]?.end ?? Infinity) <= block.start) this.#passed += 1;
    const pieces: MarkedPiece[] = [];
    for (let at = this.#passed; (this.#marks[at]?.start ?? Infinity) < block.end; at += 1) {
      const mark = this.#marks[at];
      const piece = mark && overlap(block, mark);
      if (piece) pieces.push({ ...piece, attributes: this.#attributesOf(mark) });
    }
    return pieces;
  }

  #attributesOf(mark: Mark): Markup {
    const isFirst = !this.#begun.has(mark);
    this.#begun.add(mark);
    return markup`${isFirst && markup` id="${mark.id}"`}${mark.look !== null && markup` class="${mark.look}"`}`;
  }
}
