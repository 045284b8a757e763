import { beforeAll, describe, expect, it } from 'vitest';
import { answerSchema } from '../../../src/contract/answer.ts';
import { renderHome } from '../../../web/render-home.ts';
import { dredging, harbourApp, harbourStrategies } from './made-up-strategies.ts';
import type { MadeUpApp } from './made-up-strategies.ts';
import { attributes, elements, textContent } from './read-html.ts';

let made: MadeUpApp;
beforeAll(async () => {
  made = await harbourApp();
});

async function page(address: string, status = 200): Promise<string> {
  const response = await made.app.request(address, { headers: { accept: 'text/html' } });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/iu);
  return response.text();
}

const question = 'When will you dredge the eastern basin before the herring season begins?';
const addresses = [
  '/',
  `/?q=${encodeURIComponent(question)}`,
  '/documents',
  '/documents/2008-2011-harbour-plan',
  '/documents/2024-2027-open-water',
  '/priorities',
  '/priorities?theme=dredging&document=2008-2011-harbour-plan',
  '/glossary',
  '/help',
  '/accessibility',
  '/api/docs',
];

it.each(addresses)(
  '%s has one main, one h1, a skip link first, help, and nothing inline or foreign',
  async (address) => {
    const html = await page(address);
    expect(elements(html, 'main')).toHaveLength(1);
    expect(elements(html, 'h1')).toHaveLength(1);
    expect(attributes(html.slice(html.indexOf('<body')), 'href')[0]).toBe('#main_content');
    expect(html).toContain('<html lang="en-GB">');
    expect(attributes(html, 'href')).toContain('/help');
    expect(html).not.toMatch(/<script(?! type="module" src="\/assets\/)|\son\w+=|style=|https?:\/\//u);
    const ids = attributes(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const anchor of attributes(html, 'href').filter((href) => href.startsWith('#')))
      expect(ids).toContain(anchor.slice(1));
    for (const described of [...attributes(html, 'aria-describedby'), ...attributes(html, 'aria-labelledby')])
      expect(ids).toContain(described);
  },
);

it('pages have titles of their own', async () => {
  const titles = await Promise.all(addresses.map(async (address) => elements(await page(address), 'title')[0]));
  expect(new Set(titles).size).toBe(addresses.length);
});

describe('the first page', () => {
  it('has the question, the button and examples that work', async () => {
    const html = await page('/');
    expect(html).toMatch(/<label for="ask_question">Your question<\/label>/u);
    expect(html).toMatch(/<input type="text" id="ask_question" name="q"/u);
    expect(html).toMatch(/<button type="submit">Ask<\/button>/u);
    const examples = attributes(html, 'href').filter((href) => href.startsWith('/?q='));
    expect(examples).toHaveLength(4);
    expect(examples[0]).toBe(`/?q=${encodeURIComponent('What does HWT stand for?')}`);
    for (const example of examples) await page(example);
  });

  it('answers at once, with each source, its years, status, place and permalink', async () => {
    const html = await page(`/?q=${encodeURIComponent(question)}`);
    const text = textContent(html);
    expect(text).toContain('Source 1: Harbour Plan 2008–2011');
    expect(text).toContain('2008–2011 · Draft');
    expect(text).toContain('Moorings › page 1');
    expect(elements(html, 'blockquote').map(textContent).join(' ')).toContain(dredging);
    expect(attributes(html, 'aria-label')).toContain('Source 1: Harbour Plan 2008–2011');
    const start = harbourStrategies[0]?.text.indexOf(dredging) ?? -1;
    expect(attributes(html, 'href')).toContain(
      `/documents/2008-2011-harbour-plan?start=${start}&end=${start + dredging.length}#quote`,
    );
    expect(elements(html, 'aside').map(textContent).join(' ')).toMatch(/Draft\./u);
  });

  it('offers the nearest passages where the documents do not answer', () => {
    const documentId = '2024-2027-open-water';
    const nearest = { passageId: 'p-0', documentId, section: ['Clean water'], start: 15, end: 40, text: 'A reed bed.' };
    const answer = {
      conversationId: 'c',
      messageId: 'm',
      status: 'not_found',
      abstained: true,
      intent: 'other',
      answer: 'The documents do not say.',
      citations: [],
      notices: [],
      suggestions: [],
      related: [nearest],
      generation: 'g',
      timings: {},
    };
    const titles = new Map([[documentId, 'Open Water 2024–2027']]);
    const html = renderHome({ kind: 'answered', question: 'Who?', answer: answerSchema.parse(answer), titles });
    expect(elements(html, 'h3').map(textContent)).toEqual(['Nearest passages']);
    expect(elements(html, 'h4').map(textContent)).toEqual(['Open Water 2024–2027']);
    expect(attributes(html, 'href')).toContain(`/documents/${documentId}?start=15&end=40#quote`);
    expect(textContent(html)).not.toContain('Source 1');
  });

  it.each([
    ['', 'Type a question.'],
    ['%20%20', 'Type a question.'],
    ['a'.repeat(2001), 'A question has at most 2,000 characters'],
  ])('keeps what was typed and says why it cannot be asked: %s', async (typed, why) => {
    const html = await page(`/?q=${typed}`, 400);
    expect(textContent(html)).toContain(why);
    expect(attributes(html, 'value')).toEqual([decodeURIComponent(typed)]);
  });
});

describe('H4: a link to a question asks nothing', () => {
  it.each([
    ['as an image of another site', { 'sec-fetch-dest': 'image', 'sec-fetch-site': 'cross-site' }],
    ['as a frame of another site', { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' }],
    ['from a script of another site', { origin: 'http://evil.example' }],
    ['behind a link of another site', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' }],
    ['behind a link of a neighbouring site', { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-site' }],
    ['from an old browser that tells the page alone', { referer: 'http://evil.example/' }],
    ['from another port', { referer: 'http://localhost:81/' }],
    ['from a page that is none', { referer: 'about:blank' }],
  ])('%s', async (_what, headers) => {
    await expectOffered('localhost', headers);
  });

  it.each([
    ['that says nothing of where it comes from', {}],
    ['that another page led to', { referer: 'http://evil.example/?http://bluelamp.example/' }],
    ['whose page is ours in part of its name', { referer: 'http://bluelamp.example.evil.example/' }],
  ])('over plain HTTP under another name than a loopback one, %s', async (_what, headers) => {
    await expectOffered('bluelamp.example', headers);
  });

  it.each([
    ['that our own page led to', { referer: 'http://bluelamp.example/help' }],
    ['that the browser says is ours', { 'sec-fetch-site': 'same-origin' }],
    ['that was typed, as the browser says', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }],
  ])('but for one under another name than a loopback one %s', async (_what, headers) => {
    const html = await (await follow('bluelamp.example', headers)).text();
    expect(html).toContain('Source 1: ');
  });
});

/** What a browser is shown that follows a link to the question, with these headers, to this name of ours. */
async function follow(host: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  return made.app.request(`http://${host}/?q=${encodeURIComponent(question)}`, { headers: { host, ...headers } });
}

async function expectOffered(host: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const response = await follow(host, headers);
  const html = await response.text();
  expect(html).not.toContain('Source 1: ');
  expect(attributes(html, 'value')).toEqual([question]);
  expect(response.status).toBe(200);
}

describe('the reader', () => {
  it('holds the document to the letter', async () => {
    for (const { id, text } of harbourStrategies) {
      const html = await page(`/documents/${id}`);
      expect(textContent(elements(html, 'article')[0] ?? '')).toBe(text);
    }
  });

  it('joins wrapped lines, lists bullets, keeps rows and draws headings that the contents lead to', async () => {
    const html = await page('/documents/2008-2011-harbour-plan');
    expect(html).toContain('<h2 id="moorings-0">Moorings</h2>');
    expect(attributes(html, 'href')).toContain('#tolls-1');
    expect(html).toContain('cutters ready\nthrough each winter night.</p>');
    expect(html).toMatch(/<ul><li><span hidden>• <\/span>Barges pay nine crowns a day\.<\/li>\n<li>/u);
    expect(await page('/documents/2015-2019-tidewater-strategy')).toContain(
      '<tr><th scope="col">Year</th>\t<th scope="col">Apprentices</th></tr>\n<tr><td>2016</td>\t<td>12</td></tr>',
    );
    expect(await page('/documents/2024-2027-open-water')).toContain('<strong>new</strong>');
  });

  it('marks exactly the span asked for', async () => {
    const text = harbourStrategies[2]?.text ?? '';
    const start = text.indexOf('the *old*');
    const html = await page(`/documents/2024-2027-open-water?start=${start}&end=${start + 24}`);
    expect(html).toContain('<mark id="quote">');
    expect(elements(html, 'mark').map(textContent)).toEqual([text.slice(start, start + 24)]);
    expect(textContent(elements(html, 'article')[0] ?? '')).toBe(text);
  });

  it('says what to bear in mind of a document, and which later one there is', async () => {
    const standing = async (id: string): Promise<string> => {
      const asides = elements(await page(`/documents/${id}`), 'aside').map(textContent);
      return asides.join(' ').replaceAll(/\s+/gu, ' ').trim();
    };
    const later = 'There is a later document: Open Water 2024–2027.';
    expect(await standing('2008-2011-harbour-plan')).toBe(
      `This is a draft. What was decided in the end may differ from it. ${later}`,
    );
    expect(await standing('2015-2019-tidewater-strategy')).toBe(later);
    expect(await standing('2024-2027-open-water')).toBe('This was published for consultation. It may still change.');
  });

  it('marks what is looked for, counts it, and leads from one place to the next', async () => {
    const html = await page('/documents/2008-2011-harbour-plan?find=CROWNS%20a%20day&hit=1');
    expect(elements(html, 'mark').map(textContent)).toEqual(['crowns a day', 'crowns a day']);
    expect(html).toContain('<mark id="hit_1" class="hit current">');
    expect(html).toContain('<mark id="hit_2" class="hit">');
    expect(textContent(html)).toContain('2 places in this document.');
    expect(textContent(html)).toContain('“CROWNS a day”: 1 of 2');
    const next = '/documents/2008-2011-harbour-plan?find=CROWNS%20a%20day&hit=2#hit_2';
    expect(attributes(elements(html, 'nav').at(-2) ?? '', 'href')).toEqual([next, '/documents/2008-2011-harbour-plan']);
    expect(elements(html, 'title')).toEqual(['“CROWNS a day” in Harbour Plan 2008–2011 – Bluelamp']);
    expect(textContent(elements(html, 'article')[0] ?? '')).toBe(harbourStrategies[0]?.text);
  });

  it('looks for nothing where nothing was typed, and for nothing overlong', async () => {
    expect(await page('/documents/2024-2027-open-water?find=%20')).not.toContain('<mark');
    expect(await page('/documents/2024-2027-open-water?find=reed&hit=9')).toContain('<mark id="hit_1" class="hit">');
    const refused = await page(`/documents/2024-2027-open-water?find=${'a'.repeat(201)}`, 400);
    expect(textContent(refused)).toContain('may have at most 200 characters');
  });

  it('marks the quotation where it meets what is looked for', async () => {
    const text = harbourStrategies[2]?.text ?? '';
    const start = text.indexOf('reed bed');
    const html = await page(`/documents/2024-2027-open-water?find=e&start=${start}&end=${start + 8}`);
    const marks = [...html.matchAll(/<mark[^>]*>/gu)].map(([tag]) => tag);
    expect(marks).toContain('<mark id="quote">');
    const hits = text.match(/e/giu)?.length ?? 0;
    expect(marks).toHaveLength(1 + hits - 3);
  });

  it.each([
    ['start=5'],
    ['end=5'],
    ['start=5&end=5'],
    ['start=6&end=5'],
    ['start=-1&end=5'],
    ['start=0&end=99999'],
    ['start=a&end=b'],
    ['start=1.5&end=3'],
    ['start=&end='],
    ['start=1e1&end=20'],
    ['start=9007199254740993&end=9007199254740995'],
  ])('refuses %s', async (span) => {
    expect(textContent(await page(`/documents/2024-2027-open-water?${span}`, 400))).toContain(
      'must mark a part of the document',
    );
  });
});

it('the style sheet and the icon are served as what they are', async () => {
  const sheet = await made.app.request('/assets/styles.css');
  const icon = await made.app.request('/assets/lamp.svg');
  expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(icon.headers.get('content-type')).toBe('image/svg+xml');
  expect(await sheet.text()).not.toMatch(/url\(|@import|https?:/u);
});

it('everything that the header and the footer link to is there, and the page itself is marked', async () => {
  const home = await page('/');
  const linked = [...elements(home, 'nav')].flatMap((nav) => attributes(nav, 'href'));
  expect(linked).toEqual(expect.arrayContaining(['/', '/documents', '/help', '/accessibility']));
  for (const address of linked) {
    const frame = (await page(address)).replace(/<main.*<\/main>/su, '');
    const marked = [...frame.matchAll(/href="([^"]*)" aria-current="page"/gu)].map(([, href]) => href);
    expect([...new Set(marked)]).toEqual([address]);
  }
});
