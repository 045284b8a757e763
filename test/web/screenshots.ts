// Takes the pictures of docs/screenshots/ from the real service: npm run screenshots
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium, openPage, sizes } from './browser.ts';
import type { WatchOptions } from './browser.ts';
import { ask, documentBoxes, source, submit, turns } from './chat-page.ts';
import { startService } from './real-service.ts';
import { beginAnswer, scriptSocket } from './scripted-socket.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'docs/screenshots');

/** Of a JPEG: text stays clear, and a picture stays below 120 KB. */
const quality = 55;

const fact = 'How many 999 calls do we get?';

interface Shot {
  readonly name: string;
  /** Of the page, from its root. */
  readonly address?: string;
  readonly arrange?: (page: Page) => Promise<void>;
  /** Answers are held back before they are whole. */
  readonly isHeld?: boolean;
}

const start: Shot = { name: 'start' };
const answered: Shot = { name: 'answered', arrange: async (page) => void (await ask(page, fact)) };
const opened: Shot = {
  name: 'source',
  arrange: async (page) => {
    const turn = await ask(page, 'how many coppers get attacked on an average day?');
    await turn.getByRole('button', { name: /^Source 1:/u }).click();
    await source(page).waitFor();
  },
};
const byDocument: Shot = {
  name: 'by-document',
  arrange: async (page) => void (await ask(page, 'Does any strategy mention hate crime?')),
};
const compared: Shot = {
  name: 'compared',
  arrange: async (page) => void (await ask(page, 'Compare what the 2013 and 2018 strategies say about technology')),
};
const partial: Shot = {
  name: 'partial',
  arrange: async (page) =>
    void (await ask(page, 'What does the 2025 plan say about stop and search, and what is the weather?')),
};
const notFound: Shot = {
  name: 'not-found',
  arrange: async (page) => void (await ask(page, "What's the starting salary for a new PC?")),
};
const coming: Shot = {
  name: 'coming',
  isHeld: true,
  arrange: async (page) => {
    await submit(page, fact);
    await turns(page).first().getByText('Found in').waitFor();
  },
};
const quoted: Shot = {
  name: 'quotation',
  arrange: async (page) => {
    const turn = await ask(page, fact);
    await turn.getByRole('button', { name: /^Source 2:/u }).hover();
    await page.getByRole('tooltip').waitFor();
  },
};
const documents: Shot = { name: 'documents', address: '/documents' };
const reader: Shot = {
  name: 'reader',
  address: '/documents/2025-2028-new-met-for-london-phase-2?start=33267&end=33496#quote',
};
const help: Shot = { name: 'help', address: '/help' };

const looks = [
  {
    look: 'desktop-light',
    options: { viewport: sizes.desktop, colorScheme: 'light' },
    shots: [start, coming, answered, quoted, opened, byDocument, compared, partial, notFound, documents, reader, help],
  },
  {
    look: 'desktop-dark',
    options: { viewport: sizes.desktop, colorScheme: 'dark' },
    shots: [start, opened, byDocument, reader],
  },
  {
    look: 'phone-light',
    options: { viewport: sizes.phone, colorScheme: 'light' },
    shots: [start, answered, opened, reader],
  },
  {
    look: 'phone-dark',
    options: { viewport: sizes.phone, colorScheme: 'dark' },
    shots: [start, opened, byDocument, notFound],
  },
] as const;

const service = await startService({ indexDir: join(root, 'index') });
const browser = await launchChromium();
try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { look, options, shots } of looks) {
    for (const shot of shots) await take(look, options, shot);
  }
} finally {
  await browser.close();
  await service.stop();
}

async function take(
  look: string,
  options: WatchOptions,
  { name, address = '/', arrange, isHeld = false }: Shot,
): Promise<void> {
  const { page, context, close } = await openPage(browser, { ...options, reducedMotion: 'reduce' });
  if (isHeld) {
    await scriptSocket(context, (frame, tell) =>
      beginAnswer(frame.id, '**2,394,416** – “Last year, our staff and', tell),
    );
  }
  await page.goto(service.url + address);
  if (address === '/') await documentBoxes(page).first().waitFor();
  await arrange?.(page);
  await page.screenshot({ path: join(folder, `${name}-${look}.jpg`), type: 'jpeg', quality });
  await close();
}
