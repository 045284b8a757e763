// U1: whatever a document, a question, a model or a reader wrote is shown and not obeyed, in a real browser.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { ingestFolder } from '../quality/open-index.ts';
import { openPage } from './browser.ts';
import { ask, conversationIn, documentBoxes, source, turns } from './chat-page.ts';
import { payloads } from './payloads.ts';
import { answerOf } from './made-up-answer.ts';
import { startService } from './real-service.ts';
import { scriptSocket } from './scripted-socket.ts';
import { serveDocuments } from './served-documents.ts';

const served = serveDocuments();

/** Elements, handlers and addresses that no template and no component of ours makes. */
async function intruders(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const strange =
      'script:not([src^="/assets/"]), iframe, object, embed, svg, math, img, video, audio, base, meta[http-equiv], style, template';
    const found = [...document.querySelectorAll(strange)];
    const all = [...document.querySelectorAll('*')];
    const handlers = all.filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')));
    const links = [...document.querySelectorAll('[href], [src], [action], [formaction]')].filter((element) =>
      ['href', 'src', 'action', 'formaction'].some(
        (name) =>
          !/^(?:[/#]|$)/u.test(element.getAttribute(name) ?? '/') ||
          element.getAttribute(name)?.startsWith('//') === true,
      ),
    );
    return [...found, ...handlers, ...links].map((element) => element.outerHTML.slice(0, 200));
  });
}

/** Payloads as titles, a file's name, headings and bodies. */
function writeHostileCorpus(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const middle = Math.floor(payloads.length / 2);
  const rules = (some: readonly string[]): string =>
    some
      .map(
        (payload, at) => `## ${payload}\n\nHarbour rule ${at + 1} says that ${payload} must be shown to every pilot.`,
      )
      .join('\n\n');
  writeFileSync(join(folder, 'first-2020.md'), `# ${payloads[0]}\n\n${rules(payloads.slice(0, middle))}\n`);
  writeFileSync(
    join(folder, 'second <img src=x onerror=alert(1)> 2024.md'),
    `# Rules\n\n${rules(payloads.slice(middle))}\n`,
  );
}

it('holds 120 payloads and more, all different', () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(120);
});

/** Few enough for a test of their own. */
const portion = 31;
const portions = Array.from({ length: Math.ceil(payloads.length / portion) }, (_, at) => at * portion);

it.each(portions)(
  'U1: payloads in questions and in every part of an answer are shown in the chat, its sources and its list of conversations (from %i)',
  async (from) => {
    const { page, context, faults, close } = await openPage(served.browser, { reducedMotion: 'reduce' });
    await scriptSocket(context, (frame, tell) => {
      if (frame.type === 'ask') tell({ type: 'answer', id: frame.id, answer: answerOf(frame.question) });
    });
    await page.goto(served.service.url);
    await documentBoxes(page).first().waitFor();
    for (const [at, payload] of payloads.slice(from, from + portion).entries()) {
      const turn = await ask(page, payload);
      expect(await turn.getByRole('heading', { level: 2 }).textContent()).toBe(payload);
      await turn.getByRole('button', { name: 'Source 1:' }).first().click();
      expect(await source(page).locator('mark').textContent()).toBe(payload);
      await page.keyboard.press('Escape');
      expect(await intruders(page), payload).toEqual([]);
      // Long enough that they stand beside each other, and short enough to be quick.
      if (at % 8 === 7) await page.getByRole('button', { name: 'New conversation' }).click();
    }
    expect(faults).toEqual([]);
    await close();
  },
);

it('U1: payloads in documents, and in what is kept of a conversation, are shown in the reader, the chat and the export', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bluelamp-hostile-'));
  const [corpus, indexDir] = [join(folder, 'corpus'), join(folder, 'index')];
  writeHostileCorpus(corpus);
  await ingestFolder(corpus, indexDir);
  const hostile = await startService({ indexDir });
  onTestFinished(async () => {
    await hostile.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const { page, faults, close } = await openPage(served.browser);
  await page.goto(`${hostile.url}/documents`);
  const documents = await page
    .locator('main a[href^="/documents/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(documents.length).toBeGreaterThanOrEqual(2);
  for (const address of ['/documents', ...new Set(documents)]) {
    await page.goto(hostile.url + address);
    expect(await intruders(page), address).toEqual([]);
  }
  // Ingest takes tags out of a text; what is written with entities comes in as text that looks like tags.
  expect(await page.locator('main').textContent()).toContain(payloads.find((payload) => payload.startsWith('#{')));

  await page.goto(`${hostile.url}/?q=${encodeURIComponent(`Which harbour rule names ${payloads[4]}?`)}`);
  await turns(page).first().getByRole('button', { name: 'Copy answer' }).waitFor();
  for (const payload of [payloads[0], payloads[60]]) await ask(page, `What is the harbour rule about ${payload ?? ''}`);
  const last = turns(page).last();
  await last.getByRole('button', { name: 'Not helpful' }).click();
  await last.getByRole('textbox', { name: /Anything else/u }).fill(payloads[4] ?? '');
  await last.getByRole('button', { name: 'Send' }).click();
  await last.getByText('Thank you, noted.').waitFor();
  await page.reload();
  await turns(page).nth(2).waitFor();
  expect(await intruders(page)).toEqual([]);

  const exported = await fetch(`${hostile.url}/api/conversations/${conversationIn(page)}/export?format=md`);
  expect(exported.headers.get('content-disposition')).toMatch(/^attachment;/u);
  expect(exported.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await exported.text()).not.toMatch(/(?<!\\)<(?:script|img|svg|iframe)/iu);
  expect(faults).toEqual([]);
  await close();
});
