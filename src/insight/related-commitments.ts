// What other documents may say of the same undertaking as a commitment.
import type { Change, Commitment, RegisterRow } from '../domain/commitment.ts';
import type { DocumentId } from '../domain/ids.ts';

export interface RelatedCommitment {
  readonly commitment: Commitment;
  /** What both share, in words. */
  readonly why: string;
  readonly change: Change | null;
}

export interface Related {
  /** Best first. */
  readonly related: readonly RelatedCommitment[];
  /** Documents in which no matching statement was found. */
  readonly notFoundIn: readonly DocumentId[];
}

/** @param documents of the index, in the order in which those without a match are listed. */
export function relatedTo(
  { commitment, counterparts }: RegisterRow,
  rows: readonly RegisterRow[],
  documents: readonly DocumentId[],
): Related {
  const wanted = new Set<string>(counterparts.map(({ id }) => id));
  const byId = new Map(
    rows.flatMap((row) => (wanted.has(row.commitment.id) ? [[row.commitment.id, row.commitment]] : [])),
  );
  const related = counterparts.flatMap(({ id, why, change }) => {
    const other = byId.get(id);
    return other ? [{ commitment: other, why, change }] : [];
  });
  const matched = new Set<string>([commitment.documentId, ...related.map((each) => each.commitment.documentId)]);
  return { related, notFoundIn: documents.filter((id) => !matched.has(id)) };
}
