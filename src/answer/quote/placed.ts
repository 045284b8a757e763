// A document's sentences in reading order, each with whether it begins a paragraph or point of its own.
import type { Passage, Sentence } from '../../domain/passage.ts';
import type { Quotation } from './quotation.ts';

export interface PlacedSentence {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly text: string;
  /** Whether it begins a paragraph or bullet rather than going on in one. */
  readonly opens: boolean;
  /** Text between it and the sentence before it; null where that stands in another passage. */
  readonly gap: string | null;
  /** Characters between it and the sentence before it. */
  readonly distance: number;
}

export function inOrder(passages: readonly Passage[]): PlacedSentence[] {
  let end = -1;
  let last: Passage | null = null;
  const placed: PlacedSentence[] = [];
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      const gap = last === passage ? passage.text.slice(end - passage.start, sentence.start - passage.start) : null;
      const distance = sentence.start - end;
      const opens = gap === null ? distance >= fewestBetween(sentence) : opensBlock(gap, sentence);
      const text = passage.text.slice(sentence.start - passage.start, sentence.end - passage.start);
      placed.push({ passage, sentence, text, opens, gap, distance });
      [end, last] = [sentence.end, passage];
    }
  }
  return placed;
}

/** Characters between two passages that part two paragraphs (a blank line) or two bullets (a line break, a mark and a space). */
function fewestBetween({ kind }: Sentence): number {
  return kind === 'bullet' ? 3 : 2;
}

/** A bullet opens with its mark, number or letter, a paragraph after a blank line. */
function opensBlock(gap: string, sentence: Sentence): boolean {
  if (sentence.kind === 'bullet')
    return (
      /\n\s*(?:[^\p{L}\p{N}\s"'“‘(£*_]|\*\s|\*\*)|\n.*[-*•⊖✓✔■\ufffd]\s*\**$/u.test(gap) ||
      /\n\s*(?:\d{1,2}\.|\(?[\p{Ll}\d]{1,4}\)|o)\s+[*_]*$/u.test(gap)
    );
  return /\n\s*\n/u.test(gap);
}

export function quotationOf({ passage, sentence }: PlacedSentence): Quotation {
  return { passage, start: sentence.start, end: sentence.end };
}

/** From the start of one to the end of the other where they stand in one passage, else the first alone. */
export function spanning(first: Quotation, last: Quotation): Quotation {
  return first.passage.id === last.passage.id ? { ...first, end: last.end } : first;
}

/** Whether the words break off rather than end in a stop. */
export function isOpenEnded(text: string): boolean {
  return !/[.!?:;]["'”’)*\]]*$/u.test(text);
}
