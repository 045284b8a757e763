import { describe, expect, it } from 'vitest';
import { limitLines } from '../../../src/answer/quote/limit-lines.ts';
import { point, quote, textOf, words } from '../../../src/answer/quote/quotation.ts';
import type { Paragraph, Quotation } from '../../../src/answer/quote/quotation.ts';
import type { DocumentId, PassageId } from '../../../src/domain/ids.ts';

const text =
  'Our aims: Fewer leaks Cleaner rivers We repaired a third of all mains within five years, and will repair the rest by the end.';

function quoted(part: string): Quotation {
  const start = text.indexOf(part);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ids are plain strings within.
  const [id, documentId] = ['p1' as PassageId, 'd1' as DocumentId];
  const passage = {
    id,
    documentId,
    sectionId: null,
    section: [],
    page: null,
    text,
    sentences: [],
    start: 0,
    end: text.length,
  };
  return { passage, start, end: start + part.length };
}

const written = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.map((each) =>
    each.map((piece) => (piece.kind === 'words' ? piece.text : textOf(piece.quotation))).join(''),
  );

const list = [[quote(quoted('Our aims:'))], point(quoted('Fewer leaks')), point(quoted('Cleaner rivers'))];
const more = [[words('It also says:')], point(quoted('We repaired a third of all mains within five years'))];

describe('lines of an answer', () => {
  it('stay as they are where no length is asked for, or they fit', () => {
    expect(limitLines(list, null)).toBe(list);
    expect(limitLines(list, 3)).toBe(list);
  });

  it('put a list in the line that names it', () => {
    expect(written(limitLines([...list, ...more], 2))).toEqual([
      'Our aims: Fewer leaks; Cleaner rivers',
      'It also says:',
      '- We repaired a third of all mains within five years',
    ]);
    expect(written(limitLines([...list, ...more], 1))).toEqual(['Our aims: Fewer leaks; Cleaner rivers']);
  });

  it('end with the last that fits where they are points', () => {
    expect(written(limitLines(list.slice(1), 1))).toEqual(['- Fewer leaks']);
  });
});
