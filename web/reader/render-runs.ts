// The words of one block: emphasis as such, its stars and unreadable glyphs hidden but present, the wanted spans in `<mark>`.
import type { Span } from '../../src/domain/document.ts';
import { markup } from '../markup.ts';
import type { Content, Markup } from '../markup.ts';

interface Emphasis {
  readonly strong: boolean;
  readonly emphasis: boolean;
}

interface Run extends Span, Emphasis {
  readonly hidden: boolean;
  /** A line feed that the writer meant. */
  readonly breaks: boolean;
  /** A line feed within a word with a hyphen. */
  readonly joins: boolean;
}

/** What `renderRuns` needs of a block. */
export interface RunOfWords extends Span {
  /** What stands before this is not shown. */
  readonly contentStart: number;
  /** Offsets of the line feeds that the writer meant. */
  readonly breaks: readonly number[];
}

/** A piece of the block in a mark. */
export interface MarkedPiece extends Span {
  /** Attributes of its element. */
  readonly attributes: Content;
}

/**
 * Every character of the block in its place, whatever is drawn around it.
 * @param marks within the block, in order, without overlaps.
 */
export function renderRuns(text: string, block: RunOfWords, marks: readonly MarkedPiece[]): Markup {
  const runs = readRuns(text, block);
  const draw = (span: Span): Markup[] => clip(runs, span).map((run) => renderRun(text, run));
  const drawn: Content[] = [];
  let at = block.start;
  for (const { start, end, attributes } of marks) {
    drawn.push(draw({ start: at, end: start }), markup`<mark${attributes}>${draw({ start, end })}</mark>`);
    at = end;
  }
  return markup`${drawn}${draw({ start: at, end: block.end })}`;
}

export function overlap(one: Span, other: Span): Span | null {
  const start = Math.max(one.start, other.start);
  const end = Math.min(one.end, other.end);
  return start < end ? { start, end } : null;
}

function readRuns(text: string, block: RunOfWords): Run[] {
  const { contentStart, end } = block;
  const words = text.slice(contentStart, end);
  const paired = pairedStars(words);
  const runs: Run[] = [plainRun(block.start, contentStart, { hidden: true })];
  let style: Emphasis = { strong: false, emphasis: false };
  let at = contentStart;
  for (const found of words.matchAll(/\*+|[\ufffd■]+|\n/gu)) {
    const [token] = found;
    const start = contentStart + found.index;
    const way = wayOf(token, isWithinWord(words, found.index), block.breaks.includes(start));
    if (way === null || (token === '*' && !paired.emphasis)) continue;
    runs.push(plainRun(at, start, style));
    at = start + token.length;
    runs.push(plainRun(start, at, way));
    if (token.startsWith('*')) style = toggle(style, token.length, paired);
  }
  return [...runs, plainRun(at, end, style)];
}

/** How a token is drawn that is not drawn as the words around it; null for a line feed that is but a space. */
function wayOf(token: string, isInWord: boolean, isMeant: boolean): Partial<Run> | null {
  if (token !== '\n') return { hidden: true };
  if (isMeant) return { breaks: true };
  return isInWord ? { joins: true } : null;
}

/** Whether the line feed stands where a word was broken at its hyphen. */
function isWithinWord(words: string, feed: number): boolean {
  return /\p{L}-$/u.test(words.slice(Math.max(0, feed - 3), feed)) && /^\p{Ll}/u.test(words.slice(feed + 1, feed + 3));
}

function plainRun(start: number, end: number, style: Partial<Run>): Run {
  return { hidden: false, strong: false, emphasis: false, breaks: false, joins: false, ...style, start, end };
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
  if (run.joins) return markup`<span class="joint">${words}</span>`;
  const emphasised = run.emphasis ? markup`<em>${words}</em>` : markup`${words}`;
  return run.strong ? markup`<strong>${emphasised}</strong>` : emphasised;
}
