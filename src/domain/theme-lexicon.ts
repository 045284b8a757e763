// The themes of a corpus and the phrases that speak of them; kept as data beside the corpus.
import { z } from 'zod';

/** Id of a theme, as `neighbourhood-policing`; unique within its lexicon. */
export type ThemeId = string;

const longestPhrase = 80;
const phrases = z
  .array(
    z
      .string()
      .min(1)
      .max(longestPhrase)
      .regex(/[\p{L}\p{N}]/u, 'a phrase needs a letter or a digit'),
  )
  .max(500);

const themeSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is of small letters, digits and single hyphens, as "road-safety"')
    .max(64),
  name: z.string().trim().min(1).max(80),
  /** Matched word by word by their stems; of phrases that overlap in a text the longest counts. */
  phrases: phrases.min(1),
});

export const themeLexiconSchema = z.strictObject({
  note: z.string().optional(),
  /** Phrases that count for no theme, though a shorter phrase of one stands in them. */
  except: phrases.default([]),
  themes: z.array(themeSchema).max(100).superRefine(checkDistinct),
});

export type Theme = z.infer<typeof themeSchema>;
export type ThemeLexicon = z.infer<typeof themeLexiconSchema>;

/** An id given twice, or a phrase of two themes, is a slip that would make counts wrong without a sign of it. */
function checkDistinct(themes: readonly Theme[], context: z.RefinementCtx): void {
  const ids = new Set<ThemeId>();
  const owner = new Map<string, ThemeId>();
  for (const [index, theme] of themes.entries()) {
    if (ids.has(theme.id))
      context.addIssue({ code: 'custom', path: [index, 'id'], message: `"${theme.id}" is given twice` });
    ids.add(theme.id);
    for (const phrase of theme.phrases) {
      const key = phrase.toLowerCase();
      const other = owner.get(key);
      if (other !== undefined && other !== theme.id) {
        const message = `"${phrase}" stands under "${other}" as well; leave it under one of them`;
        context.addIssue({ code: 'custom', path: [index, 'phrases'], message });
      }
      owner.set(key, theme.id);
    }
  }
}
