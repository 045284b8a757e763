// Every state of the chat under axe, and what axe does not see: announcements, reflow, sizes of targets.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openPage, sizes } from './browser.ts';
import type { WatchedPage, WatchOptions } from './browser.ts';
import { ask, documentBoxes, source, submit, turns } from './chat-page.ts';
import { answerOf } from './made-up-answer.ts';
import { beginAnswer, scriptSocket } from './scripted-socket.ts';
import { serveDocuments } from './served-documents.ts';

const served = serveDocuments();

/** What is wider than the window, and what is too small to be hit. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tooWide = document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the window'] : [];
    const targets = [...document.querySelectorAll('button, input, textarea, a.quiet, a.button, nav a')];
    const tooSmall = targets.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const isShown = width > 0 && height > 0;
      return isShown && (width < 24 || height < 24) ? [`${target.outerHTML} is ${width} × ${height}`] : [];
    });
    return [...tooWide, ...tooSmall];
  });
}

async function open(options: WatchOptions = {}): Promise<WatchedPage> {
  const watched = await openPage(served.browser, { reducedMotion: 'reduce', ...options });
  await watched.page.goto(served.service.url);
  await documentBoxes(watched.page).first().waitFor();
  return watched;
}

it('is looked at by an axe that cuts', async () => {
  const { page, close } = await open();
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.style.width = '10px';
    document.querySelector('main')?.append(field);
  });
  expect((await violations(page)).join()).toContain('label: ');
  expect((await misfits(page)).join()).toContain('is 10 × ');
  await close();
});

const looks: readonly (readonly [string, WatchOptions])[] = [
  ['on a desktop', {}],
  ['on a phone, dark', { viewport: sizes.phone, colorScheme: 'dark' }],
  ['at 400 %, in forced colours', { viewport: sizes.narrow, forcedColors: 'active' }],
];

it.each(looks)(
  'is without fault empty, refused, answered, by document, not found and with a source open, %s',
  async (_look, options) => {
    const { page, faults, close } = await open(options);
    const findings: Record<string, string[]> = {};
    const look = async (state: string): Promise<void> => {
      findings[state] = [...(await violations(page)), ...(await misfits(page))];
    };
    await look('empty');
    await submit(page, '');
    await look('refused');
    const turn = await ask(page, 'How many 999 calls do we get?');
    await turn.getByRole('button', { name: /^Source 1:/u }).click();
    await source(page).waitFor();
    await look('answered, source open');
    await page.keyboard.press('Escape');
    await turn.getByRole('button', { name: 'Not helpful' }).click();
    await ask(page, 'Does any strategy mention hate crime?');
    await ask(page, 'When does the canteen open?');
    await look('by document, not found, asked why');
    expect(findings).toEqual({
      empty: [],
      refused: [],
      'answered, source open': [],
      'by document, not found, asked why': [],
    });
    expect(faults).toEqual([]);
    await close();
  },
);

it('is without fault while an answer comes, stopped, failed and partial', async () => {
  const watched = await openPage(served.browser, { reducedMotion: 'reduce' });
  const { page, context, faults, close } = watched;
  await scriptSocket(context, (frame, tell) => {
    if (frame.type === 'stop') return tell({ type: 'stopped', id: frame.id });
    if (frame.question.startsWith('fail'))
      return tell({ type: 'error', id: frame.id, code: 'internal', message: 'It failed. Try again.' });
    if (frame.question.startsWith('part'))
      return tell({ type: 'answer', id: frame.id, answer: answerOf('A part of it.') });
    return beginAnswer(frame.id, 'The first words of', tell);
  });
  await page.goto(served.service.url);
  await documentBoxes(page).first().waitFor();
  await submit(page, 'slow');
  await page.getByText('The first words of').waitFor();
  expect(await page.getByText(/^Found in/u).textContent()).toContain('New Met for London 2, 2025–28 (1)');
  expect([...(await violations(page)), ...(await misfits(page))]).toEqual([]);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('You stopped this answer.').waitFor();
  // The button that was pressed is gone, and focus is not lost with it.
  expect(
    await page.getByRole('textbox', { name: 'Your question' }).evaluate((field) => field === document.activeElement),
  ).toBe(true);
  await submit(page, 'fail');
  await page.getByRole('article').getByText('It failed. Try again.').waitFor();
  await submit(page, 'part');
  await page.getByText('Answered in part', { exact: true }).waitFor();
  expect([...(await violations(page)), ...(await misfits(page))]).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it('announces a finished answer once, and no more than three things a turn, however many pieces it comes in', async () => {
  const { page, context, faults, close } = await openPage(served.browser);
  const pieces = Array.from({ length: 500 }, (_, word) => `word${word} `);
  await scriptSocket(context, (frame, tell) => {
    if (frame.type === 'stop') return;
    beginAnswer(frame.id, '', tell);
    for (const piece of pieces) tell({ type: 'text-delta', id: frame.id, text: piece });
    tell({ type: 'answer', id: frame.id, answer: answerOf('x', { answer: pieces.join('').trim(), citations: [] }) });
  });
  await page.goto(served.service.url);
  await documentBoxes(page).first().waitFor();
  const said: string[] = [];
  await page.exposeFunction('noteAnnouncement', (announcement: string) => void said.push(announcement));
  await page.evaluate(() => {
    const live =
      '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"], [role="log"]:not([aria-live="off"])';
    const note: unknown = Reflect.get(globalThis, 'noteAnnouncement');
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const text = element?.closest(live)?.textContent ?? '';
        if (text !== '' && typeof note === 'function') note(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await ask(page, 'What is said?');
  await expect.poll(() => said.length).toBeGreaterThan(0);
  expect(said.filter((each) => each.startsWith('Answered in part. word0 word1'))).toHaveLength(1);
  expect(said.length).toBeLessThanOrEqual(3);
  expect(await turns(page).first().textContent()).toContain('word499');
  expect(faults).toEqual([]);
  await close();
});
