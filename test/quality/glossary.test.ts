// Acronyms and named programmes of the five documents, held against what a careful reader wrote down.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acronymTwins } from '../../ingest/acronym-twins.ts';
import { findAcronyms } from '../../ingest/acronyms.ts';
import { glossaryOf } from '../../src/insight/glossary.ts';
import { normalise } from '../../src/eval/normalise.ts';
import { readDocuments } from '../insight/read-documents.ts';

const floors = { found: 0.94, expansionRight: 0.94, programmesFound: 0.75 };

const rowSchema = z.object({
  term: z.string(),
  kind: z.enum(['acronym', 'programme']),
  expansion: z.string().nullable(),
  documents: z.array(z.string()),
  half: z.enum(['tune', 'held']),
  /** Of a programme: whether it certainly is one, rather than a body, a unit or a slogan. */
  core: z.boolean().optional(),
  alsoAcceptable: z.array(z.string()).default([]),
});
type Row = z.infer<typeof rowSchema>;

const rows = readFileSync(new URL('glossary.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => rowSchema.parse(JSON.parse(line)));
const documents = readDocuments(new URL('../../corpus/', import.meta.url));
const explained = findAcronyms(documents.map(({ document }) => document));
const twins = acronymTwins(documents, explained).map((twin) => ({ ...twin, words: twin.expansion }));
const entries = glossaryOf(documents, explained, twins);

const keyOf = (term: string): string =>
  normalise(term)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<=.{3})s$/u, '');
const byKey = new Map(entries.map((entry) => [keyOf(entry.term), entry]));

function isRight(row: Row): boolean {
  const given = byKey.get(keyOf(row.term))?.expansion ?? null;
  const accepted = [row.expansion, ...row.alsoAcceptable].map((each) => (each === null ? null : normalise(each)));
  return accepted.includes(given === null ? null : normalise(given));
}

const share = (some: readonly Row[], all: readonly Row[]): number => some.length / Math.max(1, all.length);

describe.each(['tune', 'held'] as const)('the glossary, held against the %s half of what a reader found', (half) => {
  const acronyms = rows.filter((row) => row.kind === 'acronym' && row.half === half);
  const found = acronyms.filter((row) => byKey.has(keyOf(row.term)));
  const right = found.filter(isRight);
  const invented = found.filter(
    (row) => row.expansion === null && row.alsoAcceptable.length === 0 && byKey.get(keyOf(row.term))?.expansion,
  );
  const programmes = rows.filter((row) => row.kind === 'programme' && row.core === true && row.half === half);
  const named = programmes.filter((row) => byKey.has(keyOf(row.term)));

  it('finds the acronyms, expands them as the documents do, and invents nothing', () => {
    console.log(
      `${half}: acronyms found ${found.length}/${acronyms.length}, expansion right ${right.length}/${found.length}, invented ${invented.length}; programmes found ${named.length}/${programmes.length}`,
    );
    expect(acronyms.length).toBeGreaterThan(20);
    expect(share(found, acronyms)).toBeGreaterThanOrEqual(floors.found);
    expect(share(right, found)).toBeGreaterThanOrEqual(floors.expansionRight);
    expect(invented).toEqual([]);
  });

  it('finds the named programmes', () => {
    expect(share(named, programmes)).toBeGreaterThanOrEqual(floors.programmesFound);
  });

  it('names the documents that use each acronym', () => {
    const wrong = found.filter((row) => {
      const using: readonly string[] = byKey.get(keyOf(row.term))?.documents ?? [];
      return row.documents.some((id) => !using.includes(id));
    });
    expect(wrong.length).toBeLessThanOrEqual(acronyms.length * 0.06);
  });
});

describe('every entry', () => {
  const textOf = (id: string): string => documents.find(({ document }) => document.id === id)?.document.text ?? '';

  it('stands in the document at its span, and its expansion beside it, word for word', () => {
    for (const { term, expansion, byInitials, documentId, quote, firstUsed } of entries) {
      const words = textOf(documentId)
        .slice(quote.start, quote.end)
        .replaceAll(/[\s*_]+/gu, ' ');
      expect(words).not.toBe('');
      if (expansion !== null) expect(words).toContain(expansion);
      // Where no document joins the letters with the words, the letters stand elsewhere.
      if (!byInitials) expect(keyOf(words)).toContain(keyOf(term.replace(/^Operation /u, '')).slice(0, -1));
      const first = textOf(firstUsed.documentId).slice(firstUsed.start, firstUsed.end);
      expect(keyOf(first)).toContain(keyOf(term.replace(/^Operation /u, '')).slice(0, -1));
    }
  });

  it('is of a term of its own', () => {
    expect(byKey.size).toBe(entries.length);
  });
});
