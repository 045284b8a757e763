// Documents of a folder as ingest reads them, without vectors.
import { readdirSync, readFileSync } from 'node:fs';
import { documentIdOf } from '../../ingest/catalogue.ts';
import type { SurveyedDocument } from '../../src/insight/sentences-of.ts';
import { readText } from '../ingest/read-text.ts';

export function readDocument(text: string, file = 'plan.txt'): SurveyedDocument {
  const { sections, passages } = readText(text, file);
  const description = {
    title: file,
    shortTitle: file,
    nicknames: [],
    years: null,
    status: 'unknown',
    sourceNote: '',
  } as const;
  return { document: { id: documentIdOf(file), ...description, text, sections }, passages };
}

export function readDocuments(folder: URL): SurveyedDocument[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|md)$/u.test(file))
    .toSorted()
    .map((file) => readDocument(readFileSync(new URL(file, folder), 'utf8').replace(/^\ufeff/u, ''), file));
}
