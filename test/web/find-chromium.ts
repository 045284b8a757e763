// Where the browser is, and what becomes of the tests that need one.
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns the path of a Chromium or a Chrome; null where there is none. */
export function findChromium(): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}

/** Patterns of the tests that drive a browser; none where there is no browser, but in CI they must run or fail. */
export function browserTests(): string[] {
  const mustRun = process.env['CI'] === 'true';
  if (findChromium() !== null || mustRun) return ['test/web/**/*.browser.test.ts'];
  console.warn('No Chromium was found: the tests of the page in a browser are left out. Debian calls it "chromium".');
  return [];
}
