// <bluelamp-chat> on a page of another site.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createTokenCheck } from '../../src/admission/access-tokens.ts';
import { listen } from '../../src/delivery/http/listen.ts';
import { dredging, harbourApp, harbourStrategies } from '../delivery/http/made-up-strategies.ts';
import type { MadeUpApp, Replaced } from '../delivery/http/made-up-strategies.ts';
import { launchChromium, openPage } from './browser.ts';

const question = 'When will you dredge the eastern basin before the herring season begins?';
const hostile = {
  id: '2030-2031-tide-tables',
  title: 'Tide <b>Tables</b> 2030–2031',
  years: { from: 2030, to: 2031 },
  status: 'published' as const,
  text: '# <img src=x onerror=alert(1)>\n\nThe <script>alert(2)</script> lanterns of **every** jetty are counted at midnight.\n',
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

interface Intranet extends MadeUpApp {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Address of the service. */
  readonly url: string;
}

/** A page of another site, with the component in it, and the service that it asks. */
async function intranet(attributes = '', replaced: Replaced = {}, isAllowed = true): Promise<Intranet> {
  let html = '';
  const site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const allowedOrigins = isAllowed ? [origin] : ['https://elsewhere.example'];
  const made = await harbourApp({ allowedOrigins, ...replaced }, [...harbourStrategies, hostile]);
  const service = await listen(made.app, { host: '127.0.0.1', port: 0 });
  html = `<!doctype html><html lang="en"><head><title>Intranet</title><meta http-equiv="content-security-policy" content="style-src 'self'">
    <link rel="icon" href="data:,"><script defer src="${service.url}/embed.js"></script></head>
    <body><main><h1>Intranet</h1><h2>Strategies</h2><bluelamp-chat ${attributes}></bluelamp-chat></main></body></html>`;
  const expected = /status of 4\d\d|CORS policy|ERR_FAILED/u;
  const { page, faults, close } = await openPage(browser, { expected });
  onTestFinished(async () => {
    await close();
    site.close();
    await service.close();
  });
  await page.goto(origin);
  return { ...made, page, faults, url: service.url };
}

async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your question' }).fill(text);
  await page.getByRole('button', { name: 'Ask' }).click();
}

it('asks, quotes, and links to the marked place in the document', async () => {
  const { page, faults, url } = await intranet();
  await ask(page, question);
  const log = page
    .getByRole('region', { name: 'Ask the strategy documents' })
    .getByRole('log', { name: 'Conversation' });
  await log.getByText(dredging).first().waitFor();
  const source = log.getByRole('link', { name: 'Source 1: Harbour Plan 2008–2011' });
  const start = harbourStrategies[0]?.text.indexOf(dredging) ?? -1;
  const places = await source.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(new Set(places)).toEqual(
    new Set([`${url}/documents/2008-2011-harbour-plan?start=${start}&end=${start + dredging.length}#quote`]),
  );
  expect(await log.getByText('Note: Harbour Plan 2008–2011 is a draft.').count()).toBe(1);
  expect(await page.getByRole('textbox').inputValue()).toBe('');
  expect(faults).toEqual([]);
});

it('goes on with its conversation until another is begun', async () => {
  const { page, store } = await intranet();
  await ask(page, question);
  await page.getByRole('article').first().waitFor();
  await ask(page, 'And what of the pilots?');
  await page.getByRole('article').nth(1).waitFor();
  const asks = async () => (await store.eventsAfter(0, 100)).filter(({ action }) => action === 'ask');
  expect(await asks()).toHaveLength(2);
  await page.getByRole('button', { name: 'New conversation' }).click();
  expect(await page.getByRole('article').count()).toBe(0);
  expect(await page.getByRole('textbox').evaluate((box) => box.matches(':focus'))).toBe(true);
});

it('shows nearest passages beside an answer that was not found, and never as sources', async () => {
  const { page } = await intranet();
  await ask(page, 'Who composed the anthem of the moon colony?');
  await page.getByRole('article').waitFor();
  expect(await page.getByRole('link', { name: /^Source/u }).count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'Sources' }).count()).toBe(0);
});

it('takes what documents hold for text, whatever it looks like', async () => {
  const { page, faults } = await intranet('documents="2030-2031-tide-tables"');
  await ask(page, 'Are the lanterns of every jetty counted at midnight?');
  await page.getByText('<script>alert(2)</script>').first().waitFor();
  const inside = page.locator('bluelamp-chat');
  expect(await inside.locator('img, script, b').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Source 1: Tide <b>Tables</b> 2030–2031' }).count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

it('says in words why there is no answer', async () => {
  const { page } = await intranet('', { asksPerMinute: 1 });
  const status = page.getByRole('status');
  await page.getByRole('button', { name: 'Ask' }).click();
  await status.getByText('Type a question.').waitFor();
  await ask(page, question);
  await page.getByRole('article').waitFor();
  await ask(page, question);
  await status.getByText(/Ask again in \d+ seconds/u).waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe(question);
});

it('gets nothing on the page of a site that is not allowed', async () => {
  const { page, store } = await intranet('', {}, false);
  await ask(page, question);
  await page.getByRole('status').getByText('Bluelamp cannot be reached.').waitFor();
  expect(await store.eventsAfter(0, 10)).toEqual([]);
});

it('is loaded by no other site where none is allowed', async () => {
  const { page } = await intranet('', { allowedOrigins: [] });
  expect(await page.evaluate(() => customElements.get('bluelamp-chat') === undefined)).toBe(true);
});

it('sends the token that it was given', async () => {
  const tokens = createTokenCheck([{ name: 'intranet', token: 'tin-lantern' }]);
  const { page, store } = await intranet('token="tin-lantern"', { tokens });
  await ask(page, question);
  await page.getByRole('article').waitFor();
  expect(await store.eventsAfter(0, 10)).toMatchObject([{ actor: 'intranet', action: 'ask' }]);
  const { page: without } = await intranet('', { tokens });
  await ask(without, question);
  await without.getByRole('status').getByText('Bluelamp asks for an access token here.').waitFor();
});

it('stops when told to', async () => {
  const turns = {
    // oxlint-disable-next-line require-yield -- it is stopped before it has anything to tell.
    async *stream({ signal }: { readonly signal?: AbortSignal }): AsyncGenerator<never, never> {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      throw signal?.reason;
    },
    ask: () => Promise.reject(new Error('unused')),
    search: () => Promise.reject(new Error('unused')),
  };
  const { page } = await intranet('', { turns });
  await ask(page, question);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('status').getByText('Stopped.').waitFor();
  expect(await page.getByRole('button', { name: 'Ask' }).count()).toBe(1);
});

it.each(['light', 'dark'] as const)('has no fault that axe knows of, in %s colours', async (colorScheme) => {
  const { page } = await intranet();
  await page.emulateMedia({ colorScheme });
  await ask(page, question);
  await page.getByRole('article').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

it('is served in at most 10 KB, as a script that any cache may keep a while', async () => {
  const { app } = await harbourApp();
  const response = await app.request('/embed.js');
  const body = await response.text();
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(10_240);
  expect(body).not.toMatch(/innerHTML|insertAdjacentHTML|outerHTML|document\.write|eval\(/u);
});
