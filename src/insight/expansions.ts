// What the documents say that an acronym stands for: in brackets after the words, or the words in brackets after it. Never more.
import type { Span, StrategyDocument } from '../domain/document.ts';
import type { DocumentId } from '../domain/ids.ts';

/** An acronym that a document spells out. */
export interface SpeltOut extends Span {
  readonly term: string;
  readonly documentId: DocumentId;
}

export interface Expansion extends Span {
  readonly term: string;
  readonly documentId: DocumentId;
  /** In the document's words, white space as single spaces. */
  readonly words: string;
}

/** How far before a bracket its words may begin, in UTF-16 code units. */
const reach = 140;
const linkWords = new Set(['of', 'and', 'the', 'for', 'in', 'to', 'on', '&', 'a', 'an']);

/** Expansions in reading order. @param spelt acronyms whose letters were found spelt out; `start` is where their words begin. */
export function expansionsOf(
  documents: readonly StrategyDocument[],
  terms: ReadonlySet<string>,
  spelt: readonly SpeltOut[],
): Expansion[] {
  return documents.flatMap((document) => {
    const own = spelt.filter(({ documentId }) => documentId === document.id);
    return [...bracketed(document, terms, own), ...inBrackets(document, terms)];
  });
}

/** `Basic Command Units (BCUs)`. */
function bracketed(
  { id, text }: StrategyDocument,
  terms: ReadonlySet<string>,
  spelt: readonly SpeltOut[],
): Expansion[] {
  return [...text.matchAll(/\(([A-Z][A-Za-z0-9&]{1,11})\)/gu)].flatMap((match) => {
    const term = (match[1] ?? '').replace(/(?<=[A-Z])s$/u, '');
    const end = match.index + match[0].length;
    const known = spelt.find((each) => each.end === end);
    if (!known && !terms.has(term)) return [];
    const span = known
      ? withArticle(text, withoutTail(text, { start: known.start, end: match.index }, term))
      : (spellsAllButLast(text, match.index, term) ?? namedBefore(text, match.index, term));
    return span ? [{ term, documentId: id, ...span, words: squeezed(text.slice(span.start, span.end)) }] : [];
  });
}

function squeezed(words: string): string {
  return words.replaceAll(/[\s*_]+/gu, ' ').trim();
}

function wordsBefore(text: string, end: number): RegExpExecArray[] {
  const from = Math.max(0, end - reach);
  const lead = text.slice(from, end);
  const sentence = Math.max(lead.lastIndexOf('. '), lead.lastIndexOf('\n\n'));
  return [...lead.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'&-]*|&/gu)]
    .filter((word) => word.index > sentence)
    .map((word) => Object.assign(word, { index: word.index + from }));
}

/** What follows the word of the last letter is no part of it: the `programme` of `… and Information programme (C3i)`. */
function withoutTail(text: string, { start, end }: Span, term: string): Span {
  const last = term.at(-1)?.toLowerCase() ?? '';
  const words = wordsBefore(text, end).filter((word) => word.index >= start);
  const final = words.findLast(([word]) => word.split('-').some((part) => part.toLowerCase().startsWith(last)));
  return { start, end: final ? final.index + final[0].length : end };
}

/** An article in capitals within a sentence is part of a title: `we published A New Met for London (NMfL)`. */
function withArticle(text: string, span: Span): Span {
  const article = /(?<=\p{Ll},?\s)(?:A|An|The)\s+$/u.exec(text.slice(Math.max(0, span.start - 12), span.start));
  return article ? { ...span, start: span.start - article[0].length } : span;
}

/** `Women in Firearms (WiFA)`: every word has its letter, and one letter is left over at the end. */
function spellsAllButLast(text: string, end: number, term: string): Span | null {
  const letters = term
    .toLowerCase()
    .replaceAll(/[^a-z]/gu, '')
    .slice(0, -1);
  const words = wordsBefore(text, end).slice(-letters.length);
  const [first, last] = [words[0], words.at(-1)];
  const isSpelt =
    words.length === letters.length && words.every(([word], at) => word.toLowerCase().startsWith(letters.charAt(at)));
  if (!first || !last || letters.length < 3 || !isSpelt || linkWords.has(first[0].toLowerCase())) return null;
  return { start: first.index, end: last.index + last[0].length };
}

/** A name that spells nothing, after what it is the name of: `the Government's national counter-terrorist strategy (CONTEST)`. */
function namedBefore(text: string, end: number, term: string): Span | null {
  if (!/^[A-Z]{5,}$/u.test(term)) return null;
  const from = Math.max(0, end - reach);
  const named =
    /\b(?:the\s+(?=\S+['’]s?\s)|(?:the|our|its|a|an)\s+(?<words>))(?:[\p{L}’'-]+\s+){0,7}(?:strategy|programme|plan|scheme|system|framework|project|initiative)\s*$/iu.exec(
      text.slice(from, end),
    );
  if (!named) return null;
  const article = named.groups?.['words'] === undefined ? 0 : (/^\S+\s+/u.exec(named[0])?.[0].length ?? 0);
  return { start: from + named.index + article, end: from + named.index + named[0].trimEnd().length };
}

/** `BCU (Basic Command Unit)`. */
function inBrackets({ id, text }: StrategyDocument, terms: ReadonlySet<string>): Expansion[] {
  return [
    ...text.matchAll(/(?<![\p{L}\p{N}])([A-Z][A-Za-z0-9]{1,9}) \(((?:[\p{L}’'&-]+\s+){1,9}[\p{L}’'&-]+)\)/gu),
  ].flatMap((match) => {
    const [, term = '', words = ''] = match;
    if (!terms.has(term) || !spells(words, term)) return [];
    const start = match.index + match[0].length - 1 - words.length;
    return [{ term, documentId: id, start, end: start + words.length, words: squeezed(words) }];
  });
}

function spells(words: string, term: string): boolean {
  const parts = words.split(/[\s-]+/u);
  const all = parts.map((word) => word.charAt(0).toLowerCase()).join('');
  const telling = parts
    .filter((word) => !linkWords.has(word.toLowerCase()))
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
  return [all, telling].includes(term.toLowerCase());
}
