// How often each document speaks of each theme.
import type { DocumentId, PassageId } from '../domain/ids.ts';
import type { ThemeCell } from '../domain/insight.ts';
import type { Passage } from '../domain/passage.ts';
import type { ThemeId, ThemeLexicon } from '../domain/theme-lexicon.ts';
import { createPhraseMatcher } from '../text/phrase-matcher.ts';

/** A document's passages, in reading order. */
export interface ReadPassages {
  readonly documentId: DocumentId;
  readonly passages: readonly Passage[];
}

/** One cell for each theme and document: themes in the lexicon's order, documents in the order given. */
export function countThemes(documents: readonly ReadPassages[], lexicon: ThemeLexicon): ThemeCell[] {
  const matcher = createPhraseMatcher(lexicon);
  const counted = documents.map(({ documentId, passages }) => {
    const tallies = new Map<ThemeId, Tally>(lexicon.themes.map(({ id }) => [id, { count: 0, passageIds: [] }]));
    for (const { id, text } of passages) {
      for (const { theme } of matcher.hits(text)) addTo(tallies.get(theme), id);
    }
    return { documentId, tallies };
  });
  return lexicon.themes.flatMap(({ id }) =>
    counted.map(({ documentId, tallies }) => ({
      themeId: id,
      documentId,
      ...(tallies.get(id) ?? { count: 0, passageIds: [] }),
    })),
  );
}

interface Tally {
  count: number;
  readonly passageIds: PassageId[];
}

function addTo(tally: Tally | undefined, passage: PassageId): void {
  if (!tally) return;
  tally.count += 1;
  if (tally.passageIds.at(-1) !== passage) tally.passageIds.push(passage);
}
