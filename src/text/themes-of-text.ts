// What a text is about, in themes.
import type { Span } from '../domain/document.ts';
import type { ThemeId, ThemeLexicon } from '../domain/theme-lexicon.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';

const known = new WeakMap<ThemeLexicon, PhraseMatcher>();

/** The matcher of a lexicon, made once for each. */
function matcherOf(lexicon: ThemeLexicon): PhraseMatcher {
  const matcher = known.get(lexicon) ?? createPhraseMatcher(lexicon);
  known.set(lexicon, matcher);
  return matcher;
}

/**
 * Themes that the text speaks of, best first: by the words of their phrases, for a longer phrase says more; of equals the one that is
 * spoken of first. None where no phrase stands in it.
 */
export function themesOf(text: string, lexicon: ThemeLexicon): ThemeId[] {
  const weights = new Map<ThemeId, number>();
  for (const { theme, words } of matcherOf(lexicon).hits(text)) weights.set(theme, (weights.get(theme) ?? 0) + words);
  // The sort is stable, and a map keeps the order in which its keys came.
  return [...weights].toSorted(([, one], [, other]) => other - one).map(([theme]) => theme);
}

/** Where phrases of one theme stand in the text, in order, in UTF-16 code units. */
export function themePhrases(text: string, theme: ThemeId, lexicon: ThemeLexicon): Span[] {
  return matcherOf(lexicon)
    .hits(text)
    .filter((hit) => hit.theme === theme)
    .map(({ start, end }) => ({ start, end }));
}
