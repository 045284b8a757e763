// Lists that the documents state: bullets and short lines under a lead-in, table rows, series of headings, parallel paragraphs.
import type { Passage, Sentence } from '../domain/passage.ts';
import { textOf } from './quotation.ts';
import type { Quotation } from './quotation.ts';

export interface StatedList {
  /** The words that introduce it; null where only its heading does. */
  readonly lead: Quotation | null;
  /** Heading path under which it stands. */
  readonly path: readonly string[];
  /** In the document's order. */
  readonly items: readonly Quotation[];
}

const fewest = 2;
const most = 14;

/** The stated lists of one document. @param passages in reading order. */
export function statedLists(passages: readonly Passage[]): StatedList[] {
  return [...runs(passages), ...rows(passages), ...headingSeries(passages)].filter(
    (list) => list.items.length >= fewest && list.items.length <= most,
  );
}

interface Placed {
  readonly passage: Passage;
  readonly sentence: Sentence;
  /** Whether it begins a paragraph or bullet rather than going on in one. */
  readonly opens: boolean;
}

interface OpenRun {
  lead: Quotation | null;
  path: readonly string[];
  section: string | null;
  items: Quotation[];
  /** Bullets and short lines, or paragraphs after a colon. */
  kind: 'marked' | 'paragraphs' | 'none';
}

function runs(passages: readonly Passage[]): StatedList[] {
  const found: StatedList[] = [];
  let run: OpenRun = emptyRun(null);
  for (const placed of inOrder(passages)) {
    if (placed.passage.sectionId !== run.section || isBreak(run, placed)) {
      found.push(run);
      run = emptyRun(placed.passage);
    }
    take(run, placed);
  }
  return [...found, run]
    .filter((list) => list.items.length > 0)
    .map(({ lead, path, items }) => ({ lead, path, items }));
}

function emptyRun(passage: Passage | null): OpenRun {
  return {
    lead: null,
    path: passage?.section ?? [],
    section: passage?.sectionId ?? null,
    items: [],
    kind: 'none',
  };
}

/** A lead-in begins another list; a new paragraph after points ends theirs, text right under a point explains it. */
function isBreak(run: OpenRun, { sentence, opens }: Placed): boolean {
  if (sentence.kind === 'lead-in') return run.items.length > 0;
  if (sentence.kind === 'prose') return run.kind === 'marked' && opens && run.items.length > 1;
  const marked = sentence.kind === 'bullet' || sentence.kind === 'item';
  return run.kind === 'paragraphs' && run.items.length > 0 && marked;
}

function take(run: OpenRun, { passage, sentence, opens }: Placed): void {
  const quotation = { passage, start: sentence.start, end: sentence.end };
  if (sentence.kind === 'bullet' || sentence.kind === 'item') {
    if (opens || sentence.kind === 'item') run.items.push(shortened(quotation));
    run.kind = 'marked';
  } else if (sentence.kind === 'lead-in') {
    Object.assign(run, { lead: quotation, kind: 'paragraphs' });
  } else if (sentence.kind === 'prose') {
    if (run.kind === 'none') run.lead = quotation;
    else if (run.kind === 'paragraphs' && opens) run.items.push(quotation);
  }
}

function inOrder(passages: readonly Passage[]): Placed[] {
  let end = -1;
  let last: Passage | null = null;
  const placed: Placed[] = [];
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      const gap = last === passage ? passage.text.slice(end - passage.start, sentence.start - passage.start) : null;
      placed.push({ passage, sentence, opens: gap === null ? sentence.start - end > 2 : opensBlock(gap, sentence) });
      [end, last] = [sentence.end, passage];
    }
  }
  return placed;
}

/** A bullet opens with its mark, a paragraph after a blank line. */
function opensBlock(gap: string, sentence: Sentence): boolean {
  if (sentence.kind === 'bullet')
    return /\n\s*(?:[^\p{L}\p{N}\s"'“‘(£*_]|\*\s|\*\*)|\n.*[-*•⊖✓✔■\ufffd]\s*\**$/u.test(gap);
  return /\n\s*\n/u.test(gap);
}

/** Of a long bullet that begins in bold, the bold words: they name the point. */
function shortened(quotation: Quotation): Quotation {
  const words = textOf(quotation);
  const bold = /^(?:\*\*)?([^*]{12,200}?)\*\*/u.exec(words);
  if (!bold || words.length < 160) return quotation;
  const offset = words.startsWith('**') ? 2 : 0;
  return {
    ...quotation,
    start: quotation.start + offset,
    end: quotation.start + offset + (bold[1] ?? '').replace(/[\s,.]+$/u, '').length,
  };
}

/** A table row: its first cell names it, the others are its items. */
function rows(passages: readonly Passage[]): StatedList[] {
  return passages.flatMap((passage) =>
    passage.sentences
      .filter((sentence) => sentence.kind === 'row')
      .map((sentence): StatedList => {
        const [lead = null, ...items] = cells(passage, sentence);
        return { lead, path: passage.section, items };
      }),
  );
}

function cells(passage: Passage, sentence: Sentence): Quotation[] {
  const text = passage.text.slice(sentence.start - passage.start, sentence.end - passage.start);
  return [...text.matchAll(/[^\t]+/gu)].flatMap((match) => {
    const words = match[0].trim();
    const start = sentence.start + match.index + match[0].indexOf(words);
    return /\p{L}/u.test(words) ? [{ passage, start, end: start + words.length }] : [];
  });
}

/** The headings of the same level under one heading. */
function headingSeries(passages: readonly Passage[]): StatedList[] {
  const series = new Map<string, { path: readonly string[]; items: Quotation[] }>();
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      if (sentence.kind !== 'heading') continue;
      const path = passage.section.slice(0, -1);
      const known = series.get(path.join('\n')) ?? { path, items: [] };
      known.items.push({ passage, start: sentence.start, end: sentence.end });
      series.set(path.join('\n'), known);
    }
  }
  return [...series.values()].map(({ path, items }) => ({ lead: null, path, items }));
}
