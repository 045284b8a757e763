// The themes that stand beside the documents, where there are any.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, systemCodeOf } from '../src/domain/errors.ts';
import { themeLexiconSchema } from '../src/domain/theme-lexicon.ts';
import type { ThemeLexicon } from '../src/domain/theme-lexicon.ts';
import { withoutMark } from './catalogue.ts';

export const themesFile = 'themes.json';

/**
 * Reads `themes.json` of the folder; null where there is none.
 * @throws AppError `corpus-unreadable` when there is one that is not valid, naming what to mend.
 */
export async function readThemeLexicon(folder: string): Promise<ThemeLexicon | null> {
  let source: string;
  try {
    source = await readFile(join(folder, themesFile), 'utf8');
  } catch (cause) {
    if (systemCodeOf(cause) === 'ENOENT') return null;
    throw new AppError('corpus-unreadable', `${themesFile} cannot be read. Check its permissions.`, { cause });
  }
  const parsed = givenSchema.safeParse(parseJson(source));
  if (!parsed.success) {
    throw new AppError('corpus-unreadable', `${themesFile} is not valid:\n${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

const givenSchema = themeLexiconSchema.refine(
  ({ themes }) => themes.length > 0,
  'it names no themes; add some, or remove the file to have them derived from the documents',
);

function parseJson(source: string): unknown {
  try {
    return JSON.parse(withoutMark(source));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : '';
    throw new AppError('corpus-unreadable', `${themesFile} is not valid JSON: ${detail}`, { cause });
  }
}
