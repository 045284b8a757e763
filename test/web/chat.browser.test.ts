import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChromium, openPage } from './browser.ts';
import { startService } from './real-service.ts';
import type { RealService } from './real-service.ts';

let browser: Browser;
let service: RealService;

beforeAll(async () => {
  [browser, service] = await Promise.all([launchChromium(), startService({ indexDir: inject('corpusIndexDir') })]);
});

afterAll(async () => {
  await browser.close();
  await service.stop();
});

it('opens', async () => {
  const { page, faults, close } = await openPage(browser);
  await page.goto(service.url);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ask the strategies');
  expect(faults).toEqual([]);
  await close();
});
