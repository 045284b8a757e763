// How soon the first page is painted and how soon a question's first words are there, in Chromium on this machine.
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openPage } from '../test/web/browser.ts';
import { startService } from './child-server.ts';
import { latenciesOf } from './latencies.ts';
import { differentQuestions } from './questions.ts';
import { latencyColumns, latencyRow, printTable } from './report.ts';

/** Visits, each with an empty cache and one question; the first few warm the service and are not counted. */
const visits = { warming: 3, counted: 30 };

/** Both within this, in milliseconds, at the median. */
const wanted = 300;

export async function measurePage(): Promise<void> {
  const service = await startService();
  const browser = await launchChromium();
  const questions = differentQuestions();
  const visited: Visit[] = [];
  try {
    for (let at = 0; at < visits.warming + visits.counted; at += 1) {
      visited.push(await visit(browser, service.url, questions.next().value));
    }
  } finally {
    await browser.close();
    await service.stop();
  }
  const counted = visited.slice(visits.warming);
  printTable(`The first page in Chromium (wanted: both medians within ${wanted} ms)`, latencyColumns, [
    latencyRow('first contentful paint', latenciesOf(counted.map(({ paint }) => paint))),
    latencyRow("from Enter to an answer's first words", latenciesOf(counted.map(({ words }) => words))),
  ]);
}

interface Visit {
  /** Both in milliseconds. */
  readonly paint: number;
  readonly words: number;
}

async function visit(browser: Browser, url: string, question: string): Promise<Visit> {
  const { page, close } = await openPage(browser);
  await page.goto(url);
  await page.getByRole('group', { name: 'Documents to search' }).waitFor();
  const paint = Number(await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
  const words = await timeToWords(page, question);
  await close();
  return { paint, words };
}

/** Taken within the page, so that what drives it does not count. */
async function timeToWords(page: Page, question: string): Promise<number> {
  await page.getByRole('textbox', { name: 'Your question' }).fill(question);
  // Nothing is returned, for it would be waited for.
  await page.evaluate(`void (globalThis.firstWords = new Promise((resolve) => {
    addEventListener('keydown', ({ timeStamp }) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.answer-text')?.textContent) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - timeStamp));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    }, { once: true, capture: true });
  }))`);
  await page.keyboard.press('Enter');
  return Number(await page.evaluate('globalThis.firstWords'));
}
