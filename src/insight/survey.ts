// Looks at the documents as a whole, once, when they are ingested.
import type { Insight } from '../domain/insight.ts';
import type { ThemeLexicon } from '../domain/theme-lexicon.ts';
import { countThemes } from './count-themes.ts';
import { deriveThemes } from './derive-themes.ts';
import type { Expansion, SpeltOut } from './expansions.ts';
import { glossaryOf } from './glossary.ts';
import type { SurveyedDocument } from './sentences-of.ts';
import { statedAims } from './stated-aims.ts';

export interface SurveyedCorpus {
  readonly documents: readonly SurveyedDocument[];
  /** Themes that stand beside the documents; null where none do, and they are derived. */
  readonly themes: ThemeLexicon | null;
  /** Acronyms whose letters the documents spell out. */
  readonly acronyms: readonly SpeltOut[];
  /** Words that have the letters of an acronym as initials, with no document to join the two. */
  readonly twins?: readonly Expansion[];
}

export function survey({ documents, themes, acronyms, twins = [] }: SurveyedCorpus): Insight {
  const read = documents.map(({ document, passages }) => ({ documentId: document.id, passages }));
  const lexicon = themes ?? deriveThemes(read);
  return {
    themes: { source: themes ? 'given' : 'derived', lexicon, cells: countThemes(read, lexicon) },
    stated: documents.flatMap(({ document, passages }) => statedAims(document.id, passages)),
    glossary: glossaryOf(documents, acronyms, twins),
  };
}
