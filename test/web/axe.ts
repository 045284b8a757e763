// What axe-core finds amiss on a page.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * @param without selector of what is not looked at.
 * @returns a line for each element that breaks a rule.
 */
export async function violations(page: Page, without?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // Of what is in order it would make a selector for every element, which takes longer than the rules.
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    // All at once in the page, which has no frames, instead of a part in a page of its own.
    .setLegacyMode();
  if (without !== undefined) axe.exclude(without);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target, failureSummary }) => `${id}: ${target.join(' ')} ${html} ${failureSummary ?? ''}`),
  );
}
