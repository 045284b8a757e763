// A page's title that extraction put after the page's first text: set at the foot, or between the words that introduce a list and the list.
import type { PlacedUnit } from './sidebars.ts';
import type { RoleUnit } from './headings.ts';

export interface TitledUnit extends PlacedUnit {
  /** For text that begins a page without a title: the line further down that is its title; null where there is none. */
  readonly title: RoleUnit | null;
  /** Whether the heading is the title of the page above it, and so opens no section of its own. */
  readonly isTitleAbove: boolean;
}

/** Shortest line, in words, that is taken for the title of what stands above it. */
const fewestWords = 4;

/** Gives pages that begin without a title the one that stands further down. */
export function findPageTitles(roles: readonly PlacedUnit[]): TitledUnit[] {
  const titles = new Map<PlacedUnit, PlacedUnit>();
  let opener: PlacedUnit | null = null;
  let page: PlacedUnit[] = [];
  const close = (): void => {
    const title = opener && titleIn(page);
    if (opener && title) titles.set(opener, title);
  };
  for (const entry of roles) {
    if (entry.role === 'furniture') continue;
    if (beginsPage(entry)) {
      close();
      [opener, page] = [opensUntitledPage(entry) ? entry : null, []];
    } else if (opener) page.push(entry);
  }
  close();
  const found = new Set(titles.values());
  return roles.map((entry) => ({
    ...entry,
    role: found.has(entry) ? 'heading' : entry.role,
    title: titles.get(entry) ?? null,
    isTitleAbove: found.has(entry),
  }));
}

/** A page break that left no blank line: the next page's first line is set in. */
function beginsPage({ unit }: RoleUnit): boolean {
  return unit.opensPage && unit.gap === 0;
}

/** Where what begins a page is no title, the text belongs to no section before it. */
export function opensUntitledPage(entry: RoleUnit): boolean {
  return beginsPage(entry) && entry.role !== 'heading' && entry.role !== 'furniture';
}

/** The line between a lead-in and its list, else the last line of the page if nothing stands under it. */
function titleIn(page: readonly PlacedUnit[]): PlacedUnit | null {
  const caption = page.find(
    (entry, index) =>
      entry.role === 'heading' && page[index - 1]?.role !== 'heading' && page[index + 1]?.role === 'item',
  );
  if (caption) return caption;
  const last = page.at(-1);
  const isLine = last?.unit.kind === 'label' && last.role === 'paragraph' && last.unit.gap > 0;
  return isLine && last.unit.words.split(' ').length >= fewestWords ? last : null;
}
