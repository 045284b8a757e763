// Looks at the documents as a whole, once, when they are ingested.
import type { StrategyDocument } from '../domain/document.ts';
import type { Insight } from '../domain/insight.ts';
import type { Passage } from '../domain/passage.ts';
import type { ThemeLexicon } from '../domain/theme-lexicon.ts';
import { countThemes } from './count-themes.ts';
import { deriveThemes } from './derive-themes.ts';
import { statedAims } from './stated-aims.ts';

export interface SurveyedDocument {
  readonly document: StrategyDocument;
  /** In reading order. */
  readonly passages: readonly Passage[];
}

/** @param given the themes that stand beside the documents; null where none do, and they are derived. */
export function survey(documents: readonly SurveyedDocument[], given: ThemeLexicon | null): Insight {
  const read = documents.map(({ document, passages }) => ({ documentId: document.id, passages }));
  const lexicon = given ?? deriveThemes(read);
  return {
    themes: { source: given ? 'given' : 'derived', lexicon, cells: countThemes(read, lexicon) },
    stated: documents.flatMap(({ document, passages }) => statedAims(document.id, passages)),
    glossary: [],
  };
}
