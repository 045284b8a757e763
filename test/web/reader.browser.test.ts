// The pages that are read, in a real browser: the way to a passage, with and without a script, by keyboard, on any screen.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './browser.ts';
import type { WatchOptions } from './browser.ts';
import { serveDocuments } from './served-documents.ts';

const latest = '/documents/2025-2028-new-met-for-london-phase-2';
const direction = '/documents/2018-2025-mets-direction-summary';
const phone = { width: 390, height: 844 };

const served = serveDocuments();

async function visit(address: string, steps: (page: Page) => Promise<void>, options: WatchOptions = {}): Promise<void> {
  const { page, faults, close } = await openPage(served.browser, { reducedMotion: 'reduce', ...options });
  try {
    await page.goto(served.service.url + address);
    await steps(page);
    expect(faults).toEqual([]);
  } finally {
    await close();
  }
}

/** The place of a sentence, as a citation gives it. */
async function placeOf(address: string, words: string): Promise<{ start: number; end: number; quote: string }> {
  const response = await fetch(`${served.service.url}/api${address}`);
  const { text } = await response.json();
  const start = String(text).indexOf(words);
  expect(start).toBeGreaterThan(0);
  return { start, end: start + words.length, quote: words };
}

async function isInView(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    });
}

describe('a citation’s address', () => {
  const words = '90% of 999 calls answered within 10 seconds';

  it.each([
    ['on a desk', {}],
    ['on a phone', { viewport: phone }],
    ['without a script', { javaScriptEnabled: false }],
  ])('leads to the quotation in <mark>, in view, %s', async (_name, options) => {
    const { start, end, quote } = await placeOf(latest, words);
    const address = `${latest}?start=${start}&end=${end}#quote`;
    await visit(
      address,
      async (page) => {
        expect((await page.locator('mark').allTextContents()).join('')).toBe(quote);
        await expect.poll(() => isInView(page, 'mark')).toBe(true);
      },
      options,
    );
  });

  it('of a span over several paragraphs marks each part, and nothing else', async () => {
    const { start, end } = await placeOf(direction, 'Transparency \nWe need to be more candid');
    await visit(`${direction}?start=${start}&end=${end}#quote`, async (page) => {
      const marked = (await page.locator('mark').allTextContents()).join(' ').replaceAll(/\s+/gu, ' ');
      expect(marked).toBe('Transparency We need to be more candid');
      expect(await page.locator('#quote').count()).toBe(1);
    });
  });
});

describe('the list of contents', () => {
  it('leads to a section, and marks the one that is read', async () => {
    await visit(latest, async (page) => {
      const entry = page
        .getByRole('navigation', { name: 'Contents' })
        .getByRole('link', { name: /uphold the highest standards/u });
      // By keyboard: the list may still move below a pointer.
      await entry.press('Enter');
      await expect.poll(() => isInView(page, '#e-we-ll-uphold-the-highest-standards-and-remove')).toBe(true);
      await expect.poll(() => entry.getAttribute('aria-current')).toBe('location');
      expect(await page.locator('.contents [aria-current]').count()).toBe(1);
    });
  });

  it('is folded on a phone, and there for whoever opens it', async () => {
    await visit(
      latest,
      async (page) => {
        const entry = page.getByRole('link', { name: 'Introduction page 14' });
        expect(await entry.isVisible()).toBe(false);
        await page.getByText('Contents', { exact: true }).first().click();
        expect(await entry.isVisible()).toBe(true);
      },
      { viewport: phone },
    );
  });

  it('stands beside the text on a desk, without a script too', async () => {
    const { page, close } = await openPage(served.browser, { javaScriptEnabled: false });
    await page.goto(served.service.url + latest);
    expect(await page.getByRole('link', { name: 'Introduction page 14' }).isVisible()).toBe(true);
    await close();
  });

  it('is not needed: each section has its address beside its heading', async () => {
    await visit(`${direction}#london-is-changing`, async (page) => {
      await expect.poll(() => isInView(page, '#london-is-changing')).toBe(true);
      const link = page.getByRole('link', { name: 'Link to this section: Reported crime is increasing' });
      await link.click();
      expect(new URL(page.url()).hash).toBe('#reported-crime-is-increasing');
    });
  });
});

describe('searching a document', () => {
  it.each([
    ['with a script', true],
    ['without', false],
  ])('counts and marks the places and leads from one to the next, %s', async (_name, javaScriptEnabled) => {
    await visit(
      latest,
      async (page) => {
        await page.getByRole('searchbox', { name: 'Search this document' }).fill('Facial  recognition');
        await page.keyboard.press('Enter');
        await page.waitForURL(/find=/u);
        const marks = page.locator('mark.hit');
        const count = await marks.count();
        expect(count).toBeGreaterThan(5);
        expect(await page.getByRole('status').textContent()).toContain(`${count} places`);
        const bar = page.getByRole('navigation', { name: 'Places found' });
        await bar.getByRole('link', { name: 'First' }).click();
        await page.waitForURL(/hit=1#hit_1$/u);
        await bar.getByRole('link', { name: 'Next' }).click();
        await page.waitForURL(/hit=2#hit_2$/u);
        await expect.poll(() => isInView(page, '#hit_2')).toBe(true);
        expect(await page.locator('mark.current').getAttribute('id')).toBe('hit_2');
        await bar.getByRole('link', { name: 'Clear' }).click();
        await page.waitForURL(served.service.url + latest);
      },
      { javaScriptEnabled },
    );
  });

  it('says so where the words do not stand, and offers to ask', async () => {
    await visit(`${direction}?find=${encodeURIComponent('warp drive')}`, async (page) => {
      expect(await page.getByRole('status').textContent()).toContain('“warp drive” does not stand in this document');
      expect(await page.getByRole('link', { name: 'Ask about it' }).getAttribute('href')).toBe('/?q=warp%20drive');
    });
  });
});

it('offers the address of selected words, which leads back to them', async () => {
  await visit(direction, async (page) => {
    const words = 'trust and confidence';
    await page.evaluate((wanted) => {
      const walker = document.createTreeWalker(
        document.querySelector('article') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }, words);
    await page.getByRole('link', { name: 'Link to the selected words' }).click();
    await page.waitForURL(/start=\d+&end=\d+#quote$/u);
    expect(await page.locator('mark').allTextContents()).toEqual([words]);
  });
});

it('is gone through by keyboard: skip link, then the pages, the search, the contents, the tables', async () => {
  await visit(
    latest,
    async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
      expect(await isInView(page, ':focus')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await page.locator(':focus').getAttribute('id')).toBe('main_content');
      const passed: string[] = [];
      for (let step = 0; step < 6; step += 1) {
        await page.keyboard.press('Tab');
        passed.push(
          await page
            .locator(':focus')
            .evaluate((element) => `${element.tagName} ${element.getAttribute('name') ?? element.textContent}`),
        );
      }
      expect(passed.slice(0, 4)).toEqual(['A Documents', 'INPUT find', 'BUTTON Search', 'SUMMARY Contents']);
      const table = page.getByRole('region', { name: 'Table 1' });
      await table.focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    },
    { viewport: { width: 700, height: 800 } },
  );
});
