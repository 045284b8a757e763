// What a machine can check of how accessible the pages are that are read: axe-core's rules, and reflow.
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openPage } from './browser.ts';
import { serveDocuments } from './served-documents.ts';

const served = serveDocuments();

const oneMet = '/documents/2013-2017-one-met-strategy';
const longest = '/documents/2025-2028-new-met-for-london-phase-2';
const addresses = [
  '/documents',
  `${oneMet}?find=london&hit=2`,
  `${oneMet}?find=nowhere&start=400&end=700`,
  '/documents/2018-2025-mets-direction-summary',
  longest,
  '/help',
  '/accessibility',
  '/nowhere',
];
/** Those whose parts all others are made of. */
const everyWay = ['/documents', `${oneMet}?find=london&hit=2`, '/help', '/nowhere'];

/** A page that is not there is logged by the browser as a failed request. */
const expected = /status of 404/u;

/** Of the longest page its paragraphs are like all others, and there are too many for every run. */
const without = (address: string): string | undefined => (address === longest ? 'article > :is(p, ul)' : undefined);

describe('axe-core finds nothing', () => {
  it.each(addresses)('on %s', async (address) => {
    const { page, faults, close } = await openPage(served.browser, { reducedMotion: 'reduce', expected });
    await page.goto(served.service.url + address);
    expect(await violations(page, without(address))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it.each(everyWay)('on %s in the dark, on a phone, in forced colours', async (address) => {
    const { page, close } = await openPage(served.browser, { colorScheme: 'dark', reducedMotion: 'reduce', expected });
    await page.goto(served.service.url + address);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(page)).toEqual([]);
    await close();
  });
});

it.each(addresses)('%s needs no scrolling sideways at 320 pixels', async (address) => {
  const { page, close } = await openPage(served.browser, { viewport: { width: 320, height: 640 }, expected });
  await page.goto(served.service.url + address);
  const sizes = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    small: [...document.querySelectorAll('main :is(a, button, input, summary)')]
      .filter((element) => element.checkVisibility() && !element.closest('p, dd, li > a'))
      .filter((element) => Math.min(element.getBoundingClientRect().width, element.getBoundingClientRect().height) < 24)
      .map((element) => element.outerHTML.slice(0, 120)),
  }));
  expect(sizes).toEqual({ page: 320, small: [] });
  await close();
});
