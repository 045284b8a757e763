// A Chromium for all tests of a file, and the service over the real documents, which the files share.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchChromium } from './browser.ts';
import type { RealService } from './real-service.ts';

export interface Served {
  readonly browser: Browser;
  readonly service: Pick<RealService, 'url'>;
}

/** To be called once, outside the tests; what it gives may be read within them. */
export function serveDocuments(): Served {
  let launched: Browser | null = null;
  beforeAll(async () => {
    launched = await launchChromium();
  });
  afterAll(async () => launched?.close());
  return {
    get browser() {
      if (launched === null) throw new Error('It runs from before the first test to after the last.');
      return launched;
    },
    get service() {
      return { url: inject('documentsUrl') };
    },
  };
}
