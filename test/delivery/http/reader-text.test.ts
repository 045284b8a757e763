// The reader over any text: nothing lost, nothing added, and the mark exact.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderMarkdown } from '../../../web/render-markdown.ts';
import { renderText } from '../../../web/render-text.ts';
import { markup } from '../../../web/markup.ts';
import { elements, textContent } from './read-html.ts';

const pieces = fc.constantFrom(
  'word',
  'A',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '**',
  '*',
  '# ',
  '- ',
  '• ',
  '---',
  '■■',
  '\ufffd',
  '✓ ',
  '.',
  '<b>',
  '&amp;',
  '20%',
  '\r\n',
  'é',
  '😀',
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

it('has the whole text as its text content, whatever is marked', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b);
      const mark = start !== undefined && end !== undefined && start < end ? { start, end } : null;
      const html = renderText(text, [], mark).toString();
      expect(textContent(html)).toBe(text);
      const marked = elements(html, 'mark').map(textContent).join('');
      expect(marked.replaceAll(/\s/gu, '')).toBe(mark ? text.slice(mark.start, mark.end).replaceAll(/\s/gu, '') : '');
      expect(html.match(/id="quote"/gu)?.length ?? 0).toBe(marked === '' ? 0 : 1);
    }),
    { numRuns: 500 },
  );
});

it('keeps sections in their places, a heading on two lines whole, and levels without gaps', () => {
  const text = 'Before.\n\n## A long\nheading\n\nBody.\n\nInner\nMore body.\n';
  const section = { page: null, end: text.length };
  const sections = [
    { ...section, id: 'long', heading: 'A long heading', level: 2, start: 12 },
    { ...section, id: 'inner', heading: 'Inner', level: 5, start: text.indexOf('Inner') },
  ];
  const html = renderText(text, sections, null).toString();
  expect(html).toContain('<h2 id="long">A long\nheading</h2>');
  expect(html).toContain('<h3 id="inner">Inner</h3>');
  expect(html).toContain('</div>\n<p>More body.</p>');
  expect(textContent(html)).toBe(text);
});

it('joins lines that the page was too narrow for, and keeps breaks that were meant', () => {
  const full = 'A line that fills the whole width to which this little text was set';
  const html = renderText(`${full}\nAnd goes on here.\n\nShort line\nAnother short line\n`, [], null).toString();
  expect(html).toContain(`${full}\nAnd goes on`);
  expect(html).toContain('Short line<br>\nAnother');
});

it('joins a sentence that a page break cut in two', () => {
  const html = renderText('The officers will\n\n\n\nwalk the quays.', [], null).toString();
  expect(elements(html, 'p')).toHaveLength(1);
});

it('renders the Markdown of answers, and leaves all else as text', () => {
  const html = renderMarkdown(
    'One *a* **b** [1] 2 * 3 * 4\n\n- x\n\n- y\n\n1. z\n\n> q\n\n### h',
    (n) => markup`<sup>${n}</sup>`,
  ).toString();
  expect(html).toBe(
    '<p>One <em>a</em> <strong>b</strong> <sup>1</sup> 2 * 3 * 4</p>\n<ul><li>x</li>\n<li>y</li>\n</ul>\n<ol><li>z</li>\n</ol>\n<blockquote><p>q</p></blockquote>\n<h3>h</h3>\n',
  );
});
