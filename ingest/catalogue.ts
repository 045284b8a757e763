// What is known of each document beside its text: from `catalogue.json`, or as good a guess as the text allows.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { documentStatuses } from '../src/domain/document.ts';
import type { DocumentDescription, Section } from '../src/domain/document.ts';
import { AppError } from '../src/domain/errors.ts';
import { isDocumentId } from '../src/domain/ids.ts';
import type { DocumentId } from '../src/domain/ids.ts';
import { guessDescription } from './guess-description.ts';

const yearSchema = z.number().int().min(1800).max(2200);

const entrySchema = z.strictObject({
  file: z.string().regex(/^[^/\\]+$/, 'a file name without a folder'),
  title: z.string().min(1).max(200),
  shortTitle: z.string().min(1).max(80),
  nicknames: z.array(z.string().min(2).max(80)).max(50).default([]),
  years: z
    .strictObject({ from: yearSchema, to: yearSchema })
    .refine((years) => years.from <= years.to, '"from" must not be after "to"')
    .nullable()
    .default(null),
  status: z.enum(documentStatuses).default('unknown'),
  sourceNote: z.string().max(500).default(''),
});

const catalogueSchema = z.strictObject({
  organisation: z.string().min(1).max(120).optional(),
  documents: z.array(entrySchema).max(10_000),
});

type CatalogueEntry = z.infer<typeof entrySchema>;

export interface Catalogue {
  /** Whether the folder has a `catalogue.json`. */
  readonly present: boolean;
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
}

export const catalogueFile = 'catalogue.json';

/**
 * Reads the folder's catalogue; a folder without one has an empty one.
 * @throws AppError `corpus-unreadable` when there is one that is not valid, saying where.
 */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  let source: string;
  try {
    source = await readFile(join(folder, catalogueFile), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      return { present: false, entries: new Map() };
    throw new AppError('corpus-unreadable', `${catalogueFile} cannot be read. Check its permissions.`, { cause });
  }
  const parsed = catalogueSchema.safeParse(parseJson(source));
  if (!parsed.success) {
    throw new AppError('corpus-unreadable', `${catalogueFile} is not valid:\n${z.prettifyError(parsed.error)}`);
  }
  return { present: true, entries: new Map(parsed.data.documents.map((entry) => [entry.file, entry])) };
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(withoutMark(source));
  } catch (cause) {
    throw new AppError(
      'corpus-unreadable',
      `${catalogueFile} is not valid JSON: ${cause instanceof Error ? cause.message : ''}`,
      {
        cause,
      },
    );
  }
}

/** Some editors put a byte order mark before JSON, which `JSON.parse` refuses. */
export function withoutMark(source: string): string {
  return source.replace(/^\ufeff/u, '');
}

/** Document id of a file: its stem in lower case, other characters than a to z and digits as hyphens; null where none is left. */
export function findDocumentId(file: string): DocumentId | null {
  const id = file
    .replace(/\.[^.]+$/u, '')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-+|-+$/g, '');
  return isDocumentId(id) ? id : null;
}

/** @throws AppError `corpus-unreadable` when the file's name gives no id. */
export function documentIdOf(file: string): DocumentId {
  const id = findDocumentId(file);
  if (id !== null) return id;
  throw new AppError('corpus-unreadable', `"${file}" has no letter or digit in its name to make an id of. Rename it.`);
}

/** The catalogue's words on a file, or a guess from its name and its own words. */
export function describe(
  file: string,
  text: string,
  sections: readonly Section[],
  entry: CatalogueEntry | undefined,
): DocumentDescription {
  const id = documentIdOf(file);
  if (entry) {
    const { file: _, nicknames, ...rest } = entry;
    return { id, ...rest, nicknames: nicknames.map((name) => name.toLowerCase()) };
  }
  const { title, years, status } = guessDescription(file, text, sections);
  return { id, title, shortTitle: shortened(title), nicknames: [], years, status, sourceNote: '' };
}

/** Longest short title, in UTF-16 code units. */
const longestShortTitle = 80;

/** As many of its words as fit. */
function shortened(title: string): string {
  if (title.length <= longestShortTitle) return title;
  const cut = title.slice(0, longestShortTitle + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), longestShortTitle / 2)).trimEnd();
}
