// What counts as new, gone, risen and fallen.
import { describe, expect, it } from 'vitest';
import { documentIdOf } from '../../ingest/catalogue.ts';
import { fewestWords, themeChanges } from '../../src/insight/theme-changes.ts';

const documentOf = (name: string, counts: Readonly<Record<string, number>>, words = 10_000) => ({
  documentId: documentIdOf(`${name}.txt`),
  words,
  rates: Object.entries(counts).map(([themeId, count]) => ({ themeId, count, per1000Words: (count * 1000) / words })),
});
const kindsOf = (...documents: ReturnType<typeof documentOf>[]): string[] =>
  themeChanges(documents).map(
    ({ themeId, kind, fromDocumentId, toDocumentId }) => `${themeId} ${kind} ${fromDocumentId} ${toDocumentId}`,
  );

describe('theme changes', () => {
  it('tell what is named in the one and not found in the other, however seldom', () => {
    expect(kindsOf(documentOf('a', { x: 0, y: 1, z: 0 }), documentOf('b', { x: 2, y: 0, z: 0 }))).toEqual([
      'x new a b',
      'y gone a b',
    ]);
  });

  it('tell what has risen or fallen by half, the largest first', () => {
    expect(kindsOf(documentOf('a', { x: 10, y: 60, z: 10 }), documentOf('b', { x: 15, y: 20, z: 14 }))).toEqual([
      'y fallen a b',
      'x risen a b',
    ]);
  });

  it('leave alone what stands on two or three mentions', () => {
    expect(kindsOf(documentOf('a', { x: 1 }), documentOf('b', { x: 4 }))).toEqual([]);
  });

  it('pass over a document of few words, and compare those on either side of it', () => {
    const short = documentOf('b', { x: 5 }, fewestWords - 1);
    expect(kindsOf(documentOf('a', { x: 10 }), short, documentOf('c', { x: 30 }))).toEqual(['x risen a c']);
  });

  it('are none of one document or of none', () => {
    expect(kindsOf(documentOf('a', { x: 10 }))).toEqual([]);
    expect(kindsOf()).toEqual([]);
  });
});
