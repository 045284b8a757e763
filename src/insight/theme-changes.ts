// How the emphasis on themes moved from one document to the next.
import type { DocumentId } from '../domain/ids.ts';
import type { ThemeId } from '../domain/theme-lexicon.ts';

/** A shorter document is too short for rates that mean something: in 700 words one mention more is much. */
export const fewestWords = 2000;
/** A rate that is so many times the other has risen or fallen. */
const factor = 1.5;
/** Mentions that the larger count must have, for two or three may be chance. */
const fewestMentions = 5;

export interface ThemeRate {
  readonly themeId: ThemeId;
  readonly count: number;
  readonly per1000Words: number;
}

export interface RatedDocument {
  readonly documentId: DocumentId;
  readonly words: number;
  /** One for each theme. */
  readonly rates: readonly ThemeRate[];
}

export interface ThemeChange {
  readonly themeId: ThemeId;
  /** `new` and `gone`: named in the one, not found in the other. */
  readonly kind: 'new' | 'gone' | 'risen' | 'fallen';
  readonly fromDocumentId: DocumentId;
  readonly toDocumentId: DocumentId;
  readonly fromPer1000Words: number;
  readonly toPer1000Words: number;
}

/** Changes from each document to the next that is long enough, the largest first. @param documents the oldest first. */
export function themeChanges(documents: readonly RatedDocument[]): ThemeChange[] {
  const long = documents.filter(({ words }) => words >= fewestWords);
  return long.flatMap((to, index) => {
    const from = long[index - 1];
    return from ? changesBetween(from, to) : [];
  });
}

function changesBetween(from: RatedDocument, to: RatedDocument): ThemeChange[] {
  const before = new Map(from.rates.map((rate) => [rate.themeId, rate]));
  return to.rates
    .flatMap((after) => {
      const earlier = before.get(after.themeId);
      const kind = earlier ? kindOf(earlier, after) : null;
      return earlier && kind
        ? [
            {
              themeId: after.themeId,
              kind,
              fromDocumentId: from.documentId,
              toDocumentId: to.documentId,
              fromPer1000Words: earlier.per1000Words,
              toPer1000Words: after.per1000Words,
            },
          ]
        : [];
    })
    .toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

function sizeOf({ fromPer1000Words, toPer1000Words }: ThemeChange): number {
  return Math.abs(toPer1000Words - fromPer1000Words);
}

function kindOf(before: ThemeRate, after: ThemeRate): ThemeChange['kind'] | null {
  if (before.count === 0 && after.count === 0) return null;
  if (before.count === 0) return 'new';
  if (after.count === 0) return 'gone';
  if (Math.max(before.count, after.count) < fewestMentions) return null;
  if (after.per1000Words >= factor * before.per1000Words) return 'risen';
  return before.per1000Words >= factor * after.per1000Words ? 'fallen' : null;
}
