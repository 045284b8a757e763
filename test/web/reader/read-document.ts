// Documents as ingest reads them, without an index.
import { readdirSync, readFileSync } from 'node:fs';
import { documentIdOf, withoutMark } from '../../../ingest/catalogue.ts';
import { packPassages } from '../../../ingest/passages.ts';
import { readStructure } from '../../../ingest/structure.ts';
import type { LaidOutText } from '../../../web/reader/layout.ts';

export function readDocument(file: string, source: string): LaidOutText {
  const text = withoutMark(source);
  const structure = readStructure(text);
  return { text, sections: structure.sections, passages: packPassages(documentIdOf(file), text, structure) };
}

export interface ReadFile extends LaidOutText {
  readonly file: string;
}

/** The project's own documents and those of the second corpus. */
export function readCorpora(): ReadFile[] {
  return ['../../../corpus/', '../../fixtures/second-corpus/'].flatMap((folder) => {
    const url = new URL(folder, import.meta.url);
    const files = readdirSync(url).filter((name) => /\.(?:txt|md)$/u.test(name));
    return files.map((file) => ({ file, ...readDocument(file, readFileSync(new URL(file, url), 'utf8')) }));
  });
}
