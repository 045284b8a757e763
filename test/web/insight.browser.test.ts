// Priorities and glossary in a browser: axe-core's rules, reflow, and the way from a cell to the marked passage.
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openPage } from './browser.ts';
import { serveDocuments } from './served-documents.ts';

const served = serveDocuments();

const addresses = [
  '/priorities',
  '/priorities?theme=terrorism&document=2013-2017-one-met-strategy',
  '/glossary?q=met',
  '/glossary?q=nothing',
  '/commitments?q=burglary',
  '/commitments?q=nothing-at-all',
];
describe('axe-core finds nothing', () => {
  it.each(addresses)('on %s in light and dark, on a phone, in forced colours', async (address) => {
    const { page, faults, close } = await openPage(served.browser, { reducedMotion: 'reduce' });
    await page.goto(served.service.url + address);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

it.each(addresses)('%s needs no scrolling sideways at 320 pixels, and has no small targets', async (address) => {
  const { page, close } = await openPage(served.browser, { viewport: { width: 320, height: 640 } });
  await page.goto(served.service.url + address);
  const sizes = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    small: [...document.querySelectorAll('main :is(a, button, input, select)')]
      .filter((element) => element.checkVisibility() && !element.closest('p, dd'))
      .filter((element) => Math.min(element.getBoundingClientRect().width, element.getBoundingClientRect().height) < 24)
      .map((element) => element.outerHTML.slice(0, 120)),
  }));
  expect(sizes).toEqual({ page: 320, small: [] });
  await close();
});

it('leads from a cell to its passages, and from there to the marked place in the document', async () => {
  const { page, close } = await openPage(served.browser);
  await page.goto(`${served.service.url}/priorities`);
  await page.getByRole('link', { name: /^Terrorism and extremism in One Met 2013–17: \d+ mentions/u }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Terrorism and extremism');
  expect(await page.locator('mark').first().textContent()).toMatch(/terroris/iu);
  await page.getByRole('link', { name: /^Open in document.*passage 1$/u }).click();
  expect(await page.locator('#quote').isVisible()).toBe(true);
  await close();
});

it('finds a term by its filter, and quotes the words that spell it out', async () => {
  const { page, close } = await openPage(served.browser);
  await page.goto(`${served.service.url}/glossary`);
  await page.getByRole('searchbox', { name: 'Find a term' }).fill('rasso');
  await page.getByRole('button', { name: 'Filter' }).click();
  const entry = page.locator('#term_rasso');
  expect(await entry.locator('.meaning').textContent()).toBe('rape and other serious sexual offences');
  await entry.getByRole('link', { name: /RASSO in the document$/u }).click();
  expect(await page.locator('mark').first().textContent()).toContain('RASSO');
  await close();
});
