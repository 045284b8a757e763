// The commitments that fit some words best, each with what other documents may say of the same: for whoever wants a few and not a list.
import type { CommitmentDetailWire } from '../contract/commitments.ts';
import type { RegisterRow } from '../domain/commitment.ts';
import type { PassageIndex } from '../ports.ts';
import { terms } from '../text/tokens.ts';
import { readCommitment } from './commitments.ts';
import { findRows } from './register.ts';

export interface BestCommitments {
  /** Best first. */
  readonly commitments: readonly CommitmentDetailWire[];
  /** Of all that hold the words. */
  readonly total: number;
}

/** None where the words are function words alone, for those stand everywhere. */
export async function bestCommitments(index: PassageIndex, words: string, most: number): Promise<BestCommitments> {
  const asked = [...new Set(terms(words))];
  if (asked.length === 0) return { commitments: [], total: 0 };
  const documents = (await index.documents()).map(({ id }) => id);
  const rows = await index.commitments();
  const found = findRows(rows, { words, documents, theme: null, has: [], order: 'reading' });
  const best = found
    .map((row) => ({ row, fit: fitOf(row, asked), at: documents.indexOf(row.commitment.documentId) }))
    // Of equals the one of the latest document comes first: it is what holds now.
    .toSorted((one, other) => other.fit - one.fit || other.at - one.at)
    .slice(0, most);
  const commitments = await Promise.all(best.map(({ row }) => readCommitment(index, row.commitment.id)));
  return { commitments, total: found.length };
}

/**
 * Words in the statement itself say more than those in its headings; what can be checked by a figure or a date says more than what cannot,
 * but less than a word.
 */
function fitOf({ commitment: { text, leadIn, target, deadline } }: RegisterRow, asked: readonly string[]): number {
  const own = new Set(terms(`${leadIn?.text ?? ''} ${text}`));
  return asked.filter((term) => own.has(term)).length + (target ? 0.3 : 0) + (deadline ? 0.2 : 0);
}
