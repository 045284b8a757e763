// The chat, driven as people drive it: by the names that a screen reader would read out.
import type { Locator, Page } from 'playwright-core';

/** Types the question and presses Enter. */
export async function submit(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your question' }).fill(question);
  await page.getByRole('textbox', { name: 'Your question' }).press('Enter');
}

/** Asks, and waits for the whole answer. @returns the turn. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const before = await turns(page).count();
  await submit(page, question);
  const turn = turns(page).nth(before);
  await turn.getByRole('button', { name: 'Copy answer' }).waitFor();
  return turn;
}

export function turns(page: Page): Locator {
  return page.getByRole('log', { name: 'Conversation' }).getByRole('article');
}

export function source(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Source' });
}

export function documentBoxes(page: Page): Locator {
  return page.getByRole('group', { name: 'Documents to search' }).getByRole('checkbox');
}

/** The conversation that the address names. */
export function conversationIn(page: Page): string {
  return new URL(page.url()).searchParams.get('c') ?? '';
}
