// What differs between documents, as far as it can be told without a judgement: two figures side by side, and what is named in the
// stated values of one and not found in those of another.
import { asksFigure } from './by-document.ts';
import type { DocumentEntry } from './document-entry.ts';
import { askedFigure, figuresIn } from './differing-figures.ts';
import type { Figure } from './differing-figures.ts';
import { textOf, words, quote } from './quotation.ts';
import type { Paragraph, Quotation } from './quotation.ts';
import type { ComposeRequest } from './request.ts';
import { nameOf } from './request.ts';
import { terms } from '../text/tokens.ts';

/**
 * `Side by side: **32,000** (One Met 2013–17) and **31,258** (…).` Only where each document gives one figure for what is asked.
 * @param entries of the documents that speak, oldest first.
 */
export function figuresCompared(entries: readonly DocumentEntry[], { plan }: ComposeRequest): Paragraph[] {
  if (!asksFigure(plan) || entries.length < 2) return [];
  const given = entries.map(({ document, chosen: [first] }) => ({
    document,
    figure: first ? (askedFigure(first, plan.senses) ?? onlyFigure(first.quote)) : null,
  }));
  const units = new Set(given.map(({ figure }) => figure?.unit));
  if (units.size !== 1 || given.some(({ figure }) => figure === null)) return [];
  const list = given.map(({ document, figure }) => `**${figure?.text ?? ''}** (${nameOf(document)})`);
  return [[words(`Side by side: ${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}.`)]];
}

function onlyFigure(text: string): Figure | null {
  const [only, ...others] = figuresIn(text);
  return others.length === 0 ? (only ?? null) : null;
}

/** Points of more words are statements, which seldom recur word for word. */
const longestPoint = 4;

/** What the oldest of the lists of names holds and the latest does not, and the reverse. */
export function namingsCompared(entries: readonly DocumentEntry[]): Paragraph[] {
  const listed = entries.filter(({ sets }) => sets.length === 1 && (sets[0]?.items ?? []).every(isName));
  const [first] = listed;
  const last = listed.at(-1);
  if (!first || !last || first === last) return [];
  return [...missing(first, last), ...missing(last, first)];
}

function isName(item: Quotation): boolean {
  return textOf(item).trim().split(/\s+/u).length <= longestPoint;
}

function missing(one: DocumentEntry, other: DocumentEntry): Paragraph[] {
  const known = new Set((other.sets[0]?.items ?? []).map(keyOf));
  const only = (one.sets[0]?.items ?? []).filter((item) => !known.has(keyOf(item)));
  if (only.length === 0) return [];
  const points = only.flatMap((item, at) => [...(at > 0 ? [words(', ')] : []), quote(item)]);
  return [[words(`Named in ${nameOf(one.document)}, not found in ${nameOf(other.document)}: `), ...points]];
}

function keyOf(item: Quotation): string {
  return terms(textOf(item)).join(' ');
}
