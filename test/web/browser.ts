// A real Chromium, watched: whatever leaves this machine, breaks the policy or fails in a script is a fault of the page.
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  /** The width of 1280 pixels at 400 %. */
  narrow: { width: 320, height: 640 },
} as const;

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found. Install one: Debian calls it "chromium".');
  return chromium.launch({ executablePath, args: flags });
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far, in words. */
  readonly faults: string[];
  readonly close: () => Promise<void>;
}

export interface WatchOptions extends BrowserContextOptions {
  /** Console errors that belong to the test, such as those of a connection that it breaks. */
  readonly expected?: RegExp;
}

/** A page in a context of its own; nothing but loopback can be reached from it. */
export async function openPage(browser: Browser, options: WatchOptions = {}): Promise<WatchedPage> {
  const { expected, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: sizes.desktop, ...contextOptions });
  const faults: string[] = [];
  await context.route('**/*', async (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (hostname === '127.0.0.1' || protocol === 'blob:') return route.continue();
    faults.push(`asked another host: ${hostname}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).hostname !== '127.0.0.1') faults.push(`socket to another host: ${socket.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && expected?.test(message.text()) !== true)
      faults.push(`console: ${message.text()}`);
  });
  return { page, context, faults, close: () => context.close() };
}
