// The register as it is read: filtered, sorted, in pages.
import type { Commitment, RegisterRow } from '../domain/commitment.ts';
import { AppError } from '../domain/errors.ts';
import { isCommitmentId } from '../domain/ids.ts';
import type { CommitmentId, DocumentId } from '../domain/ids.ts';
import { terms } from '../text/tokens.ts';

/** What a row may be asked to have. */
export const traits = ['target', 'deadline'] as const;
export type Trait = (typeof traits)[number];

/** `reading`: by document and place. `deadline`: the earliest year first, then those without a year, then those without a deadline. */
export const orders = ['reading', 'deadline', 'theme'] as const;
export type Order = (typeof orders)[number];

export interface RegisterQuery {
  /** Words that must all stand in the statement, what introduces it, its headings or its actor. */
  readonly words: string;
  /** Ids of the documents that are looked through. */
  readonly documents: readonly DocumentId[];
  /** Id of a theme that a row must touch; null for any. */
  readonly theme: string | null;
  readonly has: readonly Trait[];
  readonly order: Order;
}

/** The rows that fit, in the order asked for. */
export function findRows(rows: readonly RegisterRow[], query: RegisterQuery): RegisterRow[] {
  const wanted = new Set<string>(query.documents);
  const asked = terms(query.words);
  const words = asked.length === 0 ? null : wordsOf(rows);
  const found = rows.filter(({ commitment }, at) => {
    if (!wanted.has(commitment.documentId) || !hasTraits(commitment, query.has)) return false;
    if (query.theme !== null && !commitment.themes.includes(query.theme)) return false;
    const own = words?.[at];
    return own === undefined || asked.every((term) => own.has(term));
  });
  return sorted(found, query.order);
}

function hasTraits({ target, deadline }: Commitment, has: readonly Trait[]): boolean {
  return (!has.includes('target') || target !== null) && (!has.includes('deadline') || deadline !== null);
}

const known = new WeakMap<readonly RegisterRow[], readonly ReadonlySet<string>[]>();

/** The stems of each row, read once for each register. */
function wordsOf(rows: readonly RegisterRow[]): readonly ReadonlySet<string>[] {
  const words =
    known.get(rows) ??
    rows.map(
      ({ commitment: { text, leadIn, section, actor } }) =>
        new Set(terms([text, leadIn?.text ?? '', ...section, actor].join('\n'))),
    );
  known.set(rows, words);
  return words;
}

/** Sorting is stable: what is equal stays in reading order. */
function sorted(rows: RegisterRow[], order: Order): RegisterRow[] {
  if (order === 'reading') return rows;
  if (order === 'theme') return rows.toSorted((one, other) => compareText(themeOf(one), themeOf(other)));
  return rows.toSorted((one, other) => dueOf(one) - dueOf(other));
}

/** Rows without a theme come last. */
function themeOf({ commitment }: RegisterRow): string {
  return commitment.theme ?? '\uffff';
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function dueOf({ commitment: { deadline } }: RegisterRow): number {
  if (deadline === null) return Number.MAX_SAFE_INTEGER;
  return deadline.year ?? Number.MAX_SAFE_INTEGER - 1;
}

export interface PageOfRows {
  readonly rows: readonly RegisterRow[];
  /** Of all that fit. */
  readonly total: number;
  /** Where the next page begins; null at the end. */
  readonly nextCursor: CommitmentId | null;
}

/**
 * One page of the rows found.
 * @param cursor `nextCursor` of the page before; null for the first page.
 * @throws AppError `invalid-request` for a cursor that names none of these rows.
 */
export function pageOf(found: readonly RegisterRow[], cursor: string | null, limit: number): PageOfRows {
  const from = cursor === null ? 0 : found.findIndex(({ commitment }) => commitment.id === cursor);
  if (from < 0) {
    throw new AppError(
      'invalid-request',
      '"cursor" is not one that this list gave. Begin again without it: the filters or the documents have changed.',
    );
  }
  return {
    rows: found.slice(from, from + limit),
    total: found.length,
    nextCursor: found[from + limit]?.commitment.id ?? null,
  };
}

/** A row by its id; null where there is none. */
export function rowWithId(rows: readonly RegisterRow[], id: string): RegisterRow | null {
  return isCommitmentId(id) ? (rows.find(({ commitment }) => commitment.id === id) ?? null) : null;
}
