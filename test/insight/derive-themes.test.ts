// Themes of documents that have no lexicon of them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themeLexiconSchema } from '../../src/domain/theme-lexicon.ts';
import { countThemes } from '../../src/insight/count-themes.ts';
import type { ReadPassages } from '../../src/insight/count-themes.ts';
import { deriveThemes } from '../../src/insight/derive-themes.ts';
import { documentIdOf } from '../../ingest/catalogue.ts';
import { readText } from '../ingest/read-text.ts';

const folder = new URL('../fixtures/second-corpus/', import.meta.url);
const plans: ReadPassages[] = readdirSync(folder)
  .filter((file) => /\.(?:txt|md)$/u.test(file))
  .map((file) => ({
    documentId: documentIdOf(file),
    passages: readText(readFileSync(new URL(file, folder), 'utf8'), file).passages,
  }));

describe('derived themes', () => {
  const lexicon = deriveThemes(plans);

  it('are a sound lexicon, and of what the documents dwell on', () => {
    expect(themeLexiconSchema.safeParse(lexicon).error).toBeUndefined();
    const words = lexicon.themes.flatMap(({ phrases }) => phrases);
    expect(words.some((word) => /^(?:alarms?|stations?|engines?|homes?|visits?)$/u.test(word))).toBe(true);
    expect(lexicon.themes.length).toBeGreaterThanOrEqual(4);
  });

  it('each stand in a passage of some document', () => {
    const cells = countThemes(plans, lexicon);
    for (const { id } of lexicon.themes)
      expect(cells.filter(({ themeId }) => themeId === id).reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(
        0,
      );
    const known = new Set<string>(plans.flatMap(({ passages }) => passages.map(({ id }) => id)));
    expect(cells.flatMap(({ passageIds }) => passageIds).every((id) => known.has(id))).toBe(true);
  });

  it('are the same for the same documents, and none for documents without words', () => {
    expect(deriveThemes(plans)).toEqual(lexicon);
    expect(deriveThemes([]).themes).toEqual([]);
  });
});
