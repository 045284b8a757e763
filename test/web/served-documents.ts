// A Chromium, and the service over the real documents, for all tests of a file.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchChromium } from './browser.ts';
import { startService } from './real-service.ts';
import type { RealService } from './real-service.ts';

export interface Served {
  readonly browser: Browser;
  readonly service: RealService;
}

/** To be called once, outside the tests; what it gives may be read within them. */
export function serveDocuments(): Served {
  let running: Served | null = null;
  const started = (): Served => {
    if (running === null) throw new Error('It runs from before the first test to after the last.');
    return running;
  };
  beforeAll(async () => {
    const [browser, service] = await Promise.all([
      launchChromium(),
      startService({ indexDir: inject('corpusIndexDir') }),
    ]);
    running = { browser, service };
  });
  afterAll(async () => {
    if (running === null) return;
    await running.browser.close();
    await running.service.stop();
  });
  return {
    get browser() {
      return started().browser;
    },
    get service() {
      return started().service;
    },
  };
}
