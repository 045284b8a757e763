// How often each document speaks of the theme that a topic is of.
import type { Years } from '../domain/document.ts';
import type { PassageIndex } from '../ports.ts';
import { themesOf } from '../text/themes-of-text.ts';
import { themesOfCorpus } from './wire.ts';

export interface ThemeRates {
  readonly name: string;
  /** Documents in order of their years, the oldest first. */
  readonly rows: readonly {
    readonly shortTitle: string;
    readonly count: number;
    readonly per1000Words: number;
  }[];
}

export interface YearsAsked {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Null where the topic is of no theme. */
export async function themeRates(
  index: PassageIndex,
  topic: string,
  years: YearsAsked = {},
): Promise<ThemeRates | null> {
  const themes = await themesOfCorpus(index);
  const [id] = themesOf(topic, (await index.insight()).themes.lexicon);
  const theme = themes.themes.find((each) => each.id === id);
  if (!theme) return null;
  const rows = theme.cells.flatMap(({ documentId, count, per1000Words }) => {
    const document = themes.documents.find((each) => each.id === documentId);
    return document && isWithin(document.years, years)
      ? [{ shortTitle: document.shortTitle, count, per1000Words }]
      : [];
  });
  return { name: theme.name, rows };
}

/** As the filters of a search have it: the document's years reach into those given. */
function isWithin(own: Years | null, { from, to }: YearsAsked): boolean {
  return own === null || (own.to >= (from ?? own.to) && own.from <= (to ?? own.from));
}
