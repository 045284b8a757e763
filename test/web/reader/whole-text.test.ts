// The reader shows the whole of a document, to the letter and in order, and marks exactly what it is told to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../web/reader/layout.ts';
import type { Layout } from '../../../web/reader/layout.ts';
import { renderLayout } from '../../../web/reader/render-parts.ts';
import { attributes, elements, textContent } from '../../delivery/http/read-html.ts';
import { readCorpora, readDocument } from './read-document.ts';

const documents = readCorpora().map((read) => ({ ...read, layout: layOut(read) }));

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

/** What is seen: without what is kept but hidden. */
function visible(html: string): string {
  return textContent(html.replaceAll(/<span hidden>.*?<\/span>|<tr hidden>.*?<\/tr>/gsu, ''));
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function marked(layout: Layout, start: number, end: number): string {
  const html = renderLayout(layout, [{ start, end, id: 'quote', look: null }]).toString();
  expect(html.match(/id="quote"/gu) ?? []).toHaveLength(1);
  return elements(html, 'mark').map(textContent).join('');
}

describe.each(documents)('$file', ({ text, sections, passages, layout }) => {
  const html = renderLayout(layout, []).toString();

  it('has the text as its text content, and every letter of it is seen', () => {
    expect(textContent(html)).toBe(text);
    expect(letters(visible(html))).toBe(letters(text));
  });

  it('gives each section the id that its address names, once', () => {
    expect(attributes(html, 'id').toSorted()).toEqual(sections.map(({ id }) => id).toSorted());
    const listed = layout.contents.map(({ id }) => id);
    expect(sections.map(({ id }) => id)).toEqual(expect.arrayContaining(listed));
  });

  it('marks each sentence that can be quoted, and nothing else', () => {
    const sentences = passages.flatMap((passage) => passage.sentences).filter((_, index) => index % 9 === 0);
    expect(sentences.length).toBeGreaterThan(2);
    for (const { start, end } of sentences) {
      expect(withoutSpace(marked(layout, start, end))).toBe(withoutSpace(text.slice(start, end)));
    }
  });

  it('marks any span, wherever it begins and ends', () => {
    const offsets = fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 900 }));
    fc.assert(
      fc.property(offsets, ([start, length]) => {
        const span = { start, end: Math.min(text.length, start + length) };
        fc.pre(withoutSpace(text.slice(span.start, span.end)) !== '');
        expect(withoutSpace(marked(layout, span.start, span.end))).toBe(withoutSpace(text.slice(span.start, span.end)));
      }),
      { numRuns: 25 },
    );
  });
});

const pieces = fc.oneof(
  fc.constantFrom(
    '# Aims\n',
    'A\n',
    'We will walk the quays at dusk.',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '- ',
    ' - ',
    '• ',
    '✓ ',
    '**',
    '*',
  ),
  fc.constantFrom(
    '70%\nof all boats',
    'Year\tBoats\n',
    '\tOne\t\n',
    '| a | b |\n',
    '|---|---|\n',
    '---\n',
    'LILY\nWHITE',
  ),
  fc.constantFrom('Tolls\nBoats\n', 'well-\nkept', '■■ \ufffd', 'What you will see\n', 'Trust:', '[1] Source, 2020'),
  fc.constantFrom('<b>', '&amp;', '\r\n', '\0', '😀'),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

it('holds of any text, read as ingest reads it', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
      const layout = layOut(readDocument('any.txt', text));
      const html = renderLayout(layout, []).toString();
      const shown = layout.text.replaceAll('\0', '\ufffd');
      expect(textContent(html)).toBe(shown);
      expect(letters(visible(html))).toBe(letters(shown));
      const [start = 0, end = 0] = [one, other].map((at) => at % (shown.length + 1)).toSorted((a, b) => a - b);
      fc.pre(withoutSpace(shown.slice(start, end)) !== '');
      expect(withoutSpace(marked(layout, start, end))).toBe(withoutSpace(shown.slice(start, end)));
    }),
    { numRuns: 400 },
  );
});
