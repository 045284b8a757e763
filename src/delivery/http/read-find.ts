import { AppError } from '../../domain/errors.ts';
import { findInText, longestFind } from '../../../web/reader/find-in-text.ts';
import type { Found } from '../../../web/reader/render-find.ts';

/**
 * What was looked for in a document, and which of the places found is looked at; null when nothing was looked for.
 * @throws AppError `invalid-request` when the wording is too long.
 */
export function readFind(text: string, wording: string | undefined, hit: string | undefined): Found | null {
  if (wording === undefined || wording.trim() === '') return null;
  if (wording.length > longestFind) {
    throw new AppError(
      'invalid-request',
      `What you look for in a document may have at most ${longestFind} characters.`,
    );
  }
  const hits = findInText(text, wording);
  const number = hit !== undefined && /^\d{1,6}$/u.test(hit) ? Number(hit) : 0;
  return { wording, hits, current: number >= 1 && number <= hits.length ? number : null };
}
