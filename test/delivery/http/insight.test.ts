// Themes, stated aims and glossary, over the interface for programs and as pages.
import { beforeAll, describe, expect, it } from 'vitest';
import { documentDetailSchema } from '../../../src/contract/documents.ts';
import { glossarySchema, themesSchema } from '../../../src/contract/insight.ts';
import type { ThemesWire } from '../../../src/contract/insight.ts';
import { checkedRequest } from './checked-request.ts';
import { harbourApp } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';
import { attributes, elements, textContent } from './read-html.ts';

let made: MadeUpApp;
let themes: ThemesWire;
beforeAll(async () => {
  made = await harbourApp();
  themes = themesSchema.parse((await checkedRequest(made, '/api/themes')).body);
});

async function page(address: string, status = 200): Promise<string> {
  const response = await made.app.request(address, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(status);
  return response.text();
}

const textOf = async (id: string): Promise<string> =>
  documentDetailSchema.parse(await (await made.app.request(`/api/documents/${id}`)).json()).text;

describe('GET /api/themes', () => {
  it('has a cell for each theme and document, with the passages that speak of it', async () => {
    expect(themes.themes.length).toBeGreaterThan(0);
    const known = await Promise.all(themes.documents.map(async ({ id }) => textOf(id)));
    expect(known.every((text) => text.length > 0)).toBe(true);
    for (const { cells } of themes.themes) {
      expect(cells.map(({ documentId }) => documentId)).toEqual(themes.documents.map(({ id }) => id));
      for (const { count, per1000Words, passageIds } of cells) {
        expect(passageIds.length).toBeLessThanOrEqual(count);
        expect(passageIds.length > 0).toBe(count > 0);
        expect(per1000Words > 0).toBe(count > 0);
      }
    }
  });

  it('gives rates of the words that the documents have', () => {
    for (const { cells } of themes.themes)
      for (const { documentId, count, per1000Words } of cells) {
        const words = themes.documents.find(({ id }) => id === documentId)?.words ?? 0;
        expect(Math.abs(per1000Words - (count * 1000) / words)).toBeLessThanOrEqual(0.005);
      }
  });

  it('quotes what a document states at its span', async () => {
    const text = '# Aims\n\nOur mission is to keep the harbour open.\n';
    const strategy = {
      id: '2030-aims',
      title: 'Aims',
      years: { from: 2030, to: 2031 },
      status: 'published' as const,
      text,
    };
    const aims = await harbourApp({}, [strategy]);
    const { documents } = themesSchema.parse((await checkedRequest(aims, '/api/themes')).body);
    const items = [{ text: 'Our mission is to keep the harbour open.', start: 8, end: 48 }];
    expect(documents[0]?.stated).toEqual([{ heading: 'Our mission', kind: 'mission', items }]);
    expect(text.slice(8, 48)).toBe(items[0]?.text);
    const html = await (await aims.app.request('/priorities')).text();
    expect(html).toContain('href="/documents/2030-aims?start=8&amp;end=48#quote"');
  });
});

describe('GET /api/glossary', () => {
  const entriesFor = async (query: string) =>
    glossarySchema.parse((await checkedRequest(made, `/api/glossary${query}`)).body).entries;

  it('gives each term with its words and its place', async () => {
    const entry = (await entriesFor('')).find(({ term }) => term === 'HWT');
    expect(entry).toMatchObject({ kind: 'acronym', expansion: 'Harbour Watch Teams' });
    for (const { documentId, quote, start, end } of await entriesFor(''))
      expect((await textOf(documentId)).slice(start, end)).toBe(quote);
  });

  it.each([
    ['?q=hwt', true],
    ['?q=watch%20teams', true],
    ['?q=nothing-of-the-kind', false],
  ])('filters by term and expansion (%s)', async (query, isFound) => {
    expect((await entriesFor(query)).some(({ term }) => term === 'HWT')).toBe(isFound);
  });

  it('refuses a filter that is too long', async () => {
    expect((await checkedRequest(made, `/api/glossary?q=${'a'.repeat(201)}`)).status).toBe(400);
  });
});

describe('/priorities', () => {
  it('has a chart and a row for each theme, and says that words are no effort', async () => {
    const html = await page('/priorities');
    expect(elements(html, 'h1')).toHaveLength(1);
    expect(elements(html, 'svg')).toHaveLength(themes.themes.length);
    expect(html.match(/<th scope="row">/gu)).toHaveLength(themes.themes.length);
    expect(textContent(html)).toContain('Counts are of words, not of effort.');
    expect(html).not.toMatch(/<script|\son\w+=|style=|https?:\/\//u);
  });

  it('opens the passages of every cell that has any, marked where they speak of the theme', async () => {
    const links = attributes(await page('/priorities'), 'href').filter((href) => href.startsWith('/priorities?'));
    const cells = themes.themes.flatMap(({ cells: own }) => own.filter(({ count }) => count > 0));
    expect(links).toHaveLength(cells.length);
    for (const [index, link] of links.entries()) {
      const html = await page(link);
      expect(elements(html, 'li').filter((item) => item.includes('<blockquote>'))).toHaveLength(
        cells[index]?.passageIds.length ?? 0,
      );
      expect(html).toContain('<mark');
      expect(html).toMatch(/href="\/documents\/[^"]+\?start=\d+&amp;end=\d+#quote"/u);
    }
  });

  it.each(['?theme=none&document=2008-2011-harbour-plan', '?theme=none', '?document=%00'])(
    'knows no page of a theme or document that is not there (%s)',
    async (query) => {
      await page(`/priorities${query}`, 404);
    },
  );
});

describe('/glossary', () => {
  it('lists the terms with anchors, and a filter that works without a script', async () => {
    const html = await page('/glossary');
    expect(attributes(html, 'id')).toContain('term_hwt');
    expect(html).toMatch(/<label for="glossary_q">Find a term<\/label>/u);
    expect(textContent(html)).toContain('Harbour Watch Teams');
  });

  it('escapes what was asked for, and says where nothing was found', async () => {
    const html = await page(`/glossary?q=${encodeURIComponent('<b>"x"')}`);
    expect(html).not.toContain('<b>');
    expect(textContent(html)).toContain('No term found for “<b>"x"”.');
  });

  it('shows one kind alone', async () => {
    expect(attributes(await page('/glossary?kind=programme'), 'id')).not.toContain('term_hwt');
  });
});
