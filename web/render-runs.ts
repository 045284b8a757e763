// The words of one block: emphasis as such, its stars and unreadable glyphs hidden but present, the wanted span in `<mark>`.
import type { Span } from '../src/domain/document.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { ReadingBlock } from './reading-blocks.ts';

interface Emphasis {
  readonly strong: boolean;
  readonly emphasis: boolean;
}

interface Run extends Span, Emphasis {
  readonly hidden: boolean;
  /** A line feed that the writer meant. */
  readonly breaks: boolean;
}

export interface MarkedSpan extends Span {
  /** Whether this block is the first that the span touches; it gets the id that a link scrolls to. */
  readonly isFirst: boolean;
}

/** Every character of the block in its place, whatever is drawn around it. */
export function renderRuns(text: string, block: ReadingBlock, mark: MarkedSpan | null): Markup {
  const runs = readRuns(text, block);
  const draw = (span: Span): Markup[] => clip(runs, span).map((run) => renderRun(text, run));
  const marked = mark && overlap(block, mark);
  if (!mark || !marked) return markup`${draw(block)}`;
  const before = draw({ start: block.start, end: marked.start });
  const after = draw({ start: marked.end, end: block.end });
  return markup`${before}<mark${mark.isFirst && markup` id="quote"`}>${draw(marked)}</mark>${after}`;
}

export function overlap(one: Span, other: Span): Span | null {
  const start = Math.max(one.start, other.start);
  const end = Math.min(one.end, other.end);
  return start < end ? { start, end } : null;
}

function readRuns(text: string, block: ReadingBlock): Run[] {
  const { contentStart, end } = block;
  const words = text.slice(contentStart, end);
  const paired = pairedStars(words);
  const runs: Run[] = [plainRun(block.start, contentStart, { hidden: true })];
  let style: Emphasis = { strong: false, emphasis: false };
  let at = contentStart;
  for (const found of words.matchAll(/\*+|[\ufffd■]+|\n/gu)) {
    const [token] = found;
    const start = contentStart + found.index;
    const isShown = token === '*' ? !paired.emphasis : token === '\n' && !block.breaks.includes(start);
    if (isShown) continue;
    runs.push(plainRun(at, start, style));
    at = start + token.length;
    runs.push(plainRun(start, at, token === '\n' ? { breaks: true } : { hidden: true }));
    if (token.startsWith('*')) style = toggle(style, token.length, paired);
  }
  return [...runs, plainRun(at, end, style)];
}

function plainRun(start: number, end: number, style: Partial<Run>): Run {
  return { hidden: false, strong: false, emphasis: false, breaks: false, ...style, start, end };
}

/** One star is emphasis, two are strong, three are both; what stands without its partner changes nothing. */
function toggle(style: Emphasis, stars: number, paired: Emphasis): Emphasis {
  return {
    strong: stars >= 2 && paired.strong ? !style.strong : style.strong,
    emphasis: stars !== 2 && paired.emphasis ? !style.emphasis : style.emphasis,
  };
}

/** A single star without a partner is a footnote's or a sum's, and shown. */
function pairedStars(words: string): Emphasis {
  const stars = [...words.matchAll(/\*+/gu)].map(([run]) => run.length);
  return {
    strong: stars.filter((length) => length >= 2).length % 2 === 0,
    emphasis: stars.filter((length) => length !== 2).length % 2 === 0,
  };
}

function clip(runs: readonly Run[], span: Span): Run[] {
  return runs.flatMap((run) => {
    const shared = overlap(run, span);
    return shared ? [{ ...run, ...shared }] : [];
  });
}

function renderRun(text: string, run: Run): Markup {
  const words = text.slice(run.start, run.end);
  if (run.hidden) return markup`<span hidden>${words}</span>`;
  if (run.breaks) return markup`<br>${words}`;
  const emphasised = run.emphasis ? markup`<em>${words}</em>` : markup`${words}`;
  return run.strong ? markup`<strong>${emphasised}</strong>` : emphasised;
}
