// The pages of what the documents tell as a whole: themes and stated aims, glossary.
import type { Context, Hono } from 'hono';
import { renderGlossary } from '../../../web/render-glossary.ts';
import { renderPriorities } from '../../../web/render-priorities.ts';
import { renderThemePassages } from '../../../web/render-theme-passages.ts';
import type { OpenedCell } from '../../../web/render-theme-passages.ts';
import { passageWire } from '../../chat/wire.ts';
import { glossaryQuerySchema } from '../../contract/insight.ts';
import { AppError } from '../../domain/errors.ts';
import { isPassageId } from '../../domain/ids.ts';
import { themePhrases } from '../../text/themes-of-text.ts';
import { fewestWords } from '../../insight/theme-changes.ts';
import { glossaryOfCorpus, themesOfCorpus } from '../../insight/wire.ts';
import { requireCaller } from './callers.ts';
import type { HttpEnv } from './parts.ts';

export function addInsightPages(app: Hono<HttpEnv>): void {
  app.get('/priorities', requireCaller, async (c) => {
    const [theme, document] = [c.req.query('theme'), c.req.query('document')];
    if (theme === undefined && document === undefined)
      return c.html(renderPriorities(await themesOfCorpus(c.get('index')), fewestWords));
    return c.html(renderThemePassages(await openCell(c, theme, document)));
  });
  app.get('/glossary', requireCaller, async (c) => {
    const asked = glossaryQuerySchema.safeParse({ q: c.req.query('q') });
    if (!asked.success) throw new AppError('invalid-request', asked.error.issues[0]?.message ?? '');
    const index = c.get('index');
    const { entries } = await glossaryOfCorpus(index, asked.data.q);
    const kind = choiceOf(c.req.query('kind'));
    const titles = new Map<string, string>((await index.documents()).map(({ id, shortTitle }) => [id, shortTitle]));
    const shown = entries.filter((entry) => kind === 'all' || entry.kind === kind);
    return c.html(renderGlossary({ entries: shown, q: asked.data.q ?? '', kind, titles }));
  });
}

/** @throws AppError `not-found` when there is no such theme or document. */
async function openCell(
  c: Context<HttpEnv>,
  themeId: string | undefined,
  documentId: string | undefined,
): Promise<OpenedCell> {
  const index = c.get('index');
  const { themes, documents } = await themesOfCorpus(index);
  const theme = themes.find(({ id }) => id === themeId);
  const document = documents.find(({ id }) => id === documentId);
  if (!theme || !document)
    throw new AppError('not-found', 'There is no such theme or document. Open one from the table of themes.');
  const { lexicon } = (await index.insight()).themes;
  const ids = theme.cells.find((cell) => cell.documentId === document.id)?.passageIds ?? [];
  const passages = await index.load(ids.filter(isPassageId));
  return {
    theme,
    document,
    passages: passages.map((passage) => ({
      passage: passageWire(passage),
      phrases: themePhrases(passage.text, theme.id, lexicon),
    })),
  };
}

function choiceOf(kind: string | undefined): 'all' | 'acronym' | 'programme' {
  return kind === 'acronym' || kind === 'programme' ? kind : 'all';
}
