// A document's own stated mission, priorities, objectives, values or principles, ready to be quoted.
import type { DocumentId } from '../../domain/ids.ts';
import type { StatedKind, StatedSet } from '../../domain/insight.ts';
import type { Passage } from '../../domain/passage.ts';
import { bareWords } from '../../text/bare-words.ts';
import { terms } from '../../text/tokens.ts';
import type { AskedSets } from './asked-sets.ts';
import { quotationAt, textOf } from '../quote/quotation.ts';
import type { Quotation } from '../quote/quotation.ts';
import type { ComposeRequest } from '../rank/request.ts';

export interface QuotedSet {
  readonly kind: StatedKind;
  /** The words that name it; null where the item itself does. */
  readonly name: Quotation | null;
  readonly items: readonly Quotation[];
}

type SetRequest = Pick<ComposeRequest, 'insight' | 'surroundings'>;

/** Sets of one tier that are quoted. */
const mostSets = 3;

/** The sets of a document that answer best, in its order; none where it states nothing of the kinds. */
export function setsOf({ tiers, which }: AskedSets, document: DocumentId, request: SetRequest): QuotedSet[] {
  const stated = quotedSets(document, request);
  for (const kinds of tiers) {
    const found = stated.filter(({ kind }) => kinds.includes(kind));
    if (found.length > 0) return ofWhich(found, which).slice(0, mostSets);
  }
  return [];
}

/** How nearly a document states what is asked for: 2 in the asker's own words ("operational priorities"), 1 something of the kind, 0 at most what will do. */
export function nearnessOf(
  { tiers: [first = []], which }: AskedSets,
  document: DocumentId,
  request: SetRequest,
): number {
  const stated = quotedSets(document, request).filter(({ kind }) => first.includes(kind));
  return stated.length === 0 ? 0 : stated.some((set) => isNamedBy(set, which)) ? 2 : 1;
}

/** All sets of a document but those that only set out a point of another of their kind. */
export function quotedSets(document: DocumentId, { insight, surroundings }: SetRequest): QuotedSet[] {
  const passages = surroundings.get(document) ?? [];
  const sets = insight.stated
    .filter(({ documentId }) => documentId === document)
    .flatMap((set) => toQuoted(set, passages) ?? []);
  return sets.filter((set) => !sets.some((other) => other !== set && setsOutPointOf(set, other)));
}

/** Whether a set stands under a heading that is a point of the other. */
function setsOutPointOf({ kind, items: [first] }: QuotedSet, other: QuotedSet): boolean {
  if (!first || kind !== other.kind) return false;
  const points = new Set(other.items.map((item) => bareWords(textOf(item))));
  return first.passage.section.some((heading) => points.has(bareWords(heading)));
}

/** Null where a passage is not at hand. */
function toQuoted({ kind, name, items }: StatedSet, passages: readonly Passage[]): QuotedSet | null {
  const quoted = items.flatMap((span) => quotationAt(span, passages) ?? []);
  return quoted.length < items.length ? null : { kind, name: name && quotationAt(name, passages), items: quoted };
}

/** Those whose name says which ("operational priorities"), if any does. */
function ofWhich(sets: readonly QuotedSet[], which: readonly string[]): readonly QuotedSet[] {
  const named = sets.filter((set) => isNamedBy(set, which));
  return named.length > 0 ? named : sets;
}

function isNamedBy({ name }: QuotedSet, which: readonly string[]): boolean {
  const stems = new Set(name ? terms(textOf(name)) : []);
  return which.some((stem) => stems.has(stem));
}
