// The theme that a question is about as a whole: then whatever speaks of the theme speaks of what is asked.
import type { Plan } from '../../domain/plan.ts';
import type { ThemeId, ThemeLexicon } from '../../domain/theme-lexicon.ts';
import { themesOf } from '../../text/themes-of-text.ts';
import { terms } from '../../text/tokens.ts';
import { namedConcepts } from '../rank/concept-coverage.ts';

/**
 * The theme whose name holds every word that the topic names: "violence against women" is one, "rape" is but a part of it.
 * Null where the topic is narrower than a theme, or another thing.
 */
export function askedTheme(plan: Pick<Plan, 'concepts' | 'topic'>, lexicon: ThemeLexicon): ThemeId | null {
  const asked = namedConcepts(plan).flatMap(({ own, isGeneric }) => (isGeneric ? [] : own));
  if (asked.length === 0) return null;
  const spokenOf = new Set(themesOf(plan.topic, lexicon));
  const found = lexicon.themes.find(({ id, name }) => {
    const stems = new Set(terms(name));
    return spokenOf.has(id) && asked.every((stem) => stems.has(stem));
  });
  return found?.id ?? null;
}
