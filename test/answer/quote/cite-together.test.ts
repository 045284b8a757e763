// Which quotations of an answer share a source.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeTogether } from '../../../src/answer/quote/cite-together.ts';
import { citedFor, quotationsOf, quote, words } from '../../../src/answer/quote/quotation.ts';
import type { Paragraph, Quotation } from '../../../src/answer/quote/quotation.ts';
import type { Passage } from '../../../src/domain/passage.ts';
import { toDocumentId, toPassageId } from '../../index/made-up-corpus.ts';

const text = 'Our aims are: fewer leaks; cleaner rivers; fair bills; more meters. '.repeat(40);

function passageAt(start: number): Passage {
  return {
    id: toPassageId(`p-${String(start).padStart(16, '0')}`),
    documentId: toDocumentId('plan'),
    sectionId: null,
    section: [],
    page: null,
    text,
    start,
    end: start + text.length,
    sentences: [],
  };
}
const [near, far] = [passageAt(0), passageAt(10_000)];

function at(passage: Passage, from: number, length: number): Quotation {
  return { passage, start: passage.start + from, end: passage.start + from + length };
}
const point = (quotation: Quotation): Paragraph => [words('- '), quote(quotation)];

describe('quotations that are cited together', () => {
  it('are those of one list in one passage, its lead among them', () => {
    const list = [[quote(at(near, 0, 13))], point(at(near, 14, 11)), point(at(near, 27, 14)), point(at(near, 43, 10))];
    expect(quotationsOf(citeTogether(list))).toEqual([at(near, 0, 53)]);
  });

  it.each<[string, Paragraph[]]>([
    ['of two passages', [[quote(at(near, 0, 13))], point(at(far, 0, 13)), point(at(near, 27, 14))]],
    ['that go back in the text', [point(at(near, 43, 10)), point(at(near, 27, 14)), point(at(near, 14, 11))]],
    ['far from each other', [point(at(near, 0, 13)), point(at(near, 900, 13)), point(at(near, 1800, 13))]],
    ['that are but two', [[quote(at(near, 0, 13))], point(at(near, 14, 11))]],
    ['of paragraphs', [[quote(at(near, 0, 13))], [quote(at(near, 14, 11))], [quote(at(near, 27, 14))]]],
  ])('are never those %s', (_, paragraphs) => {
    expect(citeTogether(paragraphs)).toEqual(paragraphs);
  });

  it('always stand in what is cited for them, and none is lost', () => {
    const quotation = fc
      .tuple(fc.constantFrom(near, far), fc.nat(2000), fc.integer({ min: 1, max: 200 }))
      .map(([passage, from, length]) => at(passage, from, length));
    const paragraph = fc.oneof(quotation.map(point), fc.array(quotation.map(quote), { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs) => {
        const shown = citeTogether(paragraphs).flat();
        expect(shown.map((piece) => (piece.kind === 'quote' ? piece.quotation : piece.text))).toEqual(
          paragraphs.flat().map((piece) => (piece.kind === 'quote' ? piece.quotation : piece.text)),
        );
        for (const piece of shown) {
          if (piece.kind === 'words') continue;
          const cited = citedFor(piece);
          expect(cited.passage).toBe(piece.quotation.passage);
          expect(cited.start).toBeLessThanOrEqual(piece.quotation.start);
          expect(cited.end).toBeGreaterThanOrEqual(piece.quotation.end);
        }
      }),
    );
  });
});
