// An answer's Markdown as HTML: paragraphs, lists, quotations, headings, emphasis and the markers `[n]`. All else stays text.
import { markup } from './markup.ts';
import type { Content, Markup } from './markup.ts';

/** What stands in place of a marker. */
export type RenderMarker = (n: number) => Content;

type BlockKind = 'paragraph' | 'heading' | 'bullets' | 'numbers' | 'quotation';

interface Block {
  readonly kind: BlockKind;
  readonly lines: string[];
}

const linePatterns: readonly { readonly kind: BlockKind; readonly pattern: RegExp }[] = [
  { kind: 'heading', pattern: /^#{1,6}\s+/u },
  { kind: 'bullets', pattern: /^\s*[-*•]\s+/u },
  { kind: 'numbers', pattern: /^\s*\d{1,3}[.)]\s+/u },
  { kind: 'quotation', pattern: /^>\s?/u },
];

export function renderMarkdown(markdown: string, marker: RenderMarker): Markup {
  return markup`${readBlocks(markdown).map((block) => renderBlock(block, marker))}`;
}

function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let afterBlank = true;
  for (const line of markdown.split(/\r?\n/u)) {
    const isBlank = line.trim() === '';
    const { kind, words } = readLine(line);
    const last = blocks.at(-1);
    // A list goes on over a blank line if its next item follows.
    const goesOn = last?.kind === kind && kind !== 'heading' && (!afterBlank || isList(kind));
    if (!isBlank && goesOn) last.lines.push(words);
    else if (!isBlank) blocks.push({ kind, lines: [words] });
    afterBlank = isBlank;
  }
  return blocks;
}

function isList(kind: BlockKind): boolean {
  return kind === 'bullets' || kind === 'numbers';
}

function readLine(line: string): { kind: BlockKind; words: string } {
  const found = linePatterns.find(({ pattern }) => pattern.test(line));
  return found ? { kind: found.kind, words: line.replace(found.pattern, '') } : { kind: 'paragraph', words: line };
}

function renderBlock({ kind, lines }: Block, marker: RenderMarker): Markup {
  const items = (): Markup[] => lines.map((line) => markup`<li>${renderInline(line, marker)}</li>\n`);
  const whole = (): Markup => renderInline(lines.join('\n'), marker);
  switch (kind) {
    case 'bullets':
      return markup`<ul>${items()}</ul>\n`;
    case 'numbers':
      return markup`<ol>${items()}</ol>\n`;
    case 'quotation':
      return markup`<blockquote><p>${whole()}</p></blockquote>\n`;
    case 'heading':
      return markup`<h3>${whole()}</h3>\n`;
    case 'paragraph':
      return markup`<p>${whole()}</p>\n`;
    default:
      return kind satisfies never;
  }
}

/** Emphasis does not nest in our answers; a lone star stays a star. */
const inline = /\*\*(?<strong>[^*\n]+)\*\*|\*(?<emphasis>[^*\s][^*\n]*)\*|\[(?<marker>\d{1,3})\]/gu;

function renderInline(text: string, marker: RenderMarker): Markup {
  const parts: Content[] = [];
  let at = 0;
  for (const found of text.matchAll(inline)) {
    parts.push(text.slice(at, found.index), renderFound(found.groups ?? {}, marker));
    at = found.index + found[0].length;
  }
  return markup`${parts}${text.slice(at)}`;
}

function renderFound(groups: Readonly<Record<string, string | undefined>>, marker: RenderMarker): Content {
  const { strong, emphasis, marker: n } = groups;
  if (strong !== undefined) return markup`<strong>${renderInline(strong, marker)}</strong>`;
  if (emphasis !== undefined) return markup`<em>${renderInline(emphasis, marker)}</em>`;
  return marker(Number(n));
}
