// An answer's Markdown as elements. What comes out of the parser is purified, and only then made into elements of these few kinds;
// no markup is ever put into the page as text.
import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import type { Tokenizer, Tokens } from 'marked';
import { h } from 'preact';
import type { ComponentChild, ComponentChildren, VNode } from 'preact';
import { useMemo } from 'preact/hooks';

/** What stands in place of `[n]`. */
export type RenderMarker = (n: number) => ComponentChild;

/** The element that each tag becomes. A heading stands below the question, whatever its level. */
const tags: Readonly<Record<string, string>> = {
  P: 'p',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  STRONG: 'strong',
  EM: 'em',
  BLOCKQUOTE: 'blockquote',
  BR: 'br',
  H1: 'h3',
  H2: 'h3',
  H3: 'h3',
  H4: 'h3',
  H5: 'h3',
  H6: 'h3',
};

const none = (): undefined => undefined;

/** Nothing that a document or a person wrote becomes a link, code, a table or markup: it stays the text that it is. */
const plainTokens: Partial<{ [Name in keyof Tokenizer]: Tokenizer[Name] | (() => undefined) }> = {
  html: none,
  tag: none,
  link: none,
  reflink: none,
  autolink: none,
  url: none,
  def: none,
  code: none,
  fences: none,
  codespan: none,
  table: none,
  lheading: none,
  escape: none,
  del: none,
};

const parser = new Marked({
  gfm: false,
  tokenizer: { ...plainTokens, emStrong: onlyStars },
});

/** Underscores stay: they are part of names. @returns false to go on as usual. */
function onlyStars(source: string): false | Tokens.Em | undefined {
  return source.startsWith('_') ? undefined : false;
}

interface MarkdownProps {
  readonly text: string;
  readonly marker: RenderMarker;
}

export function Markdown({ text, marker }: MarkdownProps): VNode {
  const fragment = useMemo(() => purified(text), [text]);
  return <>{childrenOf(fragment, marker)}</>;
}

function purified(text: string): DocumentFragment {
  const html = parser.parse(closeEmphasis(text), { async: false });
  return DOMPurify.sanitize(html, { ALLOWED_TAGS: Object.keys(tags), ALLOWED_ATTR: [], RETURN_DOM_FRAGMENT: true });
}

/** While a text is still coming, its last words may be strong and not yet say where that ends. */
function closeEmphasis(text: string): string {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return (last.match(/\*\*/gu)?.length ?? 0) % 2 === 1 ? `${text.trimEnd()}**` : text;
}

function childrenOf(parent: Node, marker: RenderMarker): ComponentChildren {
  return [...parent.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return markedText(node.textContent ?? '', marker);
    const tag = tags[node.nodeName];
    return tag === undefined ? null : h(tag, null, childrenOf(node, marker));
  });
}

function markedText(text: string, marker: RenderMarker): ComponentChildren {
  // Every second part is the number of a marker, and the last is what stands after them.
  const parts = text.split(/\[(\d{1,3})\]/u);
  return parts.map((part, index) => {
    if (index % 2 === 1) return null;
    const n = parts[index + 1];
    return n === undefined ? part : withMarker(part, marker(Number(n)));
  });
}

/** A number stays on the line of the word that it follows. @param text that ends with that word and a space. */
function withMarker(text: string, marker: ComponentChild): ComponentChildren {
  const { head = text, word } = /^(?<head>[\s\S]*?)(?<word>\S{1,24}) $/u.exec(text)?.groups ?? {};
  if (word === undefined) return [head, marker];
  return [head, h('span', { class: 'with-number' }, word, '\u00a0', marker)];
}
