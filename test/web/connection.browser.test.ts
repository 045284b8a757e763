// A connection that is lost, refused or locked: no question is lost, and the page says what is going on.
import { expect, inject, it, onTestFinished } from 'vitest';
import { conversationSchema } from '../../src/contract/conversations.ts';
import { openPage } from './browser.ts';
import { ask, conversationIn, documentBoxes, source, submit, turns } from './chat-page.ts';
import { startService } from './real-service.ts';
import { serveDocuments } from './served-documents.ts';

const served = serveDocuments();

/** What a browser writes of requests and sockets that come to nothing. */
const expected = /ERR_CONNECTION|WebSocket connection|401 \(Unauthorized\)/u;

it('is mended when the service is killed in the middle of an answer and starts again; the question is answered once', async () => {
  const service = await startService({ indexDir: inject('corpusIndexDir') });
  onTestFinished(() => service.stop());
  const { page, faults, close } = await openPage(served.browser, { expected });
  await page.goto(service.url);
  await ask(page, 'How many 999 calls do we get?');
  service.pause();
  await submit(page, 'whats a BCU');
  await page.getByText('Searching the documents…').waitFor();
  await service.kill();
  await page.getByRole('status').getByText('Connection lost. Trying again…', { exact: false }).waitFor();
  await service.restart();
  await turns(page).nth(1).getByRole('button', { name: 'Copy answer' }).waitFor({ timeout: 30_000 });
  expect(await turns(page).nth(1).textContent()).toContain('Basic Command Units');
  await page.getByText('Connected again.').waitFor();
  const response = await fetch(`${service.url}/api/conversations/${conversationIn(page)}`);
  const { turns: kept } = conversationSchema.parse(await response.json());
  expect(kept.map(({ question }) => question)).toEqual(['How many 999 calls do we get?', 'whats a BCU']);
  expect(faults).toEqual([]);
  await close();
});

it('does without a socket where the way to the service takes none', async () => {
  const { page, context, faults, close } = await openPage(served.browser, { expected: /WebSocket connection/u });
  // The service itself refuses this upgrade.
  await context.addInitScript(() => {
    const Real = globalThis.WebSocket;
    globalThis.WebSocket = class extends Real {
      constructor(address: string | URL) {
        super(String(address).replace('/api/chat', '/api/nothing'));
      }
    };
  });
  await page.goto(served.service.url);
  const turn = await ask(page, 'whats a BCU');
  expect(await turn.textContent()).toContain('Basic Command Units');
  await ask(page, 'and what does PCSO mean?');
  expect(conversationIn(page)).not.toBe('');
  expect(faults).toEqual([]);
  await close();
});

it('asks for a token where the service wants one, and keeps it for the session', async () => {
  const settings = { BLUELAMP_API_TOKENS: 'ann:tin-lantern' };
  const locked = await startService({ indexDir: inject('corpusIndexDir'), settings });
  onTestFinished(() => locked.stop());
  const { page, faults, close } = await openPage(served.browser, { expected });
  await page.goto(`${locked.url}/?q=${encodeURIComponent('whats a BCU')}`);
  await page.getByLabel('Your token').fill('wet-rope');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('That token is not known here.', { exact: false }).waitFor();
  await page.getByLabel('Your token').fill('tin-lantern');
  await page.getByRole('button', { name: 'Continue' }).click();
  await turns(page).first().getByRole('button', { name: 'Copy answer' }).waitFor();
  expect(await turns(page).first().textContent()).toContain('Basic Command Units');
  // A page cannot be given a token when it is opened; the chat has signed in.
  await turns(page)
    .first()
    .getByRole('button', { name: /^Source 1:/u })
    .click();
  await source(page).getByRole('link', { name: 'Open in document' }).click();
  await page.locator('mark').first().waitFor();
  await page.goBack();
  await source(page).waitFor();
  await page.keyboard.press('Escape');
  await turns(page).first().getByRole('button', { name: 'Copy answer' }).waitFor();
  await documentBoxes(page).first().waitFor();
  expect(faults).toEqual([]);
  await close();
});
